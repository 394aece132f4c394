import { monthPeriod } from '../calendar/period.ts';
import type { Assessment, Result } from '../indicators/assessment.ts';

/** An indicator that missed its target: what failed, where, and for how long. */
export interface Miss {
  readonly result: Result;
  /** Rows and due occurrences that failed, in the months that were judged. */
  readonly failed: number;
  /** Locations with failures, the most first; register ids. */
  readonly locations: readonly { readonly location: string; readonly failed: number }[];
  /** For how many months in a row it has been missed, this one included; 1 for periods other than months. */
  readonly streak: number;
}

/** Failures of a result's missed parts by location. */
function failures(assessment: Assessment, { parts }: Result): { failed: number; byLocation: Map<string, number> } {
  const byLocation = new Map<string, number>();
  let failed = 0;
  for (const { part, judged, verdict } of parts) {
    if (verdict !== 'missed') continue;
    for (const month of judged.months.filter((each) => assessment.months.includes(each))) {
      for (const { counted, location } of assessment.judgements(part, month)) {
        if (counted !== 'fail') continue;
        failed += 1;
        if (location !== null) byLocation.set(location, (byLocation.get(location) ?? 0) + 1);
      }
    }
  }
  return { failed, byLocation };
}

/** Months without a verdict of their own (waiting for the quarter's end) neither break nor lengthen a streak. */
function streakOf(assessment: Assessment, { indicator, period }: Result): number {
  const last = period.months[period.months.length - 1];
  if (period.kind !== 'month' || last === undefined) return 1;
  let streak = 1;
  for (const month of assessment.months.filter((each) => each < last).reverse()) {
    const { verdict } = assessment.result(indicator, monthPeriod(month));
    if (verdict === 'missed') streak += 1;
    else if (verdict !== 'not-applicable') return streak;
  }
  return streak;
}

/** Every missed indicator, in the given order. */
export function missesOf(assessment: Assessment, results: readonly Result[]): Miss[] {
  return results
    .filter(({ verdict }) => verdict === 'missed')
    .map((result) => {
      const { failed, byLocation } = failures(assessment, result);
      const locations = [...byLocation]
        .map(([location, count]) => ({ location, failed: count }))
        .sort((a, b) => b.failed - a.failed || (a.location < b.location ? -1 : 1));
      return { result, failed, locations, streak: streakOf(assessment, result) };
    });
}
