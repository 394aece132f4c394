import { z } from 'zod';
import { earlier, firstDay, lastDay, later } from '../calendar/date.ts';
import type { Values } from '../csv/column.ts';
import { alternativesSchema, conditionsSchema } from '../csv/condition.ts';
import type { TableRecord } from '../csv/table.ts';
import { compile, compileAny, type Test } from '../registers/condition.ts';
import { type Due, dueBy, dueOf, type Slot, slotJudging, slotWords } from '../registers/registers.ts';
import { checkAlternatives, checkColumn, checkConditions, type MeasureFault, unknownColumn } from './condition.ts';
import { eachRow, type MeasureInput, type MeasureKind, rowParameters, type Sink } from './judgement.ts';
import { passingIn, recheckSchema } from './recheck.ts';
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
  recheck: recheckSchema.optional(),
  because: z.string().optional(),
});
export type Coverage = z.infer<typeof coverageSchema>;
type Parameters = Coverage;

/** What the log's schedule makes due in the month, of the entries that a measure asks about; of a month under way what is over. */
function askedOf(parameters: Parameters, input: MeasureInput): readonly Due[] {
  const { until, month } = input;
  const schedule = input.registers.get('schedule')?.register ?? { columns: {} };
  const isAsked = compile(parameters.due, schedule, input.registers);
  const due = dueOf(input.registers, input.calendar, input.log.id, month).filter(({ entry }) => isAsked(entry));
  return until === lastDay(month) ? due : dueBy(due, until);
}

/** A row that may fulfil what was due. */
class Candidate {
  readonly record: TableRecord;
  /** Why the measure leaves it out; null for a row that counts. */
  readonly excluded: string | null;
  used = false;
  /** The candidate behind it at the same place. */
  next: Candidate | null = null;

  constructor(record: TableRecord, excluded: string | null) {
    this.record = record;
    this.excluded = excluded;
  }

  /** The day on which it says that it was done, in the log's column for that. */
  day(date: string): string {
    return String(this.record.values[date] ?? '').slice(0, 10);
  }
}

/**
 * Candidates by what they say in the columns that must match, a column at each step. Those of a place are a chain: V8 takes
 * a list for each for long-lived and then keeps all that it holds until the memory is next cleared out as a whole.
 */
class Match {
  private steps: Map<string, Match> | null = null;
  private first: Candidate | null = null;
  private last: Candidate | null = null;
  private ordered = true;

  /** The place of what a row or an entry says in these fields; made when it is new. */
  at(values: Values, fields: readonly string[]): Match {
    let place: Match = this;
    for (let at = 0; at < fields.length; at += 1) place = place.step(String(values[fields[at] ?? ''] ?? ''));
    return place;
  }

  private step(value: string): Match {
    this.steps ??= new Map();
    const known = this.steps.get(value);
    if (known !== undefined) return known;
    const made = new Match();
    this.steps.set(value, made);
    return made;
  }

  add(candidate: Candidate, date: string): void {
    const { last } = this;
    if (last === null) this.first = candidate;
    else {
      if (candidate.day(date) < last.day(date)) this.ordered = false;
      last.next = candidate;
    }
    this.last = candidate;
  }

  /** The first candidate of this place by day; those of one day follow each other as the log has them. */
  byDay(date: string): Candidate | null {
    if (!this.ordered) this.order(date);
    return this.first;
  }

  private order(date: string): void {
    const all: Candidate[] = [];
    for (let each = this.first; each !== null; each = each.next) all.push(each);
    all.sort((a, b) => (a.day(date) < b.day(date) ? -1 : a.day(date) > b.day(date) ? 1 : 0));
    this.first = null;
    this.last = null;
    for (const each of all) {
      each.next = null;
      this.add(each, date);
    }
    this.ordered = true;
  }
}

/** The days of all slots: those beyond the month lie in other months' files. */
function daysOf(asked: readonly Due[], { month }: MeasureInput): Slot {
  return asked
    .flatMap(({ slots }) => [slots[0] ?? [], slots.at(-1) ?? []].flat())
    .reduce<Slot>(({ from, to }, slot) => ({ from: earlier(slot.from, from), to: later(slot.to, to) }), {
      from: firstDay(month),
      to: lastDay(month),
    });
}

/** The rows that a measure looks at: those of the month in their order, and where they and those of other months match. */
function candidatesOf(
  parameters: Parameters,
  input: MeasureInput,
  asked: readonly Due[],
): { own: readonly Candidate[]; match: Match } {
  const fields = Object.keys(parameters.match);
  const own: Candidate[] = [];
  const match = new Match();
  const place = (record: TableRecord, excluded: string | null): Candidate => {
    const candidate = new Candidate(record, excluded);
    match.at(record.values, fields).add(candidate, input.log.date);
    return candidate;
  };
  eachRow(parameters, input, (record, excluded) => own.push(place(record, excluded)));
  const days = daysOf(asked, input);
  if (days.from < firstDay(input.month) || days.to > lastDay(input.month)) {
    eachRow(parameters, { ...input, records: input.around(days) }, place);
  }
  return { own, match };
}

/** That a row belongs to a week or a quarter which another month judges, or which is not over yet; null where it does not. */
function judgedElsewhere(parameters: Parameters, input: MeasureInput): (record: TableRecord) => string | null {
  const { log, month, until, registers, calendar } = input;
  const fields = Object.keys(parameters.match);
  const entryFields = Object.values(parameters.match);
  const saying = (values: Values, columns: readonly string[]) => columns.map((field) => values[field] ?? '').join('\u001f');
  const schedule = registers.get('schedule')?.register ?? { columns: {} };
  const isAsked = compile(parameters.due, schedule, registers);
  const entries = new Map<string, Values>();
  for (const { values } of registers.get('schedule')?.records ?? []) {
    if (values.log === log.id && isAsked(values)) entries.set(saying(values, entryFields), values);
  }
  return ({ values }) => {
    const entry = entries.get(saying(values, fields));
    const day = String(values[log.date] ?? '').slice(0, 10);
    const other = entry === undefined ? null : slotJudging(entry, day, calendar);
    if (other === null) return null;
    if (other.month !== month) return `属于 ${other.month} 评价的一期，在那里计入`;
    return until < lastDay(month) && other.slot.to > until ? `${slotWords(other.slot)} 还没有过完，过完后计入` : null;
  };
}

/** Hands out the candidates of one entry after another, slot by slot in time's order. */
class Queue {
  /** The rows that fall into the slot last asked for, as the log has them; they are used then. One list for all slots. */
  readonly rows: TableRecord[] = [];
  private readonly date: string;
  private next: Candidate | null = null;

  constructor(date: string) {
    this.date = date;
  }

  begin(first: Candidate | null): void {
    this.next = first;
  }

  /** Takes the rows of a slot. False when something falls into it and all of that is excluded: then nothing was due. */
  take({ from, to }: Slot): boolean {
    const { rows } = this;
    let count = 0;
    let excused = false;
    for (; this.next !== null; this.next = this.next.next) {
      const candidate = this.next;
      const day = candidate.day(this.date);
      if (day > to) break;
      if (candidate.used || day < from) continue;
      if (candidate.excluded === null) {
        candidate.used = true;
        rows[count] = candidate.record;
        count += 1;
      } else excused = true;
    }
    if (rows.length > count) rows.length = count;
    if (count > 1) rows.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
    return count > 0 || !excused;
  }
}

const whyMissing = (entry: Values, slot: Slot) => () => `应在 ${slotWords(slot)} 完成“${entry.item}”，没有记录`;

const whyFailed =
  (record: TableRecord, { done, because }: Parameters, { log, registers }: MeasureInput) =>
  () =>
    withText(failing(done, record, log, registers), record, because);

/** What a row must say to count as done, and whether only the first row of a slot is asked. */
interface Doing {
  readonly test: Test;
  readonly firstDecides: boolean;
}

/** The row of the earliest day, alone; of several of one day the first of the log. */
function earliest(rows: readonly TableRecord[], date: string): readonly TableRecord[] {
  if (rows.length < 2) return rows;
  const dayOf = ({ values }: TableRecord) => String(values[date] ?? '');
  return [rows.reduce((first, each) => (dayOf(each) < dayOf(first) ? each : first))];
}

/** Tells the sink what became of an entry's slots. */
function judgeEntry(
  { entry, slots }: Due,
  queue: Queue,
  done: Doing,
  parameters: Parameters,
  input: MeasureInput,
  sink: Sink,
): void {
  const { rows } = queue;
  const isDone = ({ values }: TableRecord) => done.test(values);
  slots.forEach((slot) => {
    if (!queue.take(slot)) {
      sink.excused(entry, slot);
      return;
    }
    const candidates = done.firstDecides ? earliest(rows, input.log.date) : rows;
    const good = candidates.find(isDone);
    const chosen = good ?? candidates[0];
    if (chosen === undefined && slot.to > input.through) sink.awaited(entry, slot, leftOut);
    else if (chosen === undefined) sink.missing(entry, slot, failed, whyMissing(entry, slot));
    else if (good !== undefined) sink.row(good, 'pass', passed, null, entry, slot);
    else sink.row(chosen, 'fail', failed, whyFailed(chosen, parameters, input), entry, slot);
    if (rows.length < 2) return;
    for (const row of rows)
      if (row !== chosen)
        sink.row(
          row,
          'excluded',
          leftOut,
          `同一期已由${chosen?.file === row.file ? '' : `${chosen?.file}的`}第${chosen?.line}行计入`,
        );
  });
}

export const coverage: MeasureKind<Parameters> = {
  judge(parameters, input, sink) {
    const asked = askedOf(parameters, input);
    const { own, match } = candidatesOf(parameters, input, asked);
    const entryFields = Object.values(parameters.match);
    const { alternatives, firstDecides } = passingIn(input, parameters.done, parameters.recheck);
    const done: Doing = { test: compileAny(alternatives, input.log, input.registers), firstDecides };
    const { date } = input.log;
    const queue = new Queue(date);
    for (const due of asked) {
      queue.begin(match.at(due.entry, entryFields).byDay(date));
      judgeEntry(due, queue, done, parameters, input, sink);
    }
    const left = own.filter(({ used }) => !used);
    const elsewhere = left.length === 0 ? () => null : judgedElsewhere(parameters, input);
    left.forEach(({ record, excluded }) => {
      const reason = excluded ?? elsewhere(record);
      if (reason === null) sink.unasked(record, leftOut);
      else sink.row(record, 'excluded', leftOut, reason);
    });
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
