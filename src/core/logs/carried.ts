import type { Month } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';

/** A case that was not at its end when a month ended. */
export interface OpenCase {
  /** The row that told of it last. */
  readonly record: TableRecord;
  /** The month in whose file that row stands. */
  readonly month: Month;
  /** The month in which it began. */
  readonly since: Month;
}

/** What a log left open, by the key of its rows. */
export type LeftOpen = ReadonlyMap<string, OpenCase>;

/** A row that was handed in again because its case was open when the month before ended. */
export interface Carried {
  readonly record: TableRecord;
  readonly before: OpenCase;
}
