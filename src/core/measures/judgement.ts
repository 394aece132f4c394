import { z } from 'zod';
import type { Month } from '../calendar/date.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Log } from '../logs/log.ts';
import type { Occurrence, Registers } from '../registers/registers.ts';
import { compile, conditionsSchema, type MeasureFault } from './condition.ts';
import type { Tally } from './tally.ts';

/** How one row, or one thing that was due without a row, entered a measure. The tally is the sum of all contributions. */
export interface Judgement {
  /** The row; null when something was due and no row says that it was done. */
  readonly record: TableRecord | null;
  /** What was due, for measures that judge the schedule. */
  readonly occurrence: Occurrence | null;
  /** Location id, or null for a log without locations. */
  readonly location: string | null;
  readonly counted: 'pass' | 'fail' | 'excluded';
  /** Why it failed or was excluded, as a sentence for readers. */
  readonly reason: string | null;
  readonly contribution: Tally;
}

/** What a measure sees: one log's rows of one month, with the registers beside them. */
export interface MeasureInput {
  readonly log: Log;
  readonly month: Month;
  readonly records: readonly TableRecord[];
  readonly registers: Registers;
  readonly calendar: WorkCalendar;
}

/** What measures that read rows share: the log, which rows they look at, and which of these do not count, with the reason. */
export const rowParameters = {
  log: z.string(),
  where: conditionsSchema.optional(),
  exclude: z
    .array(
      z.strictObject({
        where: conditionsSchema,
        /** Why the plan lets these rows out, shown to the reader. */
        reason: z.string().min(1),
        /** The column whose text explains the single case. */
        because: z.string().optional(),
      }),
    )
    .default([]),
};

export type RowParameters = z.infer<z.ZodObject<typeof rowParameters>>;

/** Finds the location id of a log's rows, through the register when the log names an area or device instead. */
export function locator(log: Log, registers: Registers): (record: TableRecord) => string | null {
  const field = log.location;
  const column = field === null ? undefined : log.columns[field];
  if (field === null || column?.type !== 'reference') return () => null;
  const entries = column.register === 'locations' ? null : registers.get(column.register)?.byId;
  return ({ values }) => {
    const value = values[field];
    if (typeof value !== 'string') return null;
    if (entries === null) return value;
    const location = entries?.get(value)?.location;
    return typeof location === 'string' ? location : null;
  };
}

/** The location id of a row. */
export const locationOf = (record: TableRecord, log: Log, registers: Registers): string | null => locator(log, registers)(record);

/** What a measure makes of a row: undefined for one it does not look at, null for one that counts, otherwise why it is excluded. */
export type Selection = string | null | undefined;

/** The rows a measure looks at, and the reason for which one of these is excluded. */
export function selector(parameters: RowParameters, { log, registers }: MeasureInput): (record: TableRecord) => Selection {
  const included = compile(parameters.where, log, registers);
  const exclusions = parameters.exclude.map(({ where, reason, because }) => ({
    test: compile(where, log, registers),
    reason,
    because,
  }));
  return (record) => {
    if (!included(record)) return undefined;
    const exclusion = exclusions.find(({ test }) => test(record));
    if (exclusion === undefined) return null;
    const detail = exclusion.because === undefined ? null : record.values[exclusion.because];
    return detail === null || detail === undefined ? exclusion.reason : `${exclusion.reason}：${detail}`;
  };
}

/** Why a row failed or was excluded. A sentence that takes work to make is made only for who shows it. */
export type Reason = string | null | (() => string);

/** Receives how every row, and everything due without a row, entered a measure: to list it, or only to add it up. */
export interface Sink {
  row(record: TableRecord, counted: Judgement['counted'], contribution: Tally, reason: Reason, occurrence?: Occurrence): void;
  /** Something was due and no row says that it was done. */
  missing(occurrence: Occurrence, contribution: Tally, reason: () => string): void;
}

/** What each measure kind brings: a judgement of every row concerned, and a check of its parameters. */
export interface MeasureKind<Parameters> {
  judge(parameters: Parameters, input: MeasureInput, sink: Sink): void;
  check(parameters: Parameters, log: Log, registers: Registers): MeasureFault[];
}
