import type { Values } from '../csv/column.ts';
import type { TableRecord } from '../csv/table.ts';
import { Occurrence, type Slot } from '../registers/registers.ts';
import { type Judgement, locator, type MeasureInput, type Reason, type Sink } from './judgement.ts';
import { add, plus, type Tally, type TallyKind, zero } from './tally.ts';

const locationOfEntry = ({ location }: Values): string | null => (typeof location === 'string' ? location : null);

/** Lists every judgement with its reason: the evidence. */
export class Evidences implements Sink {
  readonly judgements: Judgement[] = [];
  private readonly locate: (record: TableRecord) => string | null;

  constructor({ log, registers }: MeasureInput) {
    this.locate = locator(log, registers);
  }

  row(
    record: TableRecord,
    counted: Judgement['counted'],
    contribution: Tally,
    reason: Reason,
    entry?: Values,
    slot?: Slot,
  ): void {
    const occurrence = entry === undefined || slot === undefined ? null : new Occurrence(entry, slot);
    const words = typeof reason === 'function' ? reason() : reason;
    const location = this.locate(record);
    this.judgements.push({ record, occurrence, location, counted, reason: words, contribution });
  }

  missing(entry: Values, slot: Slot, contribution: Tally, reason: () => string): void {
    const occurrence = new Occurrence(entry, slot);
    const location = locationOfEntry(entry);
    this.judgements.push({ record: null, occurrence, location, counted: 'fail', reason: reason(), contribution });
  }
}

/** What a measure adds up to, and how many rows it left out. */
export interface Total {
  readonly tally: Tally;
  readonly excluded: number;
}

/** A sum that grows in place: a month of rows is added one by one. */
class Sum {
  private first = 0;
  private second = 0;
  private excluded = 0;

  add(contribution: Tally, isExcluded: boolean): void {
    if (isExcluded) this.excluded += 1;
    switch (contribution.kind) {
      case 'ratio':
        this.first = plus(this.first, contribution.numerator);
        this.second = plus(this.second, contribution.denominator);
        break;
      case 'mean':
        this.first = plus(this.first, contribution.sum);
        this.second += contribution.count;
        break;
      case 'count':
        this.first += contribution.events;
    }
  }

  total(kind: TallyKind): Total {
    return { tally: this.tally(kind), excluded: this.excluded };
  }

  private tally(kind: TallyKind): Tally {
    switch (kind) {
      case 'ratio':
        return { kind, numerator: this.first, denominator: this.second };
      case 'mean':
        return { kind, sum: this.first, count: this.second };
      case 'count':
        return { kind, events: this.first };
    }
  }
}

/** Adds everything up by location and keeps nothing else: the numbers of the same judgements that the evidence lists. */
export class Totals implements Sink {
  private readonly sums = new Map<string | null, Sum>();
  private readonly locate: (record: TableRecord) => string | null;
  private readonly kind: TallyKind;
  /** Rows of one location often follow one another. */
  private lastLocation: string | null = null;
  private lastSum: Sum | null = null;

  constructor(kind: TallyKind, { log, registers }: MeasureInput) {
    this.kind = kind;
    this.locate = locator(log, registers);
  }

  private sumAt(location: string | null): Sum {
    if (this.lastSum !== null && this.lastLocation === location) return this.lastSum;
    const sum = this.sums.get(location) ?? new Sum();
    this.sums.set(location, sum);
    [this.lastLocation, this.lastSum] = [location, sum];
    return sum;
  }

  row(record: TableRecord, counted: Judgement['counted'], contribution: Tally): void {
    this.sumAt(this.locate(record)).add(contribution, counted === 'excluded');
  }

  missing(entry: Values, _slot: Slot, contribution: Tally): void {
    this.sumAt(locationOfEntry(entry)).add(contribution, false);
  }

  /** The totals of each location; null holds what belongs to none. */
  byLocation(): ReadonlyMap<string | null, Total> {
    return new Map([...this.sums].map(([location, sum]) => [location, sum.total(this.kind)]));
  }
}

export const nothing = (kind: TallyKind): Total => ({ tally: zero(kind), excluded: 0 });

export const addTotals = (a: Total, b: Total): Total => ({ tally: add(a.tally, b.tally), excluded: a.excluded + b.excluded });
