import type { Period } from '../calendar/period.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Operator, Target } from '../indicators/indicator.ts';
import type { PartResult, Result } from '../indicators/result.ts';
import { inWholes, type Tally } from '../measures/tally.ts';

/** What a number did since an earlier period, whatever that means for the service: 上升, 下降, 没有变化. */
export type Course = 'rose' | 'fell' | 'same';

/** What a movement means under the target's direction: 好转, 变差, 基本持平, 无法判断. */
export type Direction = 'better' | 'worse' | 'steady' | 'unknown';
export const directions: readonly Direction[] = ['better', 'worse', 'steady', 'unknown'];

/**
 * The rule by which a report says 好转 or 变差 at all. It is a reporting rule, not a test: it keeps single cases and
 * rounding from reading like a trend. The report prints it.
 */
export const movementRule = {
  /** A ratio must move by at least this many percentage points … */
  points: 1,
  /** … and by at least this many cases of the smaller of both periods. */
  cases: 2,
  /** A mean must move by at least this many per cent of its earlier value. */
  percent: 10,
  /** A number of events must move by at least this many. */
  events: 2,
} as const;

export interface Movement {
  readonly result: Result;
  readonly part: PartResult;
  readonly before: PartResult;
  readonly direction: Direction;
}

const higherIsBetter: Record<Operator, boolean | null> = {
  '>=': true,
  '>': true,
  '<=': false,
  '<': false,
  '==': null,
  between: null,
};

/** Whether more is better: by the target's sign, and for an exact target by its value, where the whole is the best. */
function wantsMore(target: Target): boolean | null {
  const plain = higherIsBetter[target.operator];
  if (plain !== null || target.operator === 'between') return plain;
  return target.unit === '%' ? target.value >= 100 : target.value === 0 ? false : null;
}

/** A difference as a quotient of whole numbers, its divisor above zero, so that no rounding can turn its sign. */
export interface Difference {
  readonly numerator: number;
  readonly denominator: number;
}

/** A difference between two quotients, in whole numbers throughout. */
function quotientsApart(before: readonly [number, number], after: readonly [number, number]): Difference | null {
  const [[part, whole], [laterPart, laterWhole]] = [inWholes(...before), inWholes(...after)];
  const denominator = laterWhole * whole;
  return denominator === 0 ? null : { numerator: laterPart * whole - part * laterWhole, denominator };
}

/** How far a tally is from an earlier one, as a part of the whole, in minutes (or points of a mean) or in events; null where there is nothing to compare. */
export function differenceBetween(before: Tally, after: Tally): Difference | null {
  if (before.kind === 'ratio' && after.kind === 'ratio')
    return quotientsApart([before.numerator, before.denominator], [after.numerator, after.denominator]);
  if (before.kind === 'mean' && after.kind === 'mean')
    return quotientsApart([before.sum, before.count], [after.sum, after.count]);
  return before.kind === 'count' && after.kind === 'count' ? { numerator: after.events - before.events, denominator: 1 } : null;
}

/** The difference in percentage points, minutes (or points of a mean) or events. */
export function differenceOf(before: Tally, after: Tally): number | null {
  const difference = differenceBetween(before, after);
  if (difference === null) return null;
  return (difference.numerator * (after.kind === 'ratio' ? 100 : 1)) / difference.denominator;
}

/** Which way a number went. */
export const courseOf = ({ numerator }: Difference): Course => (numerator > 0 ? 'rose' : numerator < 0 ? 'fell' : 'same');

/** Whether a difference is large enough to be told, by the rule above; in whole numbers, so that the edge is exact. */
function tells({ numerator, denominator }: Difference, before: Tally, after: Tally): boolean {
  const size = Math.abs(numerator);
  if (before.kind === 'ratio' && after.kind === 'ratio') {
    const smaller = Math.min(before.denominator, after.denominator);
    return size * 100 >= movementRule.points * denominator && size * smaller >= movementRule.cases * denominator;
  }
  if (before.kind === 'mean' && after.kind === 'mean')
    return size > 0 && size * 100 * before.count >= movementRule.percent * Math.abs(before.sum) * denominator;
  return size >= movementRule.events;
}

const decided = ({ verdict }: PartResult): boolean => verdict === 'met' || verdict === 'missed';
const without = ({ verdict }: PartResult): boolean => verdict === 'no-data' || verdict === 'incomplete';

/**
 * How a part's value moved. Null where there is nothing to compare because one of both periods is not judged at all;
 * `unknown` where data are missing or incomplete, or the sample is small.
 */
export function directionOf(before: PartResult, after: PartResult): Direction | null {
  if (without(before) || without(after)) return 'unknown';
  if (!decided(before) || !decided(after) || after.target === null) return null;
  const more = wantsMore(after.target);
  const difference = differenceBetween(before.tally, after.tally);
  if (before.small || after.small || more === null || difference === null) return 'unknown';
  if (!tells(difference, before.tally, after.tally)) return 'steady';
  return (courseOf(difference) === 'rose') === more ? 'better' : 'worse';
}

/** How every part of some results moved since an earlier period, where it can be compared. */
export function movementsSince(assessment: Assessment, results: readonly Result[], earlier: Period): Movement[] {
  return results.flatMap((result) => {
    const then = assessment.result(result.indicator, earlier, result.location);
    return result.parts.flatMap((part, index) => {
      const before = then.parts[index];
      const direction = before === undefined ? null : directionOf(before, part);
      return before === undefined || direction === null ? [] : [{ result, part, before, direction }];
    });
  });
}
