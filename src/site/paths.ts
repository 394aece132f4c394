import { monthPeriod } from '../core/calendar/period.ts';
import { qualityReport } from '../core/reports/quality.ts';
import { library } from './library.ts';

/** One page for each indicator with a measure and each month. */
export function evidencePaths() {
  const { months, indicators } = library().project.assessment;
  const built = indicators.filter((indicator) => indicator.parts.length > 0);
  return months.flatMap((month) =>
    built.map((indicator) => ({ params: { month, id: indicator.id }, props: { month, indicator } })),
  );
}

/** One page for each month. */
export function monthPaths() {
  return library().project.assessment.months.map((month) => ({ params: { month }, props: { month } }));
}

/** One page for each month, quarter and year of the contract, and for the year to date. */
export function periodPaths() {
  const { project, latest } = library();
  const { months, year } = project.assessment;
  const periods = [
    ...months.map(monthPeriod),
    ...year.periods('quarter', months),
    ...year.periods('year', months),
    year.toDate(latest),
  ];
  return periods.map((period) => ({ params: { month: period.id }, props: { period } }));
}

/** One page of data quality for each month. */
export function qualityPaths() {
  const { project, problems } = library();
  return qualityReport(project.assessment, problems).months.map((quality) => ({
    params: { month: quality.month },
    props: { quality },
  }));
}

/** A month's neighbours among the months of the contract. */
export function neighbours(month: string): { previous: string | null; next: string | null } {
  const { months } = library().project.assessment;
  const index = months.indexOf(month);
  return { previous: months[index - 1] ?? null, next: months[index + 1] ?? null };
}

/** One page for each procedure. */
export function procedurePaths() {
  return library().project.content.procedures.map((procedure) => ({ params: { id: procedure.id }, props: { procedure } }));
}

/** One page for each address that has changed; it leads to the new one. */
export function movedPaths() {
  const redirects = library().project.content.redirects?.data.redirects ?? [];
  return redirects.map((redirect) => ({ params: { moved: redirect.from.replace(/^\/|\/$/gu, '') }, props: redirect }));
}
