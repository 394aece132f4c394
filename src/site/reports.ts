import { firstDay, lastDay, type Month } from '../core/calendar/date.ts';
import { monthPeriod, type Period, periodsOf, yearToDate } from '../core/calendar/period.ts';
import { type Week, weeksBetween } from '../core/calendar/week.ts';
import { periodBook, type ValueBook, weekBook } from '../core/reports/book.ts';
import { type PeriodReport, periodReport } from '../core/reports/period.ts';
import { weekReport } from '../core/reports/week.ts';
import type { ReportPaper } from '../present/report/block.ts';
import { periodPaper } from '../present/report/period.ts';
import { weekPaper } from '../present/report/week.ts';
import { library } from './library.ts';

/** A report as pages need it: its blocks, and its numbers for the machine twins. */
export interface Published {
  readonly kind: Period['kind'] | 'week' | 'special';
  readonly paper: ReportPaper;
  readonly book: ValueBook;
  /** The facts of a period's report; weeks and special reports have none of this kind. */
  readonly report: PeriodReport | null;
  /** The last month whose data it shows. */
  readonly month: Month;
}

/** Months, quarters, years and years to date that have a report. A year to date in January or December would repeat another. */
export function reportPeriods(): Period[] {
  const { months } = library().project.assessment;
  const running = months.filter((month) => !/-(01|12)$/u.test(month));
  return [...months.map(monthPeriod), ...periodsOf('quarter', months), ...periodsOf('year', months), ...running.map(yearToDate)];
}

/** Weeks with a day in the contract's months. */
export function reportWeeks(): Week[] {
  const { months } = library().project.assessment;
  return weeksBetween(firstDay(months[0] ?? ''), lastDay(months.at(-1) ?? ''));
}

/** Page, twin and sheet of a report ask for it one after another. */
const kept = new Map<string, Published>();

function once(id: string, publish: () => Published): Published {
  const published = kept.get(id) ?? publish();
  if (import.meta.env.PROD) kept.set(id, published);
  return published;
}

/** The report of a period. */
function publishedPeriod(period: Period): Published {
  const { project, problems } = library();
  const { assessment, ledger, contract, content } = project;
  const report = periodReport(assessment, period, problems);
  if (report === null) throw new Error(`no month of ${period.id} is known`);
  const book = periodBook(report);
  const telling = { report, book, registers: ledger.registers, contract };
  const paper = periodPaper(telling, assessment, content, []);
  return { kind: period.kind, paper, book, report, month: report.months.at(-1) ?? '' };
}

/** The digest of a week. */
function publishedWeek(week: Week): Published {
  const { assessment, ledger } = library().project;
  const report = weekReport(assessment, week);
  if (report === null) throw new Error(`no month of ${week.id} is known`);
  const month = week.months.filter((each) => assessment.months.includes(each)).at(-1) ?? '';
  return { kind: 'week', paper: weekPaper(report, ledger.registers), book: weekBook(report), report: null, month };
}

/** One page and one machine twin for each report. */
export const reportPaths = () => [...periodPaths(), ...weekPaths()];

/** One table of values for each report of a period. */
export const periodPaths = () => reportPeriods().map((period) => path(period.id, () => publishedPeriod(period)));

const weekPaths = () => reportWeeks().map((week) => path(week.id, () => publishedWeek(week)));

const path = (id: string, publish: () => Published) => ({ params: { id }, props: { publish: () => once(id, publish) } });
