import { conservation, sumOf } from '../../core/indicators/conservation.ts';
import { type DeliveryHistory, deliveryHistories } from '../../core/reports/lateness.ts';
import { type MonthQuality, type Quality, qualityReport } from '../../core/reports/quality.ts';
import { monthWords } from '../dates.ts';
import { handedWords } from '../handed.ts';
import { serviceIds, serviceName } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, list, paragraph } from '../paper/tell.ts';
import { latenessWords, lateWords, qualitySentence } from '../quality.ts';
import { problemTable } from '../tables/problems.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

function monthRow({ month, counts, late, rows, problems }: MonthQuality): Row {
  const found = (['warning', 'info'] as const).map((severity) => problems.filter((each) => each.severity === severity).length);
  const numbers = [counts.complete, counts.nil, counts.incomplete, counts.absent, late, rows.read, ...found];
  const first = quote(monthWords(month), { kind: 'quality', month });
  return { cells: [[first], ...numbers.map((number) => [quote(String(number))])] };
}

/** How many logs of each month came in whole, and what was found in them. */
const monthTable = ({ months }: Quality): Table => ({
  kind: 'table',
  id: 'by-month',
  caption: [text('各月台账按交付情况的种数')],
  quiet: true,
  looks: [],
  columns: [
    { label: '月份', align: 'start', weight: 8, look: 'nowrap' },
    { label: '完整', align: 'end', weight: 4 },
    { label: '零报告', align: 'end', weight: 4, look: 'count' },
    { label: '不完整', align: 'end', weight: 4, look: 'alarm' },
    { label: '未交付', align: 'end', weight: 4, look: 'alarm' },
    { label: '迟交', align: 'end', weight: 4, look: 'alarm' },
    { label: '行数', align: 'end', weight: 5 },
    { label: '警告', align: 'end', weight: 4, look: 'alarm' },
    { label: '信息', align: 'end', weight: 4, look: 'alarm' },
  ],
  rows: months.map(monthRow),
  keepTogether: false,
});

/** What did not come in whole or in time, and what was found, by month; nothing of a month of which there is nothing to say. */
function monthProblems({ project }: Inputs, { month, deliveries, problems }: MonthQuality): Block[] {
  const lacking = deliveries.filter(({ handed }) => handed.state === 'absent' || handed.state === 'incomplete');
  const items = [...lacking.map(({ log, handed }) => `${log.name}：${handedWords(handed)}`), ...lateWords(deliveries)];
  if (items.length + problems.length === 0) return [];
  const caption = `${monthWords(month)}的警告与信息`;
  return [
    {
      kind: 'section',
      id: month,
      blocks: [
        heading(monthWords(month), { level: 3, to: { kind: 'quality', month } }),
        ...(items.length === 0 ? [] : [list(items.map((words) => [quote(words)]))]),
        ...(problems.length === 0 ? [] : [problemTable(project, { id: `problems-${month}`, caption, problems })]),
      ],
    },
  ];
}

/** What was found, month by month and elsewhere. */
function problemBlocks(inputs: Inputs, { months, elsewhere }: Quality): Block[] {
  const list = { id: 'problems-elsewhere', caption: '名录与文档中的警告与信息', problems: elsewhere };
  const found: Block[] = [
    ...months.flatMap((month) => monthProblems(inputs, month)),
    ...(elsewhere.length === 0
      ? []
      : [
          {
            kind: 'section',
            blocks: [heading('名录与文档', { level: 3 }), problemTable(inputs.project, list)],
          } as const,
        ]),
  ];
  const none = paragraph('各月台账、名录和文档都没有发现问题。');
  return [heading('发现的问题', { id: 'problems' }), ...(found.length === 0 ? [none] : found)];
}

function historyRow(history: DeliveryHistory): Row {
  const { log, late, absent, months } = history;
  const missing = absent.length === 0 ? '从未缺交' : absent.map(monthWords).join('、');
  const words = [log.name, `${late.length}/${months}个月`, latenessWords(history), missing];
  return { cells: words.map((told) => [quote(told)]) };
}

/** In which months each log came late or not at all. */
function lateBlocks({ project: { assessment, contract } }: Inputs): Block[] {
  const table: Table = {
    kind: 'table',
    id: 'histories',
    caption: [text('各台账迟交和未交的月份')],
    quiet: true,
    looks: ['stack'],
    columns: [
      { label: '台账', align: 'start', weight: 10 },
      { label: '迟交', align: 'end', weight: 6 },
      { label: '迟交的月份', align: 'start', weight: 18, look: 'words' },
      { label: '未交的月份', align: 'start', weight: 18, look: 'words' },
    ],
    rows: deliveryHistories(assessment, contract.deliveryDay).map(historyRow),
    keepTogether: false,
  };
  return [
    heading('各台账的交付记录', { id: 'late' }),
    table,
    paragraph([quote(`次月${contract.deliveryDay}日以后交付的为迟交。`)]),
  ];
}

/** What became of the records and of what was due, month by month: judged and declared are all. */
function accountBlocks({ project: { assessment } }: Inputs): Block[] {
  const rows = [...assessment.months].reverse().map((month): Row => {
    const accounts = conservation(assessment, month);
    const sums = [sumOf(accounts.map(({ records }) => records)), sumOf(accounts.map(({ due }) => due))];
    const numbers = sums.flatMap(({ all, judged, declared, rest }) => [judged, declared, rest.length, all]);
    return { cells: [[quote(monthWords(month))], ...numbers.map((number) => [quote(String(number))])] };
  });
  const number = (label: string) => ({ label, align: 'end', weight: 6 }) as const;
  const alarm = (label: string) => ({ label, align: 'end', weight: 6, look: 'alarm' }) as const;
  const table: Table = {
    kind: 'table',
    id: 'accounts',
    caption: [text('各月的记录和应做的作业由谁评价')],
    quiet: true,
    looks: [],
    columns: [
      { label: '月份', align: 'start', weight: 8, look: 'nowrap' },
      ...[number('记录：有指标评价'), number('写明不评价'), alarm('无人评价'), number('合计')],
      ...[number('应做：有指标评价'), number('写明不评价'), alarm('无人评价'), number('合计')],
    ],
    rows,
    keepTogether: false,
  };
  return [
    heading('没有一行无人过问', { id: 'accounts-head' }),
    table,
    paragraph(
      '少交的行由排期、流水号和另记的件数发现；空着的格和没有了结的事按最不利计。已交的行事后改动，以及填报人自己写的类别和例外，光凭一个月的行看不出来。',
    ),
  ];
}

/** Indicators without a measure, by service, each with why. */
function pendingBlocks({ project }: Inputs, { pending }: Quality): Block[] {
  const { registers } = project.ledger;
  const head = heading('口径待建的指标', { id: 'pending', count: `${pending.length}项` });
  if (pending.length === 0) return [head, paragraph('全部指标都已由台账自动计算。')];
  const tables = serviceIds(registers).flatMap((service): Block[] => {
    const own = pending.filter((each) => each.service === service);
    if (own.length === 0) return [];
    const name = serviceName(registers, service);
    const table: Table = {
      kind: 'table',
      id: `pending-${service}`,
      caption: [quote(`${name}口径待建的指标`)],
      quiet: true,
      looks: ['stack'],
      columns: [
        { label: '指标', align: 'start', weight: 14 },
        { label: '方案要求', align: 'start', weight: 18, look: 'words' },
        { label: '说明', align: 'start', weight: 24, look: 'words' },
      ],
      rows: own.map(({ id, name: first, criterion, unmeasured }) => ({
        cells: [[quote(first, { kind: 'indicator', indicator: id })], [quote(criterion)], [quote(unmeasured ?? '')]],
      })),
      keepTogether: false,
    };
    return [heading(name, { level: 3, count: `${own.length}项` }), table];
  });
  return [head, paragraph('这些指标的计算口径尚未建立，没有数值，也不作结论；说明栏写明缺什么。'), ...tables];
}

function qualityPaper(inputs: Inputs): Paper {
  const { project, problems, latest } = inputs;
  const quality = qualityReport(project.assessment, problems);
  return {
    title: '数据质量',
    kind: 'quality',
    description: '各月台账交了什么、缺什么、迟了什么，读取时发现并处理了什么，哪些指标还不能计算。',
    lead: qualitySentence(quality, latest),
    month: latest,
    blocks: [
      heading('逐月交付', { id: 'deliveries' }),
      monthTable(quality),
      paragraph(
        '零报告：交付清单写明本月没有发生。不完整：行数与交付清单不符，或流水号有缺；有关指标的结论为“数据不完整”。未交付：既没有文件，也没有列入清单；有关指标的结论为“无数据”。有错误的数据不能发布，所以本站没有错误一栏。',
      ),
      ...problemBlocks(inputs, quality),
      ...accountBlocks(inputs),
      ...lateBlocks(inputs),
      ...pendingBlocks(inputs, quality),
    ],
  };
}

/** How far the published numbers can be trusted. */
export const qualityPage = singlePage(qualityPaper);
