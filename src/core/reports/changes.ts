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
