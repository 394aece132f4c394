import { z } from 'zod';
import type { Values } from '../csv/column.ts';
import type { TableRecord } from '../csv/table.ts';
import { type Occurrence, occurrencesOf } from '../registers/registers.ts';
import {
  alternativesSchema,
  cellOf,
  checkAlternatives,
  checkColumn,
  checkConditions,
  compileAny,
  conditionsSchema,
  holds,
  type MeasureFault,
  unknownColumn,
} from './condition.ts';
import { type MeasureInput, type MeasureKind, rowParameters, type Sink, selector } from './judgement.ts';
import { checkRows, failing, withText } from './rows.ts';
import { failed, leftOut, passed } from './tally.ts';

/**
 * Done of due occurrences: what was due comes from the schedule and the calendar, not from the rows received. An occurrence
 * whose only rows are excluded is not due.
 */
export const coverageSchema = z.strictObject({
  kind: z.literal('coverage'),
  ...rowParameters,
  /** Which schedule entries of the log are meant, by the schedule's columns. */
  due: conditionsSchema.optional(),
  /** Log column by schedule column: a row fulfils an entry when all are equal and its date lies in the slot. */
  match: z.record(z.string(), z.string()),
  /** What a matching row must say to count as done. */
  done: alternativesSchema.optional(),
  because: z.string().optional(),
});
type Parameters = z.infer<typeof coverageSchema>;

const slotWords = ({ slot }: Occurrence) => (slot.from === slot.to ? slot.from : `${slot.from} 至 ${slot.to}`);

/** Occurrences of the log's schedule in the month that a measure asks about. */
function dueOf(parameters: Parameters, input: MeasureInput): Occurrence[] {
  const conditions = Object.entries(parameters.due ?? {});
  const schedule = input.registers.get('schedule')?.register ?? { columns: {} };
  const asked = new Map<Values, boolean>();
  const isAsked = (entry: Values): boolean => {
    const known = asked.get(entry);
    if (known !== undefined) return known;
    const holding = conditions.every(([key, condition]) => holds(condition, cellOf(entry, key, schedule, input.registers)));
    asked.set(entry, holding);
    return holding;
  };
  return occurrencesOf(input.registers, input.calendar, input.log.id, input.month).filter(({ entry }) => isAsked(entry));
}

/** A row that may fulfil what was due, with the day on which it says that it was done. */
interface Candidate {
  readonly record: TableRecord;
  readonly day: string;
  /** Why the measure leaves it out; null for a row that counts. */
  readonly excluded: string | null;
  used: boolean;
}

/** The rows a measure looks at, in their order and by what they match. */
function candidatesOf(
  parameters: Parameters,
  input: MeasureInput,
): { all: readonly Candidate[]; byKey: ReadonlyMap<string, readonly Candidate[]> } {
  const select = selector(parameters, input);
  const fields = Object.keys(parameters.match);
  const all: Candidate[] = [];
  const byKey = new Map<string, Candidate[]>();
  for (const record of input.records) {
    const excluded = select(record);
    if (excluded === undefined) continue;
    const day = String(record.values[input.log.date] ?? '').slice(0, 10);
    const candidate: Candidate = { record, day, excluded, used: false };
    all.push(candidate);
    const key = keyOf(record.values, fields);
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [candidate]);
    else group.push(candidate);
  }
  return { all, byKey };
}

/** The candidates for one entry of the schedule; those of a day are found without looking at the others. */
class Group {
  readonly all: readonly Candidate[];
  private days: Map<string, Candidate[]> | null = null;

  constructor(all: readonly Candidate[]) {
    this.all = all;
  }

  onDay(day: string): readonly Candidate[] {
    this.days ??= this.byDay();
    return this.days.get(day) ?? [];
  }

  private byDay(): Map<string, Candidate[]> {
    const days = new Map<string, Candidate[]>();
    for (const candidate of this.all) {
      const same = days.get(candidate.day);
      if (same === undefined) days.set(candidate.day, [candidate]);
      else same.push(candidate);
    }
    return days;
  }
}

const keyOf = (values: Values, fields: readonly string[]): string =>
  fields.length === 1 ? String(values[fields[0] ?? ''] ?? '') : fields.map((field) => String(values[field] ?? '')).join('\u001f');

function judgeOccurrence(
  occurrence: Occurrence,
  rows: readonly TableRecord[],
  done: (record: TableRecord) => boolean,
  parameters: Parameters,
  input: MeasureInput,
  sink: Sink,
): void {
  const chosen = rows.find(done) ?? rows[0];
  if (chosen === undefined) {
    sink.missing(occurrence, failed, () => `应在 ${slotWords(occurrence)} 完成“${occurrence.entry.item}”，没有记录`);
    return;
  }
  if (done(chosen)) sink.row(chosen, 'pass', passed, null, occurrence);
  else {
    const why = () => withText(failing(parameters.done, chosen, input.log, input.registers), chosen, parameters.because);
    sink.row(chosen, 'fail', failed, why, occurrence);
  }
  for (const row of rows) if (row !== chosen) sink.row(row, 'excluded', leftOut, `同一期已由第${chosen.line}行计入`);
}

export const coverage: MeasureKind<Parameters> = {
  judge(parameters, input, sink) {
    const { all, byKey } = candidatesOf(parameters, input);
    const entryFields = Object.values(parameters.match);
    const keys = new Map<Values, Group>();
    const candidatesFor = ({ entry, slot }: Occurrence): readonly Candidate[] => {
      const group = keys.get(entry) ?? new Group(byKey.get(keyOf(entry, entryFields)) ?? []);
      keys.set(entry, group);
      return slot.from === slot.to ? group.onDay(slot.from) : group.all;
    };
    const done = compileAny(parameters.done, input.log, input.registers);
    for (const occurrence of dueOf(parameters, input)) {
      const { from, to } = occurrence.slot;
      const rows: TableRecord[] = [];
      let excused = false;
      for (const candidate of candidatesFor(occurrence)) {
        if (candidate.used || candidate.day < from || candidate.day > to) continue;
        if (candidate.excluded !== null) {
          excused = true;
          continue;
        }
        candidate.used = true;
        rows.push(candidate.record);
      }
      if (rows.length > 0 || !excused) judgeOccurrence(occurrence, rows, done, parameters, input, sink);
    }
    for (const { record, used, excluded } of all) {
      if (!used) sink.row(record, 'excluded', leftOut, excluded ?? '排期之外的作业，不计入');
    }
  },
  check(parameters, log, registers) {
    const schedule = registers.get('schedule')?.register;
    const match = Object.entries(parameters.match).flatMap(([field, entryField]): MeasureFault[] => {
      if (log.columns[field] === undefined) return [unknownColumn(field, ['match', field], log)];
      if (schedule?.columns[entryField] !== undefined) return [];
      return [
        { path: ['match', field], code: 'measure/column', message: `排期名录没有列“${entryField}”`, hint: '请写排期名录的列' },
      ];
    });
    const due = schedule === undefined ? [] : checkConditions(parameters.due, ['due'], schedule, registers);
    return [
      ...checkRows(parameters, log, registers),
      ...match,
      ...due,
      ...checkAlternatives(parameters.done, ['done'], log, registers),
      ...(parameters.because === undefined
        ? []
        : checkColumn(parameters.because, ['text', 'choice'], ['because'], log, registers)),
    ];
  },
};
