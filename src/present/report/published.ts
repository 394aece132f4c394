import { firstDay, lastDay, type Month } from '../../core/calendar/date.ts';
import { monthPeriod, type Period } from '../../core/calendar/period.ts';
import { type Week, weeksBetween } from '../../core/calendar/week.ts';
import type { Entry } from '../../core/documents/library.ts';
import type { Commentary, Explanation, ReportDocument, SpecialReport } from '../../core/documents/report.ts';
import type { Content } from '../../core/project/project.ts';
import { isReady } from '../../core/project/reports.ts';
import { counts, type ValueBook } from '../../core/reports/book.ts';
import { byNeed, isBreach, type Standing, standings } from '../../core/reports/commitments.ts';
import type { Destination } from '../../core/reports/destination.ts';
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
import { bookOf, type Sources, specialPaper, type Written, writtenOn } from './prose.ts';
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

/** What was written on the misses of a period, by indicator. */
const explained = (entry: Entry<Commentary> | null): ReadonlyMap<string, Explanation> =>
  new Map((entry?.data.misses ?? []).map((each) => [each.indicator, each]));

/** What people wrote on the period before one of the same length. */
const commentaryBefore = (inputs: Inputs, period: Period): Entry<Commentary> | null =>
  commentaryOn(inputs, inputs.project.assessment.year.earlier(period, period.months.length).id);

/** The promises of a month that were not kept on a target that the plan prints or implies; of longer periods none are told. */
function breachesOf({ project: { assessment, content } }: Inputs, { kind, id }: Period): Standing[] {
  if (kind !== 'month') return [];
  const commitments = content.commitments.map(({ data }) => data);
  return byNeed(standings(assessment, commitments, id), [...content.clauses.keys()]).filter(isBreach);
}

/** What of the plan the client has still to decide or to name, among a report's numbers. */
function addOwed(book: ValueBook, prefix: string, { blanks, contradictions }: Content): void {
  const decisions = (contradictions?.data.contradictions ?? []).filter(({ needsClientDecision }) => needsClientDecision).length;
  const values = (blanks?.data.blanks ?? []).filter(({ value, supplier }) => value === null && supplier === 'client').length;
  const to: Destination = { kind: 'index', of: 'open' };
  if (decisions > 0) counts(book, `${prefix}/owed`, to, '处', { decisions });
  if (values > 0) counts(book, `${prefix}/owed`, to, '个', { values });
}

/** The report of a period. */
function publishedPeriod(inputs: Inputs, id: string): Published {
  const { assessment, content } = inputs.project;
  const telling = tellingOf(inputs, id);
  const { report, book } = telling;
  const entry = commentaryOn(inputs, id);
  const written: Written = {
    making: makingOn(inputs, id),
    blocks: writtenOn(entry, sources(inputs)),
    explanations: { now: explained(entry), before: explained(commentaryBefore(inputs, report.period)) },
    breaches: breachesOf(inputs, report.period),
  };
  addOwed(book, id, content);
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
