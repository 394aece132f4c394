import { problemCodes } from '../core/problem/codes.ts';
import type { Problem } from '../core/problem/problem.ts';

/** What a code says, for readers who do not know it. */
export const codeWords = ({ code }: Pick<Problem, 'code'>): string => problemCodes[code].meaning;
