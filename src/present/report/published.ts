import { firstDay, lastDay, type Month } from '../../core/calendar/date.ts';
import { monthPeriod, type Period } from '../../core/calendar/period.ts';
import { type Week, weeksBetween } from '../../core/calendar/week.ts';
import type { Entry } from '../../core/documents/library.ts';
import type { Commentary, ReportDocument, SpecialReport } from '../../core/documents/report.ts';
import { isReady } from '../../core/project/reports.ts';
import type { ValueBook } from '../../core/reports/book.ts';
import type { PeriodReport } from '../../core/reports/period.ts';
import type { RoleRow } from '../../core/reports/roles.ts';
import { weekReport } from '../../core/reports/week.ts';
import { weekBook } from '../../core/reports/week-book.ts';
import { seriesCharts } from '../chart/series.ts';
import type { Inputs } from '../pages/inputs.ts';
import { amendedWords } from '../seal.ts';
import { type Making, makingOf } from './making.ts';
import type { ReportPaper } from './paper.ts';
import { periodPaper } from './period.ts';
import { bookOf, type Sources, specialPaper, writtenOn } from './prose.ts';
import type { Telling } from './telling.ts';
import { weekPaper } from './week.ts';

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

/** Weeks with a day in the contract's months, of a month under way up to the day told of. */
export function reportWeeks({ project }: Inputs): Week[] {
  const { months } = project.assessment;
  const last = months.at(-1) ?? '';
  return weeksBetween(firstDay(months[0] ?? ''), project.assessment.underWayTo(last) ?? lastDay(last));
}

function tellingOf({ project, reports, href }: Inputs, id: string): Telling {
  const { ledger, contract, seals } = project;
  const found = reports.facts(id);
  if (found === null) throw new Error(`no month of ${id} is known`);
  return { ...found, registers: ledger.registers, contract, seals, href };
}

/** What written reports may draw on. */
function sources(inputs: Inputs): Sources {
  const { project, reports, href } = inputs;
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
      const evidence = (month: Month) => href({ kind: 'evidence', month, indicator: indicator.id });
      return seriesCharts(results, evidence).map((spec) => ({ ...spec, id: `${spec.id}-${last}` }));
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

/** How far the report of a period has come, and how often its month was amended since. */
export const makingOn = (inputs: Inputs, id: string): Making =>
  makingOf(commentaryOn(inputs, id), amendedWords(inputs.project.seals.get(id)));

/** The special reports. */
export const specialReports = (inputs: Inputs): Entry<SpecialReport>[] => ready(inputs).filter(isSpecial);

/** The report of a period. */
function publishedPeriod(inputs: Inputs, id: string): Published {
  const { assessment, content } = inputs.project;
  const telling = tellingOf(inputs, id);
  const { report, book } = telling;
  const written = { making: makingOn(inputs, id), blocks: writtenOn(commentaryOn(inputs, id), sources(inputs)) };
  const paper = periodPaper(telling, assessment, content, written);
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

/** A report that was handed to the client. */
export interface Issued extends ReportName {
  readonly issued: string;
  /** The months whose data it shows, in order. */
  readonly months: readonly Month[];
}

/** Reports that were handed to the client, with the day. */
export const issuedReports = (inputs: Inputs): Issued[] =>
  ready(inputs).flatMap((entry) => {
    const { id, data } = entry;
    if (data.issued === null) return [];
    const months = isSpecial(entry) ? entry.data.months : tellingOf(inputs, id).report.months;
    return [{ id, measures: [], issued: data.issued, months }];
  });
