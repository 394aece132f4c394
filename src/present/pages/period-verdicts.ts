import { monthPeriod, type Period } from '../../core/calendar/period.ts';
import { periodTwin } from '../../core/reports/twins.ts';
import { verdictsOf } from '../../core/reports/verdicts.ts';
import { breakdownChart } from '../chart/breakdown.ts';
import { monthWords, periodWords } from '../dates.ts';
import { underWayWords } from '../handed.ts';
import { serviceIds, serviceShort } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, text } from '../paper/say.ts';
import { heading, paragraph } from '../paper/tell.ts';
import { resultsSentence } from '../standing.ts';
import { supplementaryId, supplementaryMeaning, supplementarySentence, supplementaryWords } from '../supplementary.ts';
import { resultTable } from '../tables/results.ts';
import { chart } from './chart.ts';
import type { Inputs } from './inputs.ts';
import { type MonthKey, measuredThrough, monthKeys, neighbourPager } from './month.ts';
import type { PageType } from './page-type.ts';

/** A month, quarter, year or year to date; a month has neighbours. */
export interface PeriodKey extends MonthKey {
  readonly id: string;
}

/** Months, quarters, years and years to date: the next month must not take one away. */
export function publishedPeriods({ project }: Inputs): Period[] {
  const { months, year } = project.assessment;
  return [
    ...months.map(monthPeriod),
    ...year.periods('quarter', months),
    ...year.periods('year', months),
    ...year.toDates(months),
  ];
}

/** The period that a page is about. Asking for one that the contract does not have is our bug. */
function periodOf(inputs: Inputs, { id }: PeriodKey): Period {
  const period = publishedPeriods(inputs).find((each) => each.id === id);
  if (period === undefined) throw new TypeError(`no period ${id}`);
  return period;
}

/** What must be known before the numbers of a longer period are read, and where its values are for machines. */
function longerBlocks(period: Period, shown: readonly string[]): Block[] {
  const rule =
    '比率按期内各月的件数合计计算（Σn/ΣN），不是各月比率的平均；任何一个月的台账没有交付或不完整，本期就不作达标结论。每个数字可从“各月”一栏走到当月的逐行依据。';
  const part = `本期共${period.months.length}个月，到目前为止有${shown.length}个月（${shown.map(monthWords).join('、')}），以下是这几个月的合计。`;
  return [
    { kind: 'paragraph', pieces: [text(rule)] },
    ...(shown.length === period.months.length ? [] : [{ kind: 'note', pieces: [quote(part)] } as const]),
    { kind: 'paragraph', pieces: [text('机器可读（JSON）', { kind: 'data', of: 'period', id: period.id })] },
  ];
}

const monthActions = ({ project }: Inputs, month: string): Block => ({
  kind: 'actions',
  items: [
    // A month under way has no report yet.
    ...(project.assessment.underWayTo(month) === null ? [[text('本月报告', { kind: 'report', id: month })]] : []),
    [text('本月服务记录', { kind: 'records', month })],
    [text(`各${project.contract.words.place}对照`, { kind: 'index', of: 'location-verdicts' })],
    [text('机器可读（JSON）', { kind: 'data', of: 'month', month })],
  ],
});

function periodPaper(inputs: Inputs, key: PeriodKey): Paper {
  const { project, href } = inputs;
  const { assessment, ledger } = project;
  const period = periodOf(inputs, key);
  const words = periodWords(period);
  const { results, supplementary } = verdictsOf(assessment, period);
  const services = serviceIds(ledger.registers).map((id) => ({
    label: serviceShort(ledger.registers, id),
    href: href({ kind: 'index', of: 'indicators', anchor: id }),
    results: results.filter(({ indicator }) => indicator.service === id),
  }));
  const shown = period.months.filter((each) => assessment.months.includes(each));
  const month = period.kind === 'month' ? period.id : null;
  const of = { month, months: month === null ? shown : [] };
  const table = { id: 'results', caption: `${words}指标结论，未达标在前`, results, ...of };
  const further = { id: 'supplementary-results', caption: `${words}补充指标`, results: supplementary, ...of };
  const last = month ?? shown.at(-1);
  return {
    title: `${words}指标结论`,
    kind: 'compliance',
    description: `${words}全部指标的结论，未达标在前。`,
    lead: `${words}${underWayWords(assessment, period.months)}，${resultsSentence(results)}${supplementarySentence(supplementary)}`,
    ...(last === undefined ? {} : { month: last }),
    ...(month === null ? {} : { newest: { kind: 'compliance', month: '*' } as const }),
    search: month === null ? 'lead' : true,
    breadcrumbs: [{ label: '合规总览', to: { kind: 'index', of: 'compliance' } }],
    blocks: [
      ...(month === null ? longerBlocks(period, shown) : [monthActions(inputs, month)]),
      ...(results.length === 0
        ? []
        : [chart(breakdownChart('services', `${words}各服务的结论`, '服务', services)), resultTable(project, table)]),
      ...(supplementary.length === 0
        ? []
        : [heading(supplementaryWords, { id: supplementaryId }), paragraph(supplementaryMeaning), resultTable(project, further)]),
      ...(month === null ? [] : [neighbourPager(key, (each) => ({ kind: 'compliance', month: each }))]),
    ],
  };
}

/** One page for each month, quarter, year and year to date: all its verdicts. */
export const periodPage: PageType<PeriodKey> = {
  keys: (whole) => {
    const months = new Map(monthKeys(whole).map((each) => [each.month, each]));
    return publishedPeriods(whole).map((period) => {
      const last = period.months.filter((month) => months.has(month)).at(-1) ?? whole.latest;
      const { previous, next } = months.get(period.id) ?? { previous: null, next: null };
      return { id: period.id, month: last, previous, next };
    });
  },
  params: ({ id }) => ({ month: id }),
  reads: ({ month }) => measuredThrough(month),
  paper: periodPaper,
  twin: (inputs, key) => periodTwin(inputs.project.assessment, periodOf(inputs, key), inputs.project.provenance),
};
