import { type ProblemCode, problemCodes, type Severity } from './codes.ts';
import { withoutPrivate } from './privacy.ts';

/** One finding about input. `line` and `column` count from 1; in a CSV, `column` is the cell's position in its row. */
export interface Problem {
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** Path from the project's root, with `/`. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly hint?: string;
  /** Of `cell/repaired` and `cell/kept`: every cell concerned, in the order of the file; the problem stands at the first. */
  readonly cells?: readonly CellReading[];
  /** How many places the problem has, where it is one cause with many; the problem stands at the first. */
  readonly count?: number;
  /** The lines of such a cause, from the first on; of very many the first thousand. */
  readonly lines?: readonly number[];
  /** The row number that Excel and WPS show, where it differs from the line of the file (a cell of many lines is one row there). */
  readonly row?: number;
}

/** One cell as it was written and as it was read; null is a cell read as empty. */
export interface CellReading {
  readonly line: number;
  readonly column: number;
  readonly raw: string;
  readonly value: string | number | null;
}

/** A place in a file. Without a line the problem concerns the file as a whole. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What every step of the pipeline returns: the value as far as it could be made, and everything found on the way. */
export interface Outcome<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A problem of a code at a place; the severity is the code's. What it says never holds a person's number, whatever it quotes. */
export function problem(code: ProblemCode, place: Place, message: string, hint?: string): Problem {
  return {
    severity: problemCodes[code].severity,
    code,
    file: place.file,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    message: withoutPrivate(message),
    ...(hint === undefined ? {} : { hint: withoutPrivate(hint) }),
  };
}

/** True when any problem forbids publishing. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error');
}

const severityRank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** By file, line, column, then severity and code, in code-point order, so that a list is the same on every machine. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      severityRank[a.severity] - severityRank[b.severity] ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** How many problems of one code are listed for one file before the rest is summed up. */
export const capPerFileAndCode = 50;

/**
 * The sorted list with at most `cap` problems per file and code; what is left out is counted in one closing problem
 * 「另有 N 处」 of the same file, code and severity, so that nothing is dropped in silence.
 */
export function capProblems(problems: readonly Problem[], cap: number = capPerFileAndCode): Problem[] {
  const listed: Problem[] = [];
  const seen = new Map<string, { first: Problem; listed: number; left: number }>();
  for (const each of sortProblems(problems)) {
    const key = `${each.file}\n${each.code}`;
    const kind = seen.get(key) ?? { first: each, listed: 0, left: 0 };
    seen.set(key, kind);
    if (kind.listed < cap) {
      kind.listed += 1;
      listed.push(each);
    } else kind.left += each.count ?? 1;
  }
  for (const { first, left } of seen.values()) {
    if (left > 0)
      listed.push({ ...problem(first.code, { file: first.file }, `同类问题另有 ${left} 处，未逐条列出`), count: left });
  }
  return sortProblems(listed);
}

/** How many places problems of each severity have. */
export function countProblems(problems: readonly Problem[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity, count } of problems) counts[severity] += count ?? 1;
  return counts;
}
