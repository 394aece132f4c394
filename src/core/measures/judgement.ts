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

/** The location id of a row, through the register when the log names an area or device instead. */
export function locationOf(record: TableRecord, log: Log, registers: Registers): string | null {
  if (log.location === null) return null;
  const value = record.values[log.location];
  const column = log.columns[log.location];
  if (typeof value !== 'string' || column?.type !== 'reference') return null;
  if (column.register === 'locations') return value;
  const location = registers.get(column.register)?.byId.get(value)?.location;
  return typeof location === 'string' ? location : null;
}

/** The rows a measure looks at, each with the reason for which it is excluded, or null. */
export function selectRows(parameters: RowParameters, input: MeasureInput): { record: TableRecord; excluded: string | null }[] {
  const { log, registers } = input;
  const included = compile(parameters.where, log, registers);
  const exclusions = parameters.exclude.map(({ where, reason, because }) => ({
    test: compile(where, log, registers),
    reason,
    because,
  }));
  return input.records.filter(included).map((record) => {
    const exclusion = exclusions.find(({ test }) => test(record));
    if (exclusion === undefined) return { record, excluded: null };
    const detail = exclusion.because === undefined ? null : record.values[exclusion.because];
    return { record, excluded: detail === null || detail === undefined ? exclusion.reason : `${exclusion.reason}：${detail}` };
  });
}

/** A judgement on one row. */
export function onRow(
  record: TableRecord,
  input: MeasureInput,
  counted: Judgement['counted'],
  reason: string | null,
  contribution: Tally,
): Judgement {
  return { record, occurrence: null, location: locationOf(record, input.log, input.registers), counted, reason, contribution };
}

/** What each measure kind brings: a judgement of every row concerned, and a check of its parameters. */
export interface MeasureKind<Parameters> {
  judge(parameters: Parameters, input: MeasureInput): Judgement[];
  check(parameters: Parameters, log: Log, registers: Registers): MeasureFault[];
}
