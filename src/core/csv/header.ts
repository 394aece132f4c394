import { type Outcome, problem } from '../problem/problem.ts';
import { headingProblems, missingProblems, noHeader, shownHeading } from './headings.ts';
import { fieldsOf, filledIn, isBlank, type Naming, named, namingOf } from './naming.ts';
import type { Row } from './sheet.ts';
import type { Table } from './table.ts';

/** How many lines of title may stand above a header. */
export const titleLimit = 5;

export interface Header {
  readonly line: number;
  /** Where the header stands among the rows; those above it are titles. */
  readonly at: number;
  /** Field id by position; null for a column that is ignored. */
  readonly fields: readonly (string | null)[];
  /** Positions over which no name stands. */
  readonly nameless: readonly number[];
  readonly width: number;
}

/**
 * The header among the first rows: the row that names most columns, below at most five rows that cannot be records
 * because they fill fewer cells than a record must. Without a sound header nothing of the file can be read.
 */
export function readHeader(rows: readonly Row[], table: Table, file: string): Outcome<Header | null> {
  const naming = namingOf(table.columns);
  const top = rows.slice(0, titleLimit + 1);
  const at = headerAt(rows, table);
  const row = top[at];
  if (row === undefined) return { value: null, problems: [noHeader(top[0], table, file, naming)] };
  const double = doubled(top, at, naming);
  if (double !== null) {
    const message = `第${double.first}–${double.second}行均像表头`;
    return { value: null, problems: [problem('header/double', { file, line: double.second }, message, '请只保留一行表头')] };
  }
  const titles = top.slice(0, at).map(({ line, cells }) => {
    const text = shownHeading(cells.filter((cell) => !isBlank(cell)).join(' '));
    return problem('header/title', { file, line }, `第${line}行“${text}”为标题，已跳过；表头在第${row.line}行`);
  });
  const fields = fieldsOf(row.cells, naming);
  const present = new Set(fields);
  const missing = Object.entries(table.columns).filter(([field]) => !present.has(field));
  const heading = { row, fields, missing, table, file };
  const problems = [...titles, ...headingProblems(heading), ...missingProblems(heading)];
  if (problems.some((each) => each.severity === 'error')) return { value: null, problems };
  const nameless = row.cells.flatMap((cell, position) => (isBlank(cell) ? [position] : []));
  return { value: { line: row.line, at, fields, nameless, width: row.cells.length }, problems };
}

/** Where the header stands among the rows; -1 when no row above which only titles stand names a column. */
export function headerAt(rows: readonly Row[], table: Table): number {
  const naming = namingOf(table.columns);
  const top = rows.slice(0, titleLimit + 1);
  const required = Object.values(table.columns).filter((column) => column.required).length;
  const titles = top.findIndex(({ cells }) => filledIn(cells) >= required);
  const reachable = titles === -1 ? top : top.slice(0, titles + 1);
  const scores = reachable.map(({ cells }) => named(cells, naming));
  const best = Math.max(0, ...scores);
  return best === 0 ? -1 : scores.indexOf(best);
}

/** A row next to the header that names a column where the header names none: the header takes two rows. */
function doubled(top: readonly Row[], at: number, naming: Naming): { first: number; second: number } | null {
  const header = top[at];
  const names = (row: Row | undefined) =>
    row?.cells.some((cell, position) => isBlank(header?.cells[position]) && naming(cell) !== null) === true;
  const [above, below] = [top[at - 1], top[at + 1]];
  if (header !== undefined && above !== undefined && names(above)) return { first: above.line, second: header.line };
  return header !== undefined && below !== undefined && names(below) ? { first: header.line, second: below.line } : null;
}
