import type { DateText, Month } from '../calendar/date.ts';
import type { Conditions } from '../csv/condition.ts';
import { once } from '../csv/once.ts';
import type { Table, TableRecord } from '../csv/table.ts';
import type { Carried } from './carried.ts';
import type { Role } from './role.ts';

/** A monthly log: its columns, what identifies a row, when and where a row belongs. One definition, one file. */
export interface Log extends Table {
  readonly id: string;
  /** The Chinese name, which the delivery slip shows. */
  readonly name: string;
  /** Order among the logs on pages and in the dictionary. */
  readonly order: number;
  /** What is written down here, and by whom, in one sentence. */
  readonly about: string;
  /** The column whose date places a row in its month. */
  readonly date: string;
  /** The column that names the location, or null for a log of the whole contract. */
  readonly location: string | null;
  /** The column with running numbers `<series>-<month>-<number>`, for what happens unplanned; null where the schedule says what is due. */
  readonly sequence: string | null;
  /** What its rows are, as the contract declares it. */
  readonly roles: readonly Role[];
  /** Rows that no indicator judges, with the reason. */
  readonly unjudged: readonly Unjudged[];
}

/** Rows of a log that no indicator judges: those that meet the conditions, all where there are none. */
export interface Unjudged {
  readonly where?: Conditions | undefined;
  readonly reason: string;
}

/** A running number such as `BX-202609-003`: the series, the month it claims and the number. */
export const runningNumber = /^([A-Z]{2,4})-(\d{4})(\d{2})-(\d{3,4})$/u;

/** What the running numbers of one series and month have in common. */
export interface Run {
  readonly series: string;
  readonly month: Month;
}

/** A file's numbers begin all alike, as `BX-202609`, so that each beginning is taken apart once. */
const runFrom = once(
  (start: string): Run => ({ series: start.slice(0, -7), month: `${start.slice(-6, -2)}-${start.slice(-2)}` }),
);

/** The run to which a running number belongs; null for a text that is none. */
export const runOf = (text: string): Run | null =>
  runningNumber.test(text) ? runFrom(text.slice(0, text.lastIndexOf('-'))) : null;

/** The number within its run. */
export const numberInRun = (text: string): number => Number(text.slice(text.lastIndexOf('-') + 1));

/** Builds the pattern and shape of a running number of one series. */
export const running = (series: string) => ({
  pattern: new RegExp(`^${series}-\\d{6}-\\d{3,4}$`, 'u'),
  shape: `${series}-202609-001（${series}-年月-流水号，每月从 001 起连续）`,
});

/** What came in for one log in one month. */
export type Handed =
  /** No file and no slip line. */
  | { readonly state: 'absent' }
  /** A slip line with 0 rows. */
  | { readonly state: 'nil'; readonly on: string; readonly late: boolean }
  | { readonly state: 'complete'; readonly on: string; readonly late: boolean }
  /** Rows and slip differ, or running numbers have a gap; the reasons are sentences. */
  | { readonly state: 'incomplete'; readonly on: string; readonly late: boolean; readonly reasons: readonly string[] };

/** One log of one month as delivered. */
export interface LogMonth {
  readonly log: Log;
  readonly month: Month;
  readonly file: string;
  readonly handed: Handed;
  /** The last day of which the month's files tell, where the month is not over; null where they tell of all of it. */
  readonly through: DateText | null;
  /** The rows that belong to the month. */
  readonly records: readonly TableRecord[];
  /** Rows handed in again, because their cases were open when the month before ended. */
  readonly carried: readonly Carried[];
  /** Of both, the rows whose cases are open at the month's end, or on the last day told of. */
  readonly open: ReadonlySet<TableRecord>;
  /** The rows that were refused, with the values of those cells that could be read. */
  readonly refused: readonly TableRecord[];
  /** What became of the file's rows; nothing but zeros when there is no file or none of it could be read. */
  readonly rows: RowCounts;
}

/** How many rows a file holds, and what became of them; `read` and `refused` add up to `given`. */
export interface RowCounts {
  /** Rows below the header; blank rows and totals are none. */
  readonly given: number;
  readonly read: number;
  /** Of the rows read, those with a cell in another spelling than the template's. */
  readonly repaired: number;
  readonly refused: number;
  /** Of all given, those that were handed in again: they began in an earlier month. */
  readonly carried: number;
}

export const noRows: RowCounts = { given: 0, read: 0, repaired: 0, refused: 0, carried: 0 };

/** All rows of a log's file in their order: those of the month and those that continue a case. */
export function rowsOfFile({ records, carried }: Pick<LogMonth, 'records' | 'carried'>): readonly TableRecord[] {
  if (carried.length === 0) return records;
  return [...carried.map(({ record }) => record), ...records].sort((a, b) => a.line - b.line);
}

/** A log of a month of which nothing came in. */
export const absentLog = (log: Log, month: Month, through: DateText | null = null): LogMonth => ({
  log,
  month,
  file: `data/${month}/${log.id}.csv`,
  handed: { state: 'absent' },
  through,
  records: [],
  carried: [],
  open: new Set(),
  refused: [],
  rows: noRows,
});
