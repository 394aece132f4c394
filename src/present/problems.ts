import type { Severity } from '../core/problem/codes.ts';
import type { Problem } from '../core/problem/problem.ts';

export const severityWords: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '信息' };

/** 第12行 第3列; nothing where the problem concerns the file as a whole. */
export const placeWords = ({ line, column }: Pick<Problem, 'line' | 'column'>): string =>
  [...(line === undefined ? [] : [`第${line}行`]), ...(column === undefined ? [] : [`第${column}列`])].join(' ') || '整个文件';
