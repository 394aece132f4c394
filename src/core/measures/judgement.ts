import { z } from 'zod';
import { type DateText, lastDay, type Month } from '../calendar/date.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { Value, Values } from '../csv/column.ts';
import { type Conditions, conditionsSchema } from '../csv/condition.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Carried } from '../logs/carried.ts';
import type { Log } from '../logs/log.ts';
import { compile } from '../registers/condition.ts';
import type { Occurrence, Registers, Slot } from '../registers/registers.ts';
import type { MeasureFault } from './condition.ts';
import type { Tally } from './tally.ts';

/** How a row, or what was due, enters a measure. */
export const countedKinds = ['pass', 'fail', 'excluded', 'unknown', 'under-way'] as const;
export type Counted = (typeof countedKinds)[number];

/** How one row, or one thing that was due without a row, entered a measure. The tally is the sum of all contributions. */
export interface Judgement {
  /** The row; null when something was due and no row says that it was done. */
  readonly record: TableRecord | null;
  /** What was due, for measures that judge the schedule. */
  readonly occurrence: Occurrence | null;
  /** Location id, or null for a log without locations. */
  readonly location: string | null;
  /**
   * `unknown`: its outcome is not there: a cell is blank, a case is still open, or nobody wrote down what was due.
   * `under-way`: a case within its limit, which is judged in the month in which it ends or its limit runs out.
   */
  readonly counted: Counted;
  /** Why it failed, was excluded or is unknown, as a sentence for readers. */
  readonly reason: string | null;
  readonly contribution: Tally;
  /** What the case counted without an outcome when it was last told of: a period that holds both months counts it once. */
  readonly settles: Provisional | null;
}

/** What a case whose outcome was not known added in a month. */
export interface Provisional {
  readonly month: Month;
  readonly contribution: Tally;
}

/** What a measure sees: one log's rows of one month, with the registers beside them. */
export interface MeasureInput {
  readonly log: Log;
  readonly month: Month;
  /** The last day of the month of which the file tells; before the month's last day it is not over. */
  readonly until: DateText;
  readonly records: readonly TableRecord[];
  /** Rows that continue a case of an earlier month. */
  readonly carried: readonly Carried[];
  /** Of all these, the rows whose cases are open on that day, so that a later month can judge them. */
  readonly open: ReadonlySet<TableRecord>;
  readonly registers: Registers;
  readonly calendar: WorkCalendar;
  /** Rows of the log in the files of other months that lie within some days. */
  readonly around: (days: Slot) => readonly TableRecord[];
  /** The last day of which any file tells: what is due after it may still be done. */
  readonly through: DateText;
}

/** 月末, or of a month under way 截至 2026-11-07 时: when what the file tells of ends. */
export const endWords = ({ month, until }: Pick<MeasureInput, 'month' | 'until'>): string =>
  until === lastDay(month) ? '月末' : `截至 ${until} 时`;

/** Rows that are not counted, with the reason that the reader is shown. */
const setAside = z
  .array(
    z.strictObject({
      where: conditionsSchema,
      reason: z.string().min(1),
      /** The column whose text explains the single case. */
      because: z.string().optional(),
    }),
  )
  .default([]);

/**
 * What measures that read rows share: the log, which rows they look at, which of these do not count because the plan lets them
 * out, and which have no outcome yet: those count at their worst.
 */
export const rowParameters = {
  log: z.string(),
  where: conditionsSchema.optional(),
  exclude: setAside,
  open: setAside,
};

export type RowParameters = z.infer<z.ZodObject<typeof rowParameters>>;

/**
 * The location of a register's entry by the entry's id: itself, or what the entry names, through as many registers as it takes (a
 * device in an area in a building). Null where that leads nowhere.
 */
function placeOf(register: string, id: string, registers: Registers, passed: readonly string[] = []): string | null {
  if (register === 'locations') return id;
  const table = registers.get(register);
  const entry = table?.byId.get(id);
  if (table === undefined || entry === undefined || passed.includes(register)) return null;
  const references = Object.entries(table.register.columns).flatMap(([field, column]) => {
    const named = entry[field];
    return column.type === 'reference' && typeof named === 'string' ? [{ register: column.register, id: named }] : [];
  });
  const direct = references.find((each) => each.register === 'locations');
  if (direct !== undefined) return direct.id;
  for (const each of references) {
    const place = placeOf(each.register, each.id, registers, [...passed, register]);
    if (place !== null) return place;
  }
  return null;
}

/** Finds the location id of a log's rows, through registers when the log names an area or device instead. */
export function locator(log: Log, registers: Registers): (record: TableRecord) => string | null {
  const field = log.location;
  const column = field === null ? undefined : log.columns[field];
  if (field === null || column?.type !== 'reference') return () => null;
  const { register } = column;
  const known = new Map<string, string | null>();
  return ({ values }) => {
    const value = values[field];
    if (typeof value !== 'string' || register === 'locations') return typeof value === 'string' ? value : null;
    const place = known.get(value) ?? placeOf(register, value, registers);
    known.set(value, place);
    return place;
  };
}

/** The location id of a row. */
export const locationOf = (record: TableRecord, log: Log, registers: Registers): string | null => locator(log, registers)(record);

/** Rows of one log and month by what they say in a column. */
type Index = Map<string, ReadonlyMap<Value, readonly TableRecord[]>>;

/** The latest rows that were asked for: many measures look at the same log and month one after another. */
const latest = new WeakMap<Registers, { readonly records: readonly TableRecord[]; readonly index: Index }>();

function indexOf({ records, registers }: MeasureInput): Index {
  const kept = latest.get(registers);
  if (kept?.records === records) return kept.index;
  const index: Index = new Map();
  latest.set(registers, { records, index });
  return index;
}

function byValue(records: readonly TableRecord[], field: string): ReadonlyMap<Value, readonly TableRecord[]> {
  const rows = new Map<Value, TableRecord[]>();
  records.forEach((record) => {
    const value = record.values[field] ?? null;
    const same = rows.get(value);
    if (same === undefined) rows.set(value, [record]);
    else same.push(record);
  });
  return rows;
}

const few = 8;

/** Rows among which all are that satisfy the conditions, in their order: those that say one of the wanted values, where that is few. */
function candidatesFor(where: Conditions | undefined, input: MeasureInput): readonly TableRecord[] {
  // A few rows are looked at as they stand, and the index of the many stays.
  if (input.records.length < few) return input.records;
  const index = indexOf(input);
  let fewest = input.records;
  for (const [field, value] of Object.entries(where ?? {})) {
    if (typeof value === 'object' || input.log.columns[field] === undefined) continue;
    const rows = index.get(field) ?? byValue(input.records, field);
    index.set(field, rows);
    const saying = rows.get(value) ?? [];
    if (saying.length < fewest.length) fewest = saying;
  }
  return fewest;
}

/** Why a row is set aside, by the first reason that holds; null for a row that counts. */
function reasonOf(
  reasons: RowParameters['exclude'],
  { log, registers }: Pick<MeasureInput, 'log' | 'registers'>,
): (values: Values) => string | null {
  return reasons.reduceRight<(values: Values) => string | null>(
    (otherwise, { where, reason, because }) => {
      const test = compile(where, log, registers);
      return (values) => {
        if (!test(values)) return otherwise(values);
        const detail = because === undefined ? null : values[because];
        return detail === null || detail === undefined ? reason : `${reason}：${detail}`;
      };
    },
    () => null,
  );
}

/** Hands over each row that a measure looks at, in the order of the log, with the reason for which it is excluded; null for one that counts. */
export function eachRow(
  parameters: RowParameters,
  input: MeasureInput,
  hand: (record: TableRecord, excluded: string | null) => void,
): void {
  const { log, registers } = input;
  const included = compile(parameters.where, log, registers);
  const excluded = reasonOf(parameters.exclude, input);
  candidatesFor(parameters.where, input).forEach((record) => {
    if (included(record.values)) hand(record, excluded(record.values));
  });
}

/** Columns of conditions that a row may leave blank: it cannot be told whether such a row is meant. */
function mayBeBlank(where: Conditions | undefined, { log }: MeasureInput): string[] {
  const asked = Object.entries(where ?? {}).filter(
    ([, condition]) => typeof condition !== 'object' || !('is' in condition || 'not' in condition),
  );
  return asked.map(([key]) => key).filter((key) => log.columns[key]?.required === false);
}

/** Why it cannot be told whether a row meets conditions, because of a blank cell; null where it can. */
export function hiddenBy(where: Conditions | undefined, input: MeasureInput): (values: Values) => string | null {
  const { log, registers } = input;
  const fields = mayBeBlank(where, input);
  if (fields.length === 0) return () => null;
  return (values) => {
    const blank = fields.filter((field) => (values[field] ?? null) === null);
    if (blank.length === 0) return null;
    const others = Object.entries(where ?? {}).filter(([key]) => !blank.includes(key));
    if (!compile(Object.fromEntries(others), log, registers)(values)) return null;
    return `${blank.map((field) => `“${log.columns[field]?.name ?? field}”`).join('、')}没有填写，不能判断`;
  };
}

/**
 * Hands over each row that counts, in the order of the log; tells the sink of those that the plan lets out, and of those whose
 * outcome is not there. `none` is what a row adds that does not count.
 */
export function eachCounted(
  parameters: RowParameters,
  input: MeasureInput,
  { sink, none }: { readonly sink: Sink; readonly none: Tally },
  hand: (record: TableRecord) => void,
): void {
  const open = reasonOf(parameters.open, input);
  eachRow(parameters, input, (record, excluded) => {
    if (excluded !== null) sink.row(record, 'excluded', none, excluded);
    else {
      const waiting = open(record.values);
      if (waiting === null) hand(record);
      else sink.row(record, 'unknown', none, waiting);
    }
  });
  if (mayBeBlank(parameters.where, input).length === 0) return;
  const hidden = hiddenBy(parameters.where, input);
  for (const record of input.records) {
    const reason = hidden(record.values);
    if (reason !== null) sink.row(record, 'unknown', none, reason);
  }
}

/** Why a row failed or was excluded. A sentence that takes work to make is made only for who shows it. */
export type Reason = string | null | (() => string);

/** Receives how every row, and everything due without a row, entered a measure: to list it, or only to add it up. */
export interface Sink {
  /** A row, with the schedule's entry and the slot that it fulfils or fails, where the schedule is judged. */
  row(record: TableRecord, counted: Counted, contribution: Tally, reason: Reason, entry?: Values, slot?: Slot): void;
  /** The row last told of continues a case that had counted without an outcome before. */
  settle(record: TableRecord, provisional: Provisional): void;
  /** An entry was due in a slot and no row says that it was done. */
  missing(entry: Values, slot: Slot, contribution: Tally, reason: () => string): void;
  /** An entry is due in a slot that has not ended when the files do, and no row says that it was done. */
  awaited(entry: Values, slot: Slot, contribution: Tally): void;
  /** All rows that speak of an entry in a slot are let out: nothing was due. */
  excused(entry: Values, slot: Slot): void;
  /** A row that the schedule did not ask for, so that this measure does not judge it. */
  unasked(record: TableRecord, contribution: Tally): void;
}

/** What each measure kind brings: a judgement of every row concerned, and a check of its parameters. */
export interface MeasureKind<Parameters> {
  judge(parameters: Parameters, input: MeasureInput, sink: Sink): void;
  check(parameters: Parameters, log: Log, registers: Registers): MeasureFault[];
}
