import { type Month, monthOf } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import type { Assessment, Result } from '../indicators/assessment.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { byUrgency } from './month.ts';

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

/** An indicator says something of a location when each of its logs names locations. */
const isLocal = (assessment: Assessment, indicator: Indicator): boolean =>
  indicator.parts.length > 0 &&
  indicator.parts.every(({ measure }) =>
    assessment.ledger.logs.some(({ id, location }) => id === measure.log && location !== null),
  );

const isJudged = ({ parts }: Result): boolean =>
  parts.some(({ verdict, excluded }) => verdict !== 'not-applicable' || excluded > 0);

/** The last month up to a wanted one in which a location was served, by the register's dates. */
function servedMonth(assessment: Assessment, location: string, wanted: Month): Month | null {
  const { from, to } = assessment.ledger.registers.get('locations')?.byId.get(location) ?? {};
  const [first, last] = [monthOf(String(from ?? '')), typeof to === 'string' ? monthOf(to) : wanted];
  return assessment.months.filter((month) => month <= wanted && first <= month && month <= last).at(-1) ?? null;
}

/** Every indicator at one location, measured against the contract's targets. */
export function locationReport(assessment: Assessment, location: string, wanted: Month): LocationReport {
  const month = servedMonth(assessment, location, wanted);
  if (month === null) return { month, served: false, results: [], untouched: [] };
  const results = assessment.indicators
    .filter((indicator) => isLocal(assessment, indicator))
    .map((indicator) => assessment.result(indicator, monthPeriod(month), location));
  return {
    month,
    served: month === wanted,
    results: byUrgency(results.filter(isJudged)),
    untouched: results.filter((result) => !isJudged(result)).map(({ indicator }) => indicator),
  };
}
