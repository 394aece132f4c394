import type { Month } from '../calendar/date.ts';
import type { Values } from '../csv/column.ts';
import type { TableRecord } from '../csv/table.ts';
import { Occurrence, type Slot, slotWords } from '../registers/registers.ts';
import {
  type Counted,
  type Judgement,
  locator,
  type MeasureInput,
  type Provisional,
  type Reason,
  type Sink,
} from './judgement.ts';
import { add, negative, plus, type Tally, type TallyKind, zero } from './tally.ts';

export const locationOfEntry = ({ location }: Values): string | null => (typeof location === 'string' ? location : null);

/** Lists every judgement with its reason: the evidence. */
export class Evidences implements Sink {
  readonly judgements: Judgement[] = [];
  private readonly locate: (record: TableRecord) => string | null;

  constructor({ log, registers }: MeasureInput) {
    this.locate = locator(log, registers);
  }

  row(record: TableRecord, counted: Counted, contribution: Tally, reason: Reason, entry?: Values, slot?: Slot): void {
    const occurrence = entry === undefined || slot === undefined ? null : new Occurrence(entry, slot);
    const words = typeof reason === 'function' ? reason() : reason;
    const location = this.locate(record);
    this.judgements.push({ record, occurrence, location, counted, reason: words, contribution, settles: null });
  }

  settle(record: TableRecord, provisional: Provisional): void {
    const last = this.judgements.at(-1);
    if (last?.record === record) this.judgements.splice(-1, 1, { ...last, settles: provisional });
  }

  excused(): void {}

  unasked(record: TableRecord, contribution: Tally): void {
    this.row(record, 'excluded', contribution, '排期之外的作业，不计入');
  }

  /** Something was due and no row speaks of it, for a measure of what such a row would say. */
  unknown(occurrence: Occurrence, contribution: Tally): void {
    const { entry, slot } = occurrence;
    const reason = `应在 ${slotWords(slot)} 查看“${entry.item}”，没有记录`;
    this.judgements.push({
      record: null,
      occurrence,
      location: locationOfEntry(entry),
      counted: 'unknown',
      reason,
      contribution,
      settles: null,
    });
  }

  awaited(entry: Values, slot: Slot, contribution: Tally): void {
    const occurrence = new Occurrence(entry, slot);
    const location = locationOfEntry(entry);
    const reason = `应在 ${slotWords(slot)} 完成“${entry.item}”，这一期还没有过完，没有记录`;
    this.judgements.push({ record: null, occurrence, location, counted: 'unknown', reason, contribution, settles: null });
  }

  missing(entry: Values, slot: Slot, contribution: Tally, reason: () => string): void {
    const occurrence = new Occurrence(entry, slot);
    const location = locationOfEntry(entry);
    this.judgements.push({ record: null, occurrence, location, counted: 'fail', reason: reason(), contribution, settles: null });
  }
}

/** Which rows, and which things that were due, some measure has judged. */
export class Judged {
  readonly records = new Set<TableRecord>();
  /** By the ids of the occurrences. */
  readonly occurrences = new Set<string>();
}

/** What a measure adds up to. */
export interface Total {
  readonly tally: Tally;
  /** How many rows the plan lets out. */
  readonly excluded: number;
  /** Of how many cases the outcome is not there. */
  readonly unknown: number;
  /** How many cases are within their limit: another month will judge them. */
  readonly underWay: number;
  /** How many cases were looked at, those that count and those that do not keep the criterion. */
  readonly seen: number;
}

/** Totals by location; null holds what belongs to none. */
export type LocationTotals = ReadonlyMap<string | null, Total>;

/** A sum that grows in place: a month of rows is added one by one. */
class Sum {
  private first = 0;
  private second = 0;
  private squares = 0;
  private excluded = 0;
  private unknown = 0;
  private underWay = 0;
  private seen = 0;

  /** Takes note of how many cases were looked at, and of how many the outcome is not there. */
  note(seen: number, unknown: number): void {
    this.seen += seen;
    this.unknown += unknown;
  }

  /** Adds a row. */
  add(contribution: Tally, counted: Counted): void {
    if (counted === 'excluded') this.excluded += 1;
    else if (counted === 'under-way') this.underWay += 1;
    else this.note(counted === 'unknown' ? 0 : 1, counted === 'unknown' ? 1 : 0);
    this.plus(contribution);
  }

  /** Adds what a row, or the lack of one, contributes. */
  plus(contribution: Tally): void {
    switch (contribution.kind) {
      case 'ratio':
        this.first = plus(this.first, contribution.numerator);
        this.second = plus(this.second, contribution.denominator);
        break;
      case 'mean':
        this.first = plus(this.first, contribution.sum);
        this.second += contribution.count;
        this.squares = plus(this.squares, contribution.squares);
        break;
      case 'count':
        this.first += contribution.events;
    }
  }

  total(kind: TallyKind): Total {
    const { excluded, unknown, underWay, seen } = this;
    return { tally: this.tally(kind), excluded, unknown, underWay, seen };
  }

  private tally(kind: TallyKind): Tally {
    switch (kind) {
      case 'ratio':
        return { kind, numerator: this.first, denominator: this.second };
      case 'mean':
        return { kind, sum: this.first, count: this.second, squares: this.squares };
      case 'count':
        return { kind, events: this.first };
    }
  }
}

/** Adds everything up by location: the numbers of the same judgements that the evidence lists. Takes note of what it judges. */
export class Totals implements Sink {
  /** What was due and of which no row speaks. */
  readonly missed: Occurrence[] = [];
  private readonly sums = new Map<string | null, Sum>();
  private readonly provisional = new Map<Month, Map<string | null, Sum>>();
  private readonly locate: (record: TableRecord) => string | null;
  private readonly kind: TallyKind;
  private readonly judged: Judged;
  /** Rows of one location often follow one another. */
  private lastLocation: string | null = null;
  private lastSum: Sum | null = null;

  constructor(kind: TallyKind, { log, registers }: MeasureInput, judged: Judged) {
    this.kind = kind;
    this.judged = judged;
    this.locate = locator(log, registers);
  }

  private sumAt(location: string | null): Sum {
    if (this.lastSum !== null && this.lastLocation === location) return this.lastSum;
    const sum = this.sums.get(location) ?? new Sum();
    this.sums.set(location, sum);
    [this.lastLocation, this.lastSum] = [location, sum];
    return sum;
  }

  row(record: TableRecord, counted: Counted, contribution: Tally, _reason: Reason, entry?: Values, slot?: Slot): void {
    this.judged.records.add(record);
    if (entry !== undefined && slot !== undefined) this.excused(entry, slot);
    this.sumAt(this.locate(record)).add(contribution, counted);
  }

  awaited(entry: Values, slot: Slot, contribution: Tally): void {
    this.excused(entry, slot);
    this.sumAt(locationOfEntry(entry)).add(contribution, 'unknown');
  }

  missing(entry: Values, slot: Slot, contribution: Tally): void {
    this.missed.push(new Occurrence(entry, slot));
    this.excused(entry, slot);
    this.sumAt(locationOfEntry(entry)).plus(contribution);
  }

  excused(entry: Values, slot: Slot): void {
    this.judged.occurrences.add(new Occurrence(entry, slot).id);
  }

  unasked(record: TableRecord, contribution: Tally): void {
    this.sumAt(this.locate(record)).add(contribution, 'excluded');
  }

  settle(record: TableRecord, { month, contribution }: Provisional): void {
    const places = this.provisional.get(month) ?? new Map<string | null, Sum>();
    this.provisional.set(month, places);
    const location = this.locate(record);
    const sum = places.get(location) ?? new Sum();
    places.set(location, sum);
    sum.add(contribution, 'unknown');
  }

  /** By month, what cases counted there without an outcome and what this month has settled, by location. */
  settled(): ReadonlyMap<Month, LocationTotals> {
    return new Map([...this.provisional].map(([month, places]) => [month, this.totalsOf(places)]));
  }

  /** Takes note of cases that were looked at elsewhere, and of those of which no row speaks. */
  note(location: string | null, { seen, unknown }: Pick<Total, 'seen' | 'unknown'>): void {
    this.sumAt(location).note(seen, unknown);
  }

  /** The totals of each location; null holds what belongs to none. */
  byLocation(): LocationTotals {
    return this.totalsOf(this.sums);
  }

  private totalsOf(sums: ReadonlyMap<string | null, Sum>): LocationTotals {
    return new Map([...sums].map(([location, sum]) => [location, sum.total(this.kind)]));
  }
}

export const nothing = (kind: TallyKind): Total => ({ tally: zero(kind), excluded: 0, unknown: 0, underWay: 0, seen: 0 });

export const addTotals = (a: Total, b: Total): Total => ({
  tally: add(a.tally, b.tally),
  excluded: a.excluded + b.excluded,
  unknown: a.unknown + b.unknown,
  underWay: a.underWay + b.underWay,
  seen: a.seen + b.seen,
});

/** What a total takes away from a sum that holds it. */
export const negated = ({ tally, excluded, unknown, underWay, seen }: Total): Total => ({
  tally: negative(tally),
  excluded: -excluded,
  unknown: -unknown,
  underWay: -underWay,
  seen: -seen,
});
