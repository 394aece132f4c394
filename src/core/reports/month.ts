import { addMonths, type Month } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Result } from '../indicators/result.ts';
import type { Verdict } from '../indicators/verdict.ts';
import type { LogMonth } from '../logs/log.ts';
import { type Change, changesSince } from './changes.ts';
import { deliveriesOf } from './deliveries.ts';

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

/** The report of one month. */
export function monthReport(assessment: Assessment, month: Month): MonthReport {
  const built = assessment.indicators.filter((indicator) => indicator.parts.length > 0);
  const results = built.map((indicator) => assessment.result(indicator, monthPeriod(month)));
  const since = (earlier: Month | null) => (earlier === null ? [] : changesSince(assessment, results, monthPeriod(earlier)));
  const known = (earlier: Month) => (assessment.months.includes(earlier) ? earlier : null);
  const [previous, lastYear] = [known(addMonths(month, -1)), known(addMonths(month, -12))];
  return {
    month,
    results: byUrgency(results),
    counts: countVerdicts(results),
    pending: assessment.indicators.filter((indicator) => indicator.parts.length === 0),
    previous,
    lastYear,
    sincePrevious: since(previous),
    sinceLastYear: since(lastYear),
    deliveries: deliveriesOf(assessment.ledger, month),
  };
}
