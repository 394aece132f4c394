import { type Month, monthOf } from '../calendar/date.ts';
import { monthPeriod, type Period } from '../calendar/period.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type Result, unplaced } from '../indicators/result.ts';
import { logsOf } from '../measures/measure.ts';
import { isZero } from '../measures/tally.ts';
import { byUrgency } from './verdicts.ts';

/** How a location stands in a month. */
export interface LocationReport {
  /** The month looked at: the wanted one, or the last one in which the location was served; null when it never was. */
  readonly month: Month | null;
  /** Whether it is served in the wanted month. */
  readonly served: boolean;
  /** Indicators with something to judge here, the most urgent first. */
  readonly results: readonly Result[];
  /** Computed indicators that say something of locations but had nothing to judge here. */
  readonly untouched: readonly Indicator[];
}

/** An indicator says something of a location when one of its logs names locations. */
export const saysOfLocations = (assessment: Assessment, indicator: Indicator): boolean =>
  indicator.parts
    .flatMap(({ measure }) => logsOf(measure))
    .some((log) => assessment.ledger.logs.some(({ id, location }) => id === log && location !== null));

/** Whether there was anything to judge: a verdict, or rows that were left out. */
export const isJudged = ({ parts }: Result): boolean =>
  parts.some(({ verdict, excluded }) => verdict !== 'not-applicable' || excluded > 0);

/** Whether anything was written down or due. */
const hasCases = ({ parts }: Result): boolean =>
  parts.some(({ tally, excluded, unknown }) => excluded + unknown > 0 || !isZero(tally));

/** Whether a location is served in a month, by the register's dates. */
export function isServed(assessment: Assessment, location: string, month: Month): boolean {
  const { from, to } = assessment.ledger.registers.get('locations')?.byId.get(location) ?? {};
  return typeof from === 'string' && monthOf(from) <= month && (typeof to !== 'string' || month <= monthOf(to));
}

/** The last month up to a wanted one in which a location was served. */
const servedMonth = (assessment: Assessment, location: string, wanted: Month): Month | null =>
  assessment.months.filter((month) => month <= wanted && isServed(assessment, location, month)).at(-1) ?? null;

/**
 * An indicator at every location where there was something to judge in a period or something came in, in the register's order,
 * and at last what belongs to none: together they are the whole.
 */
export function resultsByLocation(assessment: Assessment, indicator: Indicator, period: Period): Result[] {
  const locations = [...(assessment.ledger.registers.get('locations')?.byId.keys() ?? []), unplaced];
  const served = (location: string) => period.months.some((month) => isServed(assessment, location, month));
  return locations.flatMap((location) => {
    const result = assessment.result(indicator, period, location);
    return hasCases(result) || (isJudged(result) && served(location)) ? [result] : [];
  });
}

/** Every indicator that says something of locations, judged at one of them over a period; only where there was something to judge. */
export const resultsAt = (assessment: Assessment, location: string, period: Period): Result[] =>
  assessment.indicators
    .filter((indicator) => saysOfLocations(assessment, indicator))
    .map((indicator) => assessment.result(indicator, period, location))
    .filter(isJudged);

/** Every indicator at one location, measured against the contract's targets. */
export function locationReport(assessment: Assessment, location: string, wanted: Month): LocationReport {
  const month = servedMonth(assessment, location, wanted);
  if (month === null) return { month, served: false, results: [], untouched: [] };
  const results = assessment.indicators
    .filter((indicator) => saysOfLocations(assessment, indicator))
    .map((indicator) => assessment.result(indicator, monthPeriod(month), location));
  return {
    month,
    served: month === wanted,
    results: byUrgency(results.filter(isJudged)),
    untouched: results.filter((result) => !isJudged(result)).map(({ indicator }) => indicator),
  };
}
