import type { Month } from '../../core/calendar/date.ts';
import { isUnderWay } from '../../core/reports/reports.ts';
import { weekMeasures } from '../../core/reports/week.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { plainText } from '../paper/piece.ts';
import { text } from '../paper/say.ts';
import { type Published, published, type ReportName, reportWeeks, specialReports } from '../report/published.ts';
import { reportTwin } from '../report/twin.ts';
import type { Inputs, Reads } from './inputs.ts';
import type { PageType } from './page-type.ts';
import { publishedPeriods } from './period-verdicts.ts';

/** A report with the months whose data it shows, in order. */
export interface ReportKey extends ReportName {
  readonly months: readonly Month[];
}

/** What a report of some months reads. */
export const reportReads = (months: readonly Month[]): Reads => ({
  through: months.at(-1) ?? '',
  content: ['indicators', 'plan', 'commitments', 'reports', 'organisation'],
});

const known = ({ project }: Inputs, months: readonly Month[]): Month[] =>
  months.filter((month) => project.assessment.months.includes(month));

const periodKeys = (whole: Inputs): ReportKey[] =>
  publishedPeriods(whole)
    .filter((period) => !isUnderWay(whole.project.assessment, period))
    .map(({ id, months }) => ({ id, measures: [], months: known(whole, months) }));

const reportKeys = (whole: Inputs): ReportKey[] => [
  ...periodKeys(whole),
  ...reportWeeks(whole).map((week) => {
    const measures = weekMeasures(whole.project.assessment, week);
    return { id: week.id, measures, months: known(whole, week.months) };
  }),
  ...specialReports(whole).map(({ id, data }) => ({ id, measures: [], months: [...data.months].sort() })),
];

/** The report on paper, and its values for machines. */
const reportActions = ({ kind, paper: { id, sealed }, report }: Published): Block => ({
  kind: 'actions',
  screen: true,
  items: [
    [text('打印版（A4）', { kind: 'print', id })],
    [text('数值（JSON）', { kind: 'twin', id, format: 'json' })],
    ...(report === null ? [] : [[text('数值（CSV）', { kind: 'twin', id, format: 'csv' })]]),
    ...(kind === 'month' ? [[text('考核结算单', { kind: 'settlement', month: id })]] : []),
    ...(sealed === null ? [] : [[text('凭据包（ZIP）', { kind: 'bundle', month: sealed.seal.month })]]),
  ],
});

function reportPaper(inputs: Inputs, key: ReportKey): Paper {
  const found = published(inputs, key);
  const { kind, paper, months } = found;
  const month = months.at(-1);
  return {
    title: paper.title,
    kind: 'report',
    description: `${inputs.project.contract.client}${paper.period}服务报告，${paper.making.told}。`,
    lead: plainText(paper.lead),
    making: paper.making,
    ...(month === undefined ? {} : { month }),
    ...(kind === 'month' ? { newest: { kind: 'report', id: '*' } as const } : {}),
    search: kind === 'month' || kind === 'special' ? true : 'lead',
    breadcrumbs: [{ label: '服务报告', to: { kind: 'index', of: 'reports' } }],
    blocks: [reportActions(found), ...paper.blocks],
  };
}

/** One page for each report of a period or a week, and for each special report. */
export const reportPage: PageType<ReportKey> = {
  keys: reportKeys,
  params: ({ id }) => ({ id }),
  reads: ({ months }) => reportReads(months),
  paper: reportPaper,
  twin: (inputs, key) => {
    const { paper, book, report } = published(inputs, key);
    return reportTwin(paper, book, inputs.project.provenance, report);
  },
};

/** Those of periods alone: their values can be had as a table. */
export const periodReportPage: PageType<ReportKey> = { ...reportPage, keys: periodKeys };
