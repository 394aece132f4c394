import type { DateText } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Log } from '../logs/log.ts';

/** A row of a log, with the log that tells how to read it. */
export interface LogRow {
  readonly log: Log;
  readonly record: TableRecord;
}

/** What a cell says; null for an empty one. */
export const textOf = (record: TableRecord, field: string): string | null => {
  const value = record.values[field] ?? null;
  return value === null ? null : String(value);
};

/** A moment of a row if it lay before the end of a day: what came later was not known then. */
export function reachedBy(record: TableRecord, field: string, day: DateText): string | null {
  const moment = textOf(record, field);
  return moment === null || moment.slice(0, 10) > day ? null : moment;
}
