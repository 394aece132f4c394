import { daysInMonth, firstDay, lastDay, monthNumber, yearOf } from '../calendar/date.ts';
import type { Period } from '../calendar/period.ts';
import { claimsOf, countsApart, meansApart, sharesApart } from '../chance/change.ts';
import { countLimits, type Limits, type Mean, meanLimits, shareLimits } from '../chance/limits.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Operator, Target } from '../indicators/indicator.ts';
import type { PartResult, Result } from '../indicators/result.ts';
import { measuresOf } from '../measures/measure.ts';
import { inWholes, type Reading, type Tally } from '../measures/tally.ts';

/** What a number did since an earlier period, whatever that means for the service: 上升, 下降, 没有变化. */
export type Course = 'rose' | 'fell' | 'same';

/**
 * What a movement means under the target's direction: 好转, 变差, 基本持平; 不足以判断 where the cases are too few to tell a
 * change from chance or from none; 无法判断 where data are missing or the numbers cannot be compared.
 */
export type Direction = 'better' | 'worse' | 'steady' | 'undecided' | 'unknown';
export const directions: readonly Direction[] = ['better', 'worse', 'steady', 'undecided', 'unknown'];

/**
 * The rule by which a report says 好转 or 变差 at all: an exact test at one level. The report prints it.
 *
 * Shares are compared by the conditional distribution of Fisher, counts by that of Przyborowski and Wilenski for their days,
 * each by its central mid-p: two-sided, both tails alike, so that one more failed case never makes a change for the better.
 * At 2.5 % the greatest false alarm over n₁, n₂ from 10 to 300 and p from 0.9 to 1 is 2.51 % (over all p 2.74 %), for
 * counts 2.5 %; Fisher's own p at 3 % stays at 2.2 % and finds a fall from 97 % to 85 % less often (at n = 60 in 46 % of
 * cases, mid-p in 50 %), at 5 % it gives 3.6 % false alarms, and so does mid-p at 4 %.
 */
export const movementRule = {
  /** A change is told where chance alone would make two numbers so different at most this often. */
  level: 0.025,
  /** 基本持平 is said where all differences that the cases allow are within so many percentage points … */
  points: 5,
  /** … and for means and numbers of events within so many per cent of the earlier value. */
  percent: 10,
  /** Welch's test keeps its level for skewed durations only where neither period has more than so many times the cases of the other (at most 2.5 % false alarms for the shapes tried, at twice 3.1 %). */
  times: 1.5,
} as const;

/** The fall whose discovery the report's note on the rule gives. */
export const fall = { from: 0.97, to: 0.85 } as const;

/** How often the rule tells of that fall, by the number of cases in each of both periods. */
export const movementPower: readonly { readonly cases: number; readonly power: number }[] = [30, 60, 133, 300].map((n) => ({
  cases: n,
  power: claimsOf({ n, p: fall.from }, { n, p: fall.to }, movementRule.level),
}));

export interface Movement {
  readonly result: Result;
  readonly part: PartResult;
  readonly before: PartResult;
  readonly direction: Direction;
  /** Whether another target was in force in the earlier period. */
  readonly retargeted: boolean;
  /** From which day on the number is made in another way than in the earlier period; null where it is made in the same. */
  readonly redefined: string | null;
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
export function differenceBetween(before: Reading, after: Reading): Difference | null {
  if (before.kind === 'ratio' && after.kind === 'ratio')
    return quotientsApart([before.numerator, before.denominator], [after.numerator, after.denominator]);
  if (before.kind === 'mean' && after.kind === 'mean')
    return quotientsApart([before.sum, before.count], [after.sum, after.count]);
  return before.kind === 'count' && after.kind === 'count' ? { numerator: after.events - before.events, denominator: 1 } : null;
}

/** The difference in percentage points, minutes (or points of a mean) or events. */
export function differenceOf(before: Reading, after: Reading): number | null {
  const difference = differenceBetween(before, after);
  if (difference === null) return null;
  return (difference.numerator * (after.kind === 'ratio' ? 100 : 1)) / difference.denominator;
}

/** Which way a number went. */
export const courseOf = ({ numerator }: Difference): Course => (numerator > 0 ? 'rose' : numerator < 0 ? 'fell' : 'same');

/** A value between the limits that its cases allow. */
interface Estimate extends Limits {
  readonly value: number;
}

/** Two values, how likely chance alone sets them so far apart, and up to which difference they are called steady. */
interface Contrast {
  readonly chance: number;
  readonly before: Estimate;
  readonly after: Estimate;
  readonly margin: number;
}

const { level } = movementRule;

const percentOf = (value: number): number => (movementRule.percent / 100) * Math.abs(value);

/** Cases of which some passed; null where the numbers are amounts, which are no cases. */
function shareOf({ numerator, denominator }: Extract<Tally, { kind: 'ratio' }>) {
  const whole = Number.isInteger(numerator) && Number.isInteger(denominator);
  return whole && numerator >= 0 && numerator <= denominator && denominator > 0 ? { k: numerator, n: denominator } : null;
}

function sharesContrast(before: Extract<Tally, { kind: 'ratio' }>, after: typeof before): Contrast | null {
  const [one, other] = [shareOf(before), shareOf(after)];
  if (one === null || other === null) return null;
  const estimate = ({ k, n }: typeof one): Estimate => ({ value: k / n, ...shareLimits(k, n, level) });
  return {
    chance: sharesApart(one, other),
    before: estimate(one),
    after: estimate(other),
    margin: movementRule.points / 100,
  };
}

/** Numbers of events for as many days as the later period has. */
function countsContrast(before: PartResult, after: PartResult, events: readonly [number, number]): Contrast | null {
  const [days, laterDays] = [daysOf(before), daysOf(after)];
  if (days === 0 || laterDays === 0) return null;
  const estimate = (count: number, factor: number): Estimate => {
    const { low, high } = countLimits(count, level);
    return { value: count * factor, low: low * factor, high: high * factor };
  };
  const earlier = estimate(events[0], laterDays / days);
  return {
    chance: countsApart({ events: events[0], exposure: days }, { events: events[1], exposure: laterDays }),
    before: earlier,
    after: estimate(events[1], 1),
    margin: percentOf(earlier.value),
  };
}

/** How many days of data a part rests on. */
const daysOf = ({ data }: PartResult): number =>
  [...new Set(data.map(({ month }) => month))].reduce((sum, month) => sum + daysInMonth(yearOf(month), monthNumber(month)), 0);

function meanOf({ sum, count, squares }: Extract<Tally, { kind: 'mean' }>): Mean {
  const variance = count < 2 ? 0 : Math.max(0, squares - (sum * sum) / count) / (count - 1);
  return { cases: count, mean: sum / count, variance };
}

/** Means only where neither sample is small and both are of a size, since the test knows their spread from the cases alone. */
function meansContrast(before: PartResult, after: PartResult, [one, other]: readonly [Mean, Mean]): Contrast | null {
  const [fewer, more] = [Math.min(one.cases, other.cases), Math.max(one.cases, other.cases)];
  const chance = meansApart(one, other);
  if (chance === null || before.small || after.small || more > movementRule.times * fewer) return null;
  const estimate = (mean: Mean): Estimate => ({ value: mean.mean, ...meanLimits(mean, level) });
  return { chance, before: estimate(one), after: estimate(other), margin: percentOf(one.mean) };
}

/** What chance says of two values; null where it says nothing, as of amounts. */
function contrastOf(before: PartResult, after: PartResult): Contrast | null {
  const [one, other] = [before.tally, after.tally];
  if (one.kind === 'ratio' && other.kind === 'ratio') return sharesContrast(one, other);
  if (one.kind === 'count' && other.kind === 'count') return countsContrast(before, after, [one.events, other.events]);
  if (one.kind === 'mean' && other.kind === 'mean') return meansContrast(before, after, [meanOf(one), meanOf(other)]);
  return null;
}

/** Whether every difference that the cases allow is small: the limits of a difference from those of its ends (MOVER, Zou and Donner 2008). */
function isNarrow({ before, after, margin }: Contrast): boolean {
  const difference = after.value - before.value;
  const down = Math.hypot(after.value - after.low, before.high - before.value);
  const up = Math.hypot(after.high - after.value, before.value - before.low);
  return difference - down >= -margin && difference + up <= margin;
}

const decided = ({ verdict }: PartResult): boolean => verdict === 'met' || verdict === 'missed';
const without = ({ verdict }: PartResult): boolean => verdict === 'no-data' || verdict === 'incomplete';

/** From which day on the later number is made in another way: when a passed recheck began to count as passed. */
function redefinition(before: PartResult, after: PartResult): string | null {
  const [first, last] = [before.judged.months[0], after.judged.months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = measuresOf(after.part.measure).flatMap((measure) =>
    'recheck' in measure && measure.recheck !== undefined ? [measure.recheck.from] : [],
  );
  return days.find((day) => day > firstDay(first) && day <= lastDay(last)) ?? null;
}

/**
 * How a part's value moved. Null where there is nothing to compare because one of both periods is not judged at all; `unknown`
 * where data are missing or incomplete, where the number is made in another way, or where no direction is the better one in
 * both periods. Equal values are `steady`, however few the cases: a flat series is nothing else.
 */
export function directionOf(before: PartResult, after: PartResult): Direction | null {
  if (without(before) || without(after)) return 'unknown';
  if (!decided(before) || !decided(after) || after.target === null) return null;
  const more = wantsMore(after.target);
  const difference = differenceBetween(before.tally, after.tally);
  const turned = before.target !== null && wantsMore(before.target) !== more;
  if (more === null || turned || difference === null || redefinition(before, after) !== null) return 'unknown';
  const course = courseOf(difference);
  if (course === 'same') return 'steady';
  const contrast = contrastOf(before, after);
  if (contrast === null) return 'undecided';
  if (contrast.chance > movementRule.level) return isNarrow(contrast) ? 'steady' : 'undecided';
  // In fewer days more events may still be a lower rate, or the other way: then neither word fits the number.
  const rose = contrast.after.value > contrast.before.value;
  if (rose !== (course === 'rose')) return 'undecided';
  return rose === more ? 'better' : 'worse';
}

const sameTarget = (one: Target | null, other: Target | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.operator === other.operator &&
    one.value === other.value &&
    one.upTo === other.upTo &&
    one.unit === other.unit);

/** How every part of some results moved since an earlier period, where it can be compared. */
export function movementsSince(assessment: Assessment, results: readonly Result[], earlier: Period): Movement[] {
  return results.flatMap((result) => {
    const then = assessment.result(result.indicator, earlier, result.location);
    return result.parts.flatMap((part, index) => {
      const before = then.parts[index];
      const direction = before === undefined ? null : directionOf(before, part);
      if (before === undefined || direction === null) return [];
      const retargeted = !sameTarget(before.target, part.target);
      return [{ result, part, before, direction, retargeted, redefined: redefinition(before, part) }];
    });
  });
}
