import { lastDay, type Month } from '../calendar/date.ts';
import { rowsAround, toldThrough } from '../ledger/around.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LogMonth } from '../logs/log.ts';
import type { Coverage } from '../measures/coverage.ts';
import type { MeasureInput } from '../measures/judgement.ts';
import { type Measure, measuresOf, totalsOf } from '../measures/measure.ts';
import { addTotals, Judged, type LocationTotals, locationOfEntry, type Totals } from '../measures/sinks.ts';
import type { Occurrence, Slot } from '../registers/registers.ts';
import type { Indicator, Part } from './indicator.ts';
import { bearsOn, type MissedRound, missedRounds } from './rounds.ts';

/** A measure of one log with the part to whose number it adds. */
export interface Summand {
  readonly part: Part;
  readonly measure: Measure;
}

/** The measures whose rounds see what a measure counts: those of the indicators that it names which judge the schedule. */
export function seersOf(measure: Measure, indicators: readonly Indicator[]): readonly Measure[] {
  if (measure.kind !== 'count' || measure.seenBy.length === 0) return [];
  const named = indicators.filter(({ id }) => measure.seenBy.includes(id));
  const measures = named.flatMap(({ parts }) => parts.flatMap((part) => measuresOf(part.measure)));
  return measures.filter(({ kind }) => kind === 'coverage');
}

/** What a measure sees of a log that was handed in. */
export const measured = (
  logMonth: LogMonth,
  ledger: Pick<Ledger, 'registers' | 'calendar' | 'months' | 'beyond'>,
): MeasureInput => {
  const { log, month, records, carried, open, through: underWay } = logMonth;
  const { registers, calendar } = ledger;
  const around = (days: Slot) => rowsAround(ledger, logMonth, days);
  const end = lastDay(month);
  const through = toldThrough(ledger, log.id) ?? end;
  return { log, month, until: underWay ?? end, records, carried, open, registers, calendar, around, through };
};

/** Totals by location added up. */
function addByLocation(a: LocationTotals, b: LocationTotals): LocationTotals {
  const sum = new Map(a);
  for (const [location, total] of b) {
    const known = sum.get(location);
    sum.set(location, known === undefined ? total : addTotals(known, total));
  }
  return sum;
}

const ofSchedule = ({ measure }: Summand): boolean => measure.kind === 'coverage';

/**
 * Whether a measure judges what it counts: a figure without a target judges nothing, and a denominator only says how much there
 * was.
 */
const judges = ({ part, measure }: Summand): boolean =>
  part.targets.length > 0 && !(measure.kind === 'side' && measure.as === 'denominator');

/**
 * What a month's rows add up to for each part. The schedule is judged first: of what nobody wrote down, the other measures of a
 * log take note as well.
 */
export class MonthTotals {
  /** What some part has judged. */
  readonly judged = new Judged();
  private readonly indicators: readonly Indicator[];
  private readonly inputOf: (log: string) => MeasureInput | null;
  private readonly made = new Map<Measure, Totals>();
  /** By log, the rounds of which no row speaks. */
  private readonly missed = new Map<string, readonly MissedRound[]>();

  /** `byLog` are the measures of the indicators by their log; `inputOf` gives what came in of a log. */
  constructor(
    indicators: readonly Indicator[],
    byLog: ReadonlyMap<string, readonly Summand[]>,
    inputOf: (log: string) => MeasureInput | null,
  ) {
    this.indicators = indicators;
    this.inputOf = inputOf;
    for (const [log, summands] of byLog) {
      const input = inputOf(log);
      if (input === null) continue;
      // While the rows of this log are at hand.
      const [schedule, others] = [summands.filter(ofSchedule), summands.filter((each) => !ofSchedule(each))];
      for (const each of [...schedule, ...others]) this.judge(each, input);
      this.missed.set(log, missedRounds(this.missedBy(schedule)));
    }
    for (const measure of this.made.keys()) this.noteElsewhere(measure);
  }

  private judge(summand: Summand, input: MeasureInput): void {
    const { measure } = summand;
    this.made.set(measure, totalsOf(measure, input, judges(summand) ? this.judged : new Judged()));
  }

  /** What each of some measures of the schedule misses. */
  private missedBy(schedule: readonly Summand[]): ReadonlyMap<Coverage, readonly Occurrence[]> {
    return new Map(
      schedule.flatMap(({ measure }) =>
        measure.kind === 'coverage' ? [[measure, this.made.get(measure)?.missed ?? []] as const] : [],
      ),
    );
  }

  /** Takes note of what was looked at, and of what nobody wrote down, on the rounds that would have seen what a part counts. */
  private noteElsewhere(measure: Measure): void {
    const totals = this.made.get(measure);
    for (const { entry } of this.missedFor(measure)) totals?.note(locationOfEntry(entry), { seen: 0, unknown: 1 });
    for (const seer of seersOf(measure, this.indicators)) {
      for (const [location, { seen }] of this.made.get(seer)?.byLocation() ?? []) totals?.note(location, { seen, unknown: 0 });
    }
  }

  /** The rounds of which no row speaks and which would have borne on a measure. */
  missedFor(measure: Measure): readonly Occurrence[] {
    const seers = seersOf(measure, this.indicators).flatMap((seer) => this.made.get(seer)?.missed ?? []);
    const rounds = this.missed.get(measure.log) ?? [];
    const input = rounds.length === 0 ? null : this.inputOf(measure.log);
    if (input === null) return seers;
    const own = rounds.filter((each) => bearsOn(each, measure, input.log, input.registers));
    return [...own.map(({ occurrence }) => occurrence), ...seers];
  }

  /** The totals of a part by location; null holds what belongs to none. */
  of(part: Part): LocationTotals {
    return sumOf(measuresOf(part.measure).map((measure) => this.made.get(measure)?.byLocation()));
  }

  /** What cases had counted without an outcome in an earlier month and what this month has settled, by location. */
  settled(part: Part, earlier: Month): LocationTotals {
    return sumOf(measuresOf(part.measure).map((measure) => this.made.get(measure)?.settled().get(earlier)));
  }
}

/** Totals of several measures added up; those without any are left out. */
function sumOf(totals: readonly (LocationTotals | undefined)[]): LocationTotals {
  const [first, ...more] = totals.flatMap((each) => (each === undefined ? [] : [each]));
  return first === undefined ? new Map() : more.reduce(addByLocation, first);
}
