import type { Period } from '../calendar/period.ts';
import type { Assessment, PartResult, Result } from '../indicators/assessment.ts';
import type { Operator, Target } from '../indicators/indicator.ts';
import type { Tally } from '../measures/tally.ts';

/** How a value compares with an earlier one: 改善, 下降, 基本持平, 无法判断. */
export type Direction = 'better' | 'worse' | 'steady' | 'unknown';
export const directions: readonly Direction[] = ['better', 'worse', 'steady', 'unknown'];

/**
 * The rule by which a report says 改善 or 下降 at all. It is a reporting rule, not a test: it keeps single cases and
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

const higherIsBetter: Record<Operator, boolean | null> = { '>=': true, '>': true, '<=': false, '<': false, '==': null };

/** Whether more is better: by the target's sign, and for an exact target by its value, where the whole is the best. */
function wantsMore(target: Target): boolean | null {
  const plain = higherIsBetter[target.operator];
  if (plain !== null) return plain;
  return target.unit === '%' ? target.value >= 100 : target.value === 0 ? false : null;
}

/** The difference in percentage points, minutes (or points of a mean) or events. */
export function differenceOf(before: Tally, after: Tally): number | null {
  if (before.kind === 'ratio' && after.kind === 'ratio') {
    if (before.denominator === 0 || after.denominator === 0) return null;
    const cross = after.numerator * before.denominator - before.numerator * after.denominator;
    return (cross * 100) / (after.denominator * before.denominator);
  }
  if (before.kind === 'mean' && after.kind === 'mean') {
    return before.count === 0 || after.count === 0 ? null : after.sum / after.count - before.sum / before.count;
  }
  return before.kind === 'count' && after.kind === 'count' ? after.events - before.events : null;
}

/** Whether a difference is large enough to be told, by the rule above; in whole numbers, so that the edge is exact. */
function tells(before: Tally, after: Tally): boolean {
  if (before.kind === 'ratio' && after.kind === 'ratio') {
    const size = Math.abs(after.numerator * before.denominator - before.numerator * after.denominator);
    const whole = after.denominator * before.denominator;
    const smaller = Math.min(before.denominator, after.denominator);
    return size * 100 >= movementRule.points * whole && size * smaller >= movementRule.cases * whole;
  }
  if (before.kind === 'mean' && after.kind === 'mean') {
    const size = Math.abs(after.sum * before.count - before.sum * after.count);
    return size > 0 && size * 100 >= movementRule.percent * Math.abs(before.sum) * after.count;
  }
  return Math.abs(differenceOf(before, after) ?? 0) >= movementRule.events;
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
  const difference = differenceOf(before.tally, after.tally);
  if (before.small || after.small || more === null || difference === null) return 'unknown';
  if (!tells(before.tally, after.tally)) return 'steady';
  return difference > 0 === more ? 'better' : 'worse';
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
