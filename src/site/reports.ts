import { firstDay, lastDay, type Month } from '../core/calendar/date.ts';
import { monthPeriod, type Period } from '../core/calendar/period.ts';
import { type Week, weeksBetween } from '../core/calendar/week.ts';
import type { Entry } from '../core/documents/library.ts';
import type { Commentary, ReportDocument, SpecialReport } from '../core/documents/report.ts';
import { isReady } from '../core/project/reports.ts';
import type { ValueBook } from '../core/reports/book.ts';
import type { PeriodReport } from '../core/reports/period.ts';
import type { RoleRow } from '../core/reports/roles.ts';
import { weekMeasures, weekReport } from '../core/reports/week.ts';
import { weekBook } from '../core/reports/week-book.ts';
import { seriesCharts } from '../present/chart/series.ts';
import type { Inputs, Reads } from '../present/pages/inputs.ts';
import type { ReportPaper } from '../present/report/paper.ts';
import { periodPaper } from '../present/report/period.ts';
import { bookOf, type Sources, specialPaper, writtenOn } from '../present/report/prose.ts';
import type { Telling } from '../present/report/telling.ts';
import { weekPaper } from '../present/report/week.ts';
import { hrefOf } from './destinations.ts';
import { everything, library, pageOf } from './library.ts';
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

/** Which report is meant. */
export interface ReportName {
  readonly id: string;
  /** Of a week: its improvement measures, whose rows may stand in later months than it reads. */
  readonly measures: readonly RoleRow<'measure'>[];
}

/** Months, quarters, years and years to date that have a report. */
export function reportPeriods({ project }: Inputs): Period[] {
  const { months, year } = project.assessment;
  return [
    ...months.map(monthPeriod),
    ...year.periods('quarter', months),
    ...year.periods('year', months),
    ...year.toDates(months),
  ];
}

/** Weeks with a day in the contract's months. */
export function reportWeeks({ project }: Inputs): Week[] {
  const { months } = project.assessment;
  return weeksBetween(firstDay(months[0] ?? ''), lastDay(months.at(-1) ?? ''));
}

function tellingOf({ project, reports }: Inputs, id: string): Telling {
  const { ledger, contract } = project;
  const found = reports.facts(id);
  if (found === null) throw new Error(`no month of ${id} is known`);
  return { ...found, registers: ledger.registers, contract, href: hrefOf };
}

/** What written reports may draw on. */
function sources(inputs: Inputs): Sources {
  const { project, reports } = inputs;
  const { assessment, content, contract } = project;
  return {
    reports,
    assessment,
    contract,
    content,
    telling: (id) => tellingOf(inputs, id),
    paper: (id) => published(inputs, { id, measures: [] }).paper,
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
const ready = ({ project, reports }: Inputs) => project.content.reports.filter(({ data }) => isReady(data, reports));

const isCommentary = (entry: Entry<ReportDocument>): entry is Entry<Commentary> => entry.data.kind === 'commentary';
const isSpecial = (entry: Entry<ReportDocument>): entry is Entry<SpecialReport> => entry.data.kind === 'special';

/** What people wrote on a period; null while nobody has. */
export const commentaryOn = (inputs: Inputs, id: string): Entry<Commentary> | null =>
  ready(inputs)
    .filter(isCommentary)
    .find(({ data }) => data.period === id) ?? null;

/** The special reports. */
export const specialReports = (inputs: Inputs): Entry<SpecialReport>[] => ready(inputs).filter(isSpecial);

/** The report of a period. */
function publishedPeriod(inputs: Inputs, id: string): Published {
  const { assessment, content } = inputs.project;
  const telling = tellingOf(inputs, id);
  const { report, book } = telling;
  const paper = periodPaper(telling, assessment, content, writtenOn(commentaryOn(inputs, id), sources(inputs)));
  return {
    kind: report.period.kind,
    paper,
    book: bookOf(paper.blocks, book, sources(inputs)),
    report,
    months: report.months,
  };
}

function publishedSpecial(inputs: Inputs, entry: Entry<SpecialReport>): Published {
  return { kind: 'special', ...specialPaper(entry, sources(inputs)), report: null, months: entry.data.months };
}

/** The digest of a week. */
function publishedWeek({ project }: Inputs, week: Week, measures: ReportName['measures']): Published {
  const { assessment, contract, ledger } = project;
  const report = weekReport(assessment, week, measures);
  if (report === null) throw new Error(`no month of ${week.id} is known`);
  const months = week.months.filter((each) => assessment.months.includes(each));
  return {
    kind: 'week',
    paper: weekPaper(report, { registers: ledger.registers, contract }),
    book: weekBook(report),
    report: null,
    months,
  };
}

function publish(inputs: Inputs, { id, measures }: ReportName): Published {
  const week = reportWeeks(inputs).find((each) => each.id === id);
  if (week !== undefined) return publishedWeek(inputs, week, measures);
  const special = specialReports(inputs).find((each) => each.id === id);
  return special === undefined ? publishedPeriod(inputs, id) : publishedSpecial(inputs, special);
}

/** Page, twin and sheet of a report ask for it one after another; what was made of some inputs goes with them. */
const made = new WeakMap<Inputs, Map<string, Published>>();

/** A report by its id, as inputs make it. */
export function published(inputs: Inputs, name: ReportName): Published {
  const { id } = name;
  const known = made.get(inputs) ?? new Map<string, Published>();
  made.set(inputs, known);
  const report = known.get(id) ?? publish(inputs, name);
  known.set(id, report);
  return report;
}

/** What a report of some months reads. */
const readsOf = (months: readonly Month[]): Reads => ({
  through: months.at(-1) ?? '',
  content: ['indicators', 'plan', 'reports', 'organisation'],
});

/** Reports that were handed to the client, with the day. */
export const issuedReports = (inputs: Inputs): { readonly issued: string; readonly paper: ReportPaper }[] =>
  ready(inputs).flatMap((entry) => {
    const { issued } = entry.data;
    if (issued === null) return [];
    const months = isSpecial(entry) ? entry.data.months : tellingOf(inputs, entry.id).report.months;
    return [{ issued, paper: published(library().for(readsOf(months)), { id: entry.id, measures: [] }).paper }];
  });

const known = ({ project }: Inputs, months: readonly Month[]): Month[] =>
  months.filter((month) => project.assessment.months.includes(month));

const path = (report: ReportName, months: readonly Month[]) => pageOf(readsOf(months), { id: report.id }, { report });

/** One table of values for each report of a period. */
export function periodPaths() {
  const inputs = everything();
  return reportPeriods(inputs).map(({ id, months }) => path({ id, measures: [] }, known(inputs, months)));
}

/** One page and one machine twin for each report. */
export function reportPaths() {
  const inputs = everything();
  return [
    ...periodPaths(),
    ...reportWeeks(inputs).map((week) => {
      const measures = weekMeasures(inputs.project.assessment, week);
      return path({ id: week.id, measures }, known(inputs, week.months));
    }),
    ...specialReports(inputs).map(({ id, data }) => path({ id, measures: [] }, [...data.months].sort())),
  ];
}
