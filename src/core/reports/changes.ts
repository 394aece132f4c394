import type { Period } from '../calendar/period.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Result } from '../indicators/result.ts';

/** A verdict that is not what it was in an earlier period. */
export interface Change {
  readonly result: Result;
  readonly before: Result;
}

/** Results whose verdict differs from the earlier period's, in the given order. */
export function changesSince(assessment: Assessment, results: readonly Result[], earlier: Period): Change[] {
  return results.flatMap((result) => {
    const before = assessment.result(result.indicator, earlier, result.location);
    return before.verdict === result.verdict ? [] : [{ result, before }];
  });
}

/** What of the changes turned into a miss from having been met, as it is now, and what turned back, as it was. */
export interface Turns {
  readonly worsened: readonly Result[];
  readonly recovered: readonly Result[];
}

export const turnsOf = (changes: readonly Change[]): Turns => ({
  worsened: changes
    .filter(({ before, result }) => before.verdict === 'met' && result.verdict === 'missed')
    .map(({ result }) => result),
  recovered: changes
    .filter(({ before, result }) => before.verdict === 'missed' && result.verdict === 'met')
    .map(({ before }) => before),
});
