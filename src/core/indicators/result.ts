import type { DateText, Month } from '../calendar/date.ts';
import type { Period } from '../calendar/period.ts';
import type { Handed } from '../logs/log.ts';
import { logsOf } from '../measures/measure.ts';
import type { Tally } from '../measures/tally.ts';
import type { Indicator, Part, Target } from './indicator.ts';
import type { Verdict } from './verdict.ts';

/** What a part's log was like in one month. */
export interface MonthData {
  readonly month: Month;
  readonly log: string;
  readonly handed: Handed;
  /** The last day told of, where the month is not over for this log; null where it is. */
  readonly through: DateText | null;
}

/** One part of an indicator judged over a period. */
export interface PartResult {
  readonly part: Part;
  /** The target in force at the end of the period; null before the first. */
  readonly target: Target | null;
  /** The months that were judged: the period's own, or those of the target's longer period. */
  readonly judged: Period;
  readonly tally: Tally;
  readonly excluded: number;
  /** Of how many cases the outcome is not there. */
  readonly unknown: number;
  /** How many cases are within their limit. */
  readonly underWay: number;
  /** How many cases were looked at. */
  readonly seen: number;
  readonly verdict: Verdict;
  /** Why the verdict is not simply met or missed, as sentences. */
  readonly reasons: readonly string[];
  readonly data: readonly MonthData[];
  readonly small: boolean;
  /** Whether the verdict joins those of the periods within, each with its own target, and compares no sum with one. */
  readonly severally: boolean;
}

/** Whether nothing was handed in of a part's own logs, or nothing yet: then it has no number, and a zero would read as one. */
export function isUntold({ part, verdict, data }: PartResult): boolean {
  if (verdict !== 'under-way') return verdict === 'no-data';
  const logs = logsOf(part.measure);
  return data.every(({ log, handed }) => !logs.includes(log) || handed.state === 'absent');
}

/** Stands for a location where what belongs to none is meant; null means the whole contract. No location has an empty id. */
export const unplaced = '';

/** An indicator judged over a period, for the whole contract, one location, or what belongs to none (`unplaced`). */
export interface Result {
  readonly indicator: Indicator;
  readonly period: Period;
  readonly location: string | null;
  readonly verdict: Verdict;
  readonly parts: readonly PartResult[];
}
