import type { Month } from '../core/calendar/date.ts';
import { monthPeriod } from '../core/calendar/period.ts';
import type { Indicator } from '../core/indicators/indicator.ts';
import type { Result } from '../core/indicators/result.ts';
import type { Verdict } from '../core/indicators/verdict.ts';
import { isJudged, isServed, saysOfLocations } from '../core/reports/location.ts';
import { monthWords } from '../present/dates.ts';
import type { MatrixColumn } from '../present/matrix.ts';
import { beside } from '../present/names.ts';
import type { Inputs } from './inputs.ts';
import { links } from './links.ts';

export interface MatrixCell {
  readonly verdict: Verdict;
  readonly href: string;
  readonly title: string;
}

/** Months as columns, newest first. */
export const monthColumns = ({ project }: Inputs): MatrixColumn[] =>
  [...project.assessment.months].reverse().map((month) => ({
    id: month,
    label: `${Number(month.slice(5))}月`,
    group: `${month.slice(0, 4)}年`,
    href: links.complianceMonth(month),
  }));

/** Locations as columns, in the register's order. */
export const locationColumns = (inputs: Inputs): MatrixColumn[] =>
  inputs.locations.map(({ id, name, kind }) => ({ id, label: name, group: kind, href: links.complianceLocation(id) }));

const cellOf = (result: Result, month: Month, place: string): MatrixCell => ({
  verdict: result.verdict,
  href:
    result.location === null
      ? links.evidence(month, result.indicator.id)
      : links.evidenceAt(month, result.indicator.id, result.location),
  title: `${result.indicator.name} ${beside(place, monthWords(month))}`,
});

/** The verdict on the whole contract in a month. */
export const contractCell = ({ project }: Inputs, indicator: Indicator, { id }: MatrixColumn): MatrixCell =>
  cellOf(project.assessment.result(indicator, monthPeriod(id)), id, '');

/** The verdict at a location in a month; null for indicators that say nothing of locations or had nothing to judge there. */
export function locationCell(
  { latest, project }: Inputs,
  indicator: Indicator,
  { id: location, label }: Pick<MatrixColumn, 'id' | 'label'>,
  month: Month = latest,
): MatrixCell | null {
  const { assessment } = project;
  if (!saysOfLocations(assessment, indicator) || !isServed(assessment, location, month)) return null;
  const result = assessment.result(indicator, monthPeriod(month), location);
  return isJudged(result) ? cellOf(result, month, label) : null;
}
