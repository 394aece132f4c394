import { addMonths, type Month } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import type { Assessment, Result } from '../indicators/assessment.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Verdict } from '../indicators/verdict.ts';
import type { LogMonth } from '../logs/log.ts';
import { deliveriesOf } from './deliveries.ts';

/** A verdict that is not what it was in an earlier month. */
export interface Change {
  readonly result: Result;
  readonly before: Result;
}

/** What a reviewer needs of one month, in the order of need. */
export interface MonthReport {
  readonly month: Month;
  /** Results of every indicator with a measure: missed first, then what is unknown, then met; the plan's order within. */
  readonly results: readonly Result[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Indicators whose measure is not built yet. */
  readonly pending: readonly Indicator[];
  readonly previous: Month | null;
  readonly lastYear: Month | null;
  readonly sincePrevious: readonly Change[];
  readonly sinceLastYear: readonly Change[];
  /** Every log with what was handed in. */
  readonly deliveries: readonly LogMonth[];
}

/** Verdicts from what needs action to what needs none. */
export const urgency: readonly Verdict[] = ['missed', 'incomplete', 'no-data', 'met', 'not-applicable'];

/** Counts of each verdict; they add up to the number of results. */
export function countVerdicts(results: readonly Result[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { met: 0, missed: 0, incomplete: 0, 'no-data': 0, 'not-applicable': 0 };
  for (const { verdict } of results) counts[verdict] += 1;
  return counts;
}

/** Results with the most urgent verdict first, otherwise in their given order. */
export function byUrgency(results: readonly Result[]): Result[] {
  return urgency.flatMap((verdict) => results.filter((each) => each.verdict === verdict));
}

/** Results whose verdict differs from the earlier month's, for indicators that were judged in both. */
function changesSince(assessment: Assessment, results: readonly Result[], earlier: Month | null): Change[] {
  if (earlier === null) return [];
  return results.flatMap((result) => {
    const before = assessment.result(result.indicator, monthPeriod(earlier));
    return before.verdict === result.verdict ? [] : [{ result, before }];
  });
}

/** The report of one month. */
export function monthReport(assessment: Assessment, month: Month): MonthReport {
  const built = assessment.indicators.filter((indicator) => indicator.parts.length > 0);
  const results = built.map((indicator) => assessment.result(indicator, monthPeriod(month)));
  const known = (earlier: Month) => (assessment.months.includes(earlier) ? earlier : null);
  const [previous, lastYear] = [known(addMonths(month, -1)), known(addMonths(month, -12))];
  return {
    month,
    results: byUrgency(results),
    counts: countVerdicts(results),
    pending: assessment.indicators.filter((indicator) => indicator.parts.length === 0),
    previous,
    lastYear,
    sincePrevious: changesSince(assessment, results, previous),
    sinceLastYear: changesSince(assessment, results, lastYear),
    deliveries: deliveriesOf(assessment.ledger, month),
  };
}
