import { firstDay, lastDay, type Month } from '../core/calendar/date.ts';
import { monthPeriod, type Period, periodsOf, yearToDate } from '../core/calendar/period.ts';
import { type Week, weeksBetween } from '../core/calendar/week.ts';
import type { Entry } from '../core/documents/library.ts';
import type { Commentary, ReportDocument, SpecialReport } from '../core/documents/report.ts';
import { isReady } from '../core/project/reports.ts';
import type { ValueBook } from '../core/reports/book.ts';
import type { PeriodReport } from '../core/reports/period.ts';
import { Reports } from '../core/reports/reports.ts';
import { weekReport } from '../core/reports/week.ts';
import { weekBook } from '../core/reports/week-book.ts';
import { seriesCharts } from '../present/chart/series.ts';
import type { ReportPaper } from '../present/report/block.ts';
import { periodPaper } from '../present/report/period.ts';
import { bookOf, type Sources, specialPaper, writtenOn } from '../present/report/prose.ts';
import type { Telling } from '../present/report/telling.ts';
import { weekPaper } from '../present/report/week.ts';
import { hrefOf } from './destinations.ts';
import { library } from './library.ts';
import { links } from './links.ts';

/** A report as pages need it: its blocks, and its numbers for the machine twins. */
export interface Published {
  readonly kind: Period['kind'] | 'week' | 'special';
  readonly paper: ReportPaper;
  readonly book: ValueBook;
  /** The facts of a period's report; weeks and special reports have none of this kind. */
  readonly report: PeriodReport | null;
  /** The months whose data it shows, in order. */
  readonly months: readonly Month[];
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

let facts: Reports | null = null;

/** Every period's facts, made once a build. */
function reports(): Reports {
  const { project, problems } = library();
  if (facts === null || !import.meta.env.PROD) facts = new Reports(project.assessment, problems);
  return facts;
}

function tellingOf(id: string): Telling {
  const { ledger, contract } = library().project;
  const found = reports().facts(id);
  if (found === null) throw new Error(`no month of ${id} is known`);
  return { ...found, registers: ledger.registers, contract, href: hrefOf };
}

/** What written reports may draw on. */
function sources(): Sources {
  const { assessment, content } = library().project;
  return {
    reports: reports(),
    assessment,
    content,
    telling: tellingOf,
    paper: (id) => once(id, () => publishedPeriod(id)).paper,
    charts: ({ indicator, period, location }) => {
      const last = period.months.at(-1) ?? '';
      const past = assessment.months.filter((month) => month <= last).slice(-13);
      const results = past.map((month) => assessment.result(indicator, monthPeriod(month), location));
      // A text may place the same indicator's series twice, of two periods.
      return seriesCharts(results, (month) => links.evidence(month, indicator.id)).map((spec) => ({
        ...spec,
        id: `${spec.id}-${last}`,
      }));
    },
  };
}

/** Written reports that are about periods with data. */
const ready = () => library().project.content.reports.filter(({ data }) => isReady(data, reports()));

const isCommentary = (entry: Entry<ReportDocument>): entry is Entry<Commentary> => entry.data.kind === 'commentary';
const isSpecial = (entry: Entry<ReportDocument>): entry is Entry<SpecialReport> => entry.data.kind === 'special';

/** What people wrote on a period; null while nobody has. */
export const commentaryOn = (id: string): Entry<Commentary> | null =>
  ready()
    .filter(isCommentary)
    .find(({ data }) => data.period === id) ?? null;

/** The special reports. */
export const specialReports = (): Entry<SpecialReport>[] => ready().filter(isSpecial);

/** The report of a period. */
function publishedPeriod(id: string): Published {
  const { assessment, content } = library().project;
  const telling = tellingOf(id);
  const { report, book } = telling;
  const paper = periodPaper(telling, assessment, content, writtenOn(commentaryOn(id), sources()));
  return {
    kind: report.period.kind,
    paper,
    book: bookOf(paper.blocks, book, sources()),
    report,
    months: report.months,
  };
}

function publishedSpecial(entry: Entry<SpecialReport>): Published {
  return { kind: 'special', ...specialPaper(entry, sources()), report: null, months: entry.data.months };
}

/** The digest of a week. */
function publishedWeek(week: Week): Published {
  const { assessment, ledger } = library().project;
  const report = weekReport(assessment, week);
  if (report === null) throw new Error(`no month of ${week.id} is known`);
  const months = week.months.filter((each) => assessment.months.includes(each));
  return { kind: 'week', paper: weekPaper(report, ledger.registers), book: weekBook(report), report: null, months };
}

/** Reports that were handed to the client, with the day. */
export const issuedReports = (): { readonly issued: string; readonly paper: ReportPaper }[] =>
  ready().flatMap((entry) => {
    const { issued } = entry.data;
    if (issued === null) return [];
    const publish = () => (isSpecial(entry) ? publishedSpecial(entry) : publishedPeriod(entry.id));
    return [{ issued, paper: once(entry.id, publish).paper }];
  });

/** One page and one machine twin for each report. */
export const reportPaths = () => [...periodPaths(), ...weekPaths(), ...specialPaths()];

/** One table of values for each report of a period. */
export const periodPaths = () => reportPeriods().map((period) => path(period.id, () => publishedPeriod(period.id)));

const weekPaths = () => reportWeeks().map((week) => path(week.id, () => publishedWeek(week)));

const specialPaths = () => specialReports().map((entry) => path(entry.id, () => publishedSpecial(entry)));

const path = (id: string, publish: () => Published) => ({ params: { id }, props: { publish: () => once(id, publish) } });
