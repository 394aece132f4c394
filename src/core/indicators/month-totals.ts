import type { MeasureInput } from '../measures/judgement.ts';
import { totalsOf } from '../measures/measure.ts';
import { Judged, locationOfEntry, type Total, type Totals } from '../measures/sinks.ts';
import type { Occurrence } from '../registers/registers.ts';
import type { Indicator, Part } from './indicator.ts';
import { bearsOn, type MissedRound, missedRound } from './rounds.ts';

/** The parts whose rounds see what a part counts: those of the indicators that it names which judge the schedule. */
export function seersOf({ measure }: Part, indicators: readonly Indicator[]): readonly Part[] {
  if (measure.kind !== 'count' || measure.seenBy.length === 0) return [];
  const named = indicators.filter(({ id }) => measure.seenBy.includes(id));
  return named.flatMap(({ parts }) => parts.filter((part) => part.measure.kind === 'coverage'));
}

/**
 * What a month's rows add up to for each part. The schedule is judged first: of what nobody wrote down, the other measures of a
 * log take note as well.
 */
export class MonthTotals {
  /** What some part has judged. */
  readonly judged = new Judged();
  private readonly indicators: readonly Indicator[];
  private readonly inputOf: (log: string) => MeasureInput | null;
  private readonly made = new Map<Part, Totals>();
  /** By log and occurrence, the rounds of which no row speaks. */
  private readonly missed = new Map<string, Map<string, MissedRound>>();

  /** `byLog` are the parts of the indicators by the log that they judge; `inputOf` gives what came in of a log. */
  constructor(
    indicators: readonly Indicator[],
    byLog: ReadonlyMap<string, readonly Part[]>,
    inputOf: (log: string) => MeasureInput | null,
  ) {
    this.indicators = indicators;
    this.inputOf = inputOf;
    const others: (readonly [Part, MeasureInput])[] = [];
    for (const [log, parts] of byLog) {
      const input = inputOf(log);
      if (input === null) continue;
      for (const part of parts) {
        if (part.measure.kind === 'coverage') this.judgeSchedule(part, input);
        else others.push([part, input]);
      }
      // While the rows of this log are at hand.
      for (const [part, own] of others.splice(0)) this.made.set(part, totalsOf(part.measure, own, this.judged));
    }
    for (const part of this.made.keys()) this.noteElsewhere(part);
  }

  private judgeSchedule(part: Part, input: MeasureInput): void {
    const totals = totalsOf(part.measure, input, this.judged);
    this.made.set(part, totals);
    if (part.measure.kind !== 'coverage') return;
    const rounds = this.missed.get(input.log.id) ?? new Map<string, MissedRound>();
    this.missed.set(input.log.id, rounds);
    for (const occurrence of totals.missed) rounds.set(occurrence.id, missedRound(part.measure, occurrence));
  }

  /** Takes note of what was looked at, and of what nobody wrote down, on the rounds that would have seen what a part counts. */
  private noteElsewhere(part: Part): void {
    const totals = this.made.get(part);
    for (const { entry } of this.missedFor(part)) totals?.note(locationOfEntry(entry), { seen: 0, unknown: 1 });
    for (const seer of seersOf(part, this.indicators)) {
      for (const [location, { seen }] of this.made.get(seer)?.byLocation() ?? []) totals?.note(location, { seen, unknown: 0 });
    }
  }

  /** The rounds of which no row speaks and which would have borne on a part. */
  missedFor(part: Part): readonly Occurrence[] {
    const seers = seersOf(part, this.indicators).flatMap((seer) => this.made.get(seer)?.missed ?? []);
    const rounds = this.missed.get(part.measure.log);
    const input = rounds === undefined || rounds.size === 0 ? null : this.inputOf(part.measure.log);
    if (rounds === undefined || input === null) return seers;
    const own = [...rounds.values()].filter((each) => bearsOn(each, part.measure, input.log, input.registers));
    return [...own.map(({ occurrence }) => occurrence), ...seers];
  }

  /** The totals of a part by location; null holds what belongs to none. */
  of(part: Part): ReadonlyMap<string | null, Total> {
    return this.made.get(part)?.byLocation() ?? new Map<string | null, Total>();
  }
}
