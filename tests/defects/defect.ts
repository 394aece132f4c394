import type { Month } from '../../src/core/calendar/date.ts';
import type { ProblemCode } from '../../src/core/problem/codes.ts';

/** A problem as the suite expects it: code, file, line and column; null where a problem concerns the file or the row as a whole. */
export type Expected = readonly [code: ProblemCode, file: string, line: number | null, column: number | null];

/** One thing done to a month's folder that was sound before, and every problem that must come of it. */
export interface Defect {
  /** What was done to which log; unique in the suite. */
  readonly name: string;
  readonly month: Month;
  /** The files of the folder by path: a text, to be written in the encoding of the reader's choice, or bytes as they are. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly expected: readonly Expected[];
}

export const encodings = ['UTF-8', 'UTF-8 with BOM', 'GB18030'] as const;
export type Encoding = (typeof encodings)[number];
