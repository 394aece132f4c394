import type { Columns, Values } from './column.ts';
import type { ReadingContext } from './reading.ts';

/** A typed row: where it stands and what it says. */
export interface TableRecord {
  readonly file: string;
  readonly line: number;
  readonly values: Values;
}

/** A rule over the cells of one row, such as "passed is not more than checked". */
export interface RowRule {
  /** The columns concerned; the problem is placed on the first. */
  readonly columns: readonly string[];
  /** The rule as the filling guide tells it. */
  readonly words: string;
  /** A sentence that says what is contradictory, with the values or what a register says of them, and what to write; null when the row is sound. */
  check(values: Values, referents: ReadingContext['referents']): { readonly message: string; readonly hint: string } | null;
}

/** What a log and a register have in common: columns, the columns that identify a row, rules over a row. */
export interface Table {
  readonly columns: Columns;
  readonly key: readonly string[];
  readonly rules: readonly RowRule[];
  /** Columns that wait together: a row in which just these are blank is not at fault, it is not filled in yet. */
  readonly waits?: readonly string[];
}
