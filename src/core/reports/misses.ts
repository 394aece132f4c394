import type { Month } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import { type Result, unplaced } from '../indicators/result.ts';
import type { Finding } from './cases.ts';

/** An indicator that missed its target: what failed, where, and for how long. */
export interface Miss {
  readonly result: Result;
  /** Rows and due occurrences that failed, in the months that were judged. */
  readonly failed: number;
  /** The rows among them. */
  readonly rows: readonly TableRecord[];
  /** Locations with failures, the most first, by their ids, and at last those of none where others have one: they add up to all. */
  readonly locations: readonly { readonly location: string; readonly failed: number }[];
  /** For how many months in a row it has been missed, this one included; 1 for periods other than months. */
  readonly streak: number;
}

/** Failures of a result's missed parts, their rows, and their number by location. */
function failures(assessment: Assessment, { parts }: Result) {
  const byLocation = new Map<string, number>();
  let elsewhere = 0;
  const rows: TableRecord[] = [];
  let failed = 0;
  for (const { part, judged, verdict } of parts) {
    if (verdict !== 'missed') continue;
    for (const month of judged.months.filter((each) => assessment.months.includes(each))) {
      for (const { counted, location, record } of assessment.judgements(part, month)) {
        if (counted !== 'fail') continue;
        failed += 1;
        if (record !== null) rows.push(record);
        if (location === null) elsewhere += 1;
        else byLocation.set(location, (byLocation.get(location) ?? 0) + 1);
      }
    }
  }
  return { failed, rows, byLocation, elsewhere };
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
      const { failed, rows, byLocation, elsewhere } = failures(assessment, result);
      const locations = [...byLocation]
        .map(([location, count]) => ({ location, failed: count }))
        .sort((a, b) => b.failed - a.failed || (a.location < b.location ? -1 : 1))
        .concat(byLocation.size === 0 || elsewhere === 0 ? [] : [{ location: unplaced, failed: elsewhere }]);
      return { result, failed, rows, locations, streak: streakOf(assessment, result) };
    });
}

/** Every indicator missed in each of some months, month by month. */
export const missesIn = (assessment: Assessment, months: readonly Month[]): Miss[] =>
  months.flatMap((month) => {
    const built = assessment.indicators.filter(({ parts }) => parts.length > 0);
    return missesOf(
      assessment,
      built.map((indicator) => assessment.result(indicator, monthPeriod(month))),
    );
  });

/** Misses of which no failed row is among the findings: a count of findings, however whole, says nothing of them. */
export function outsideFindings(misses: readonly Miss[], findings: readonly Finding[]): Miss[] {
  const found = new Set(findings.map(({ record }) => record));
  return misses.filter(({ rows }) => !rows.some((row) => found.has(row)));
}
