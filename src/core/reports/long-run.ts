import { longestRun, type Run, runChance, type Side } from '../chance/runs.ts';
import type { PartResult } from '../indicators/result.ts';
import { add, zero } from '../measures/tally.ts';
import { courseOf, differenceBetween, movementRule } from './movement.ts';

/** Over how many months a run is looked for: a year and the month before it. */
const span = 13;

/** A run among the last of a series, with how many of them it was looked for in. */
export interface LongRun extends Run {
  readonly of: number;
}

const isJudged = ({ verdict, judged }: PartResult): boolean =>
  judged.kind === 'month' && (verdict === 'met' || verdict === 'missed');

/**
 * The months of a part's last thirteen that lie together on one side of their common average, where months of an unchanged
 * process fall into such an order at most as often as the rule for movements allows (2.5 %). It comments on a series and
 * judges nothing. Null where there is none, and where one of the thirteen has no value: nobody knows what a gap would have said.
 */
export function longRunOf(parts: readonly PartResult[]): LongRun | null {
  const last = parts.slice(-span);
  const [first] = last;
  if (first === undefined || last.length < span || !last.every(isJudged)) return null;
  const pooled = last.map(({ tally }) => tally).reduce(add, zero(first.tally.kind));
  const average = pooled.kind === 'count' ? null : pooled;
  const sides = last.map(({ tally }): Side => {
    if (tally.kind === 'count' && pooled.kind === 'count') return sideOf(Math.sign(tally.events * span - pooled.events));
    const difference = average === null ? null : differenceBetween(average, tally);
    return difference === null ? null : sideOf({ rose: 1, fell: -1, same: 0 }[courseOf(difference)]);
  });
  const run = longestRun(sides);
  const count = (side: Side) => sides.filter((each) => each === side).length;
  if (run === null || runChance(count('above'), count('below'), run.length) > movementRule.level) return null;
  return { ...run, from: parts.length - span + run.from, of: span };
}

const sideOf = (sign: number): Side => (sign > 0 ? 'above' : sign < 0 ? 'below' : null);
