import type { Month } from '../../core/calendar/date.ts';
import type { LogMonth } from '../../core/logs/log.ts';
import { type MonthQuality, monthQuality, refusalsIn, remarksIn, repairsIn } from '../../core/reports/quality.ts';
import { qualityTwin } from '../../core/reports/twins.ts';
import { monthWords } from '../dates.ts';
import { handedWords } from '../handed.ts';
import type { Block, Fact } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, paragraph } from '../paper/tell.ts';
import { cellCount, monthQualitySentence } from '../quality.ts';
import { problemTable, repairTable } from '../tables/problems.ts';
import type { Inputs } from './inputs.ts';
import { type MonthKey, measuredThrough, monthKeys, neighbourPager } from './month.ts';
import type { PageType } from './page-type.ts';

function deliveryRow({ log, handed, rows }: LogMonth, month: Month): Row {
  const state = quote(handedWords(handed));
  const none = text('—');
  if (handed.state === 'absent') return { cells: [[quote(log.name)], [state], [none], [none], [none], [none], [none]] };
  const numbers = [rows.given, rows.read, rows.repaired, rows.refused].map((count) => [quote(String(count))]);
  return { cells: [[quote(log.name, { kind: 'log', month, log: log.id })], [state], [quote(handed.on)], ...numbers] };
}

/** How each log of the month was handed in, and what became of its rows. */
const deliveryTable = ({ month, deliveries }: MonthQuality): Table => ({
  kind: 'table',
  id: 'by-log',
  caption: [quote(`${monthWords(month)}各台账的交付与读取`)],
  quiet: true,
  looks: [],
  columns: [
    { label: '台账', align: 'start', weight: 10 },
    { label: '状态', align: 'start', weight: 14 },
    { label: '交付日期', align: 'start', weight: 8, look: 'nowrap' },
    { label: '文件行数', align: 'end', weight: 5 },
    { label: '读入', align: 'end', weight: 5 },
    { label: '统一过写法', align: 'end', weight: 5 },
    { label: '退回', align: 'end', weight: 5 },
  ],
  rows: deliveries.map((each) => deliveryRow(each, month)),
  keepTogether: false,
});

const absentIn = ({ deliveries }: MonthQuality) => deliveries.filter(({ handed }) => handed.state === 'absent');

function monthFacts(quality: MonthQuality): Fact[] {
  const { rows, late } = quality;
  const numbers = [
    ['读取', `${rows.read} 行`],
    ['统一写法', `${cellCount(repairsIn(quality))} 格`],
    ['退回', `${rows.refused} 行`],
    ['迟交', `${late} 种`],
    ['未交付', `${absentIn(quality).length} 种`],
  ] as const;
  return numbers.map(([label, words]) => ({ label, value: [quote(words)] }));
}

function missingBlocks(quality: MonthQuality): Block[] {
  const names = absentIn(quality)
    .map(({ log }) => log.name)
    .join('、');
  const told = `没有文件也没有列入清单的：${names}。有关指标的结论为“无数据”。`;
  return [heading('缺什么', { id: 'missing' }), paragraph([quote(names === '' ? '没有缺交的台账。' : told)])];
}

/** What was read in another spelling, what was refused, and what else was found. */
function foundBlocks({ project }: Inputs, quality: MonthQuality): Block[] {
  const words = monthWords(quality.month);
  const [repairs, refusals, remarks] = [repairsIn(quality), refusalsIn(quality), remarksIn(quality)];
  const rule = '只统一有唯一读法的写法；交来的文件保持原样，下面逐格列出原来写的和读作的。';
  return [
    heading('统一过的写法', { id: 'repairs', count: `${cellCount(repairs)}格` }),
    ...(repairs.length === 0
      ? [paragraph('各台账都照模板填写，没有统一写法。')]
      : [paragraph(rule), repairTable(project, { id: 'repaired', caption: `${words}统一过的写法`, problems: repairs })]),
    heading('退回的行', { id: 'refusals', count: `${quality.rows.refused}行` }),
    refusals.length === 0
      ? paragraph('没有退回的行。有一处错误的数据不能发布，交付前要全部改正。')
      : problemTable(project, { id: 'refused', caption: `${words}退回的行`, problems: refusals }),
    heading('其他警告与信息', { id: 'remarks', count: `${remarks.length}条` }),
    remarks.length === 0
      ? paragraph('没有其他警告和信息。')
      : problemTable(project, { id: 'remarked', caption: `${words}的警告与信息`, problems: remarks }),
  ];
}

const qualityOf = ({ project, problems }: Inputs, { month }: MonthKey): MonthQuality =>
  monthQuality(project.assessment, month, problems);

function monthPaper(inputs: Inputs, key: MonthKey): Paper {
  const { month } = key;
  const quality = qualityOf(inputs, key);
  return {
    title: `${monthWords(month)}数据质量`,
    kind: 'quality',
    description: `${monthWords(month)}的台账交了什么、缺什么、迟了什么，读取时统一和退回了什么。`,
    lead: monthQualitySentence(quality),
    month,
    search: 'lead',
    breadcrumbs: [{ label: '数据质量', to: { kind: 'index', of: 'quality' } }],
    blocks: [
      { kind: 'facts', row: true, items: monthFacts(quality) },
      {
        kind: 'actions',
        screen: true,
        items: [
          [quote(`${monthWords(month)}服务记录`, { kind: 'records', month })],
          [text('本页的JSON', { kind: 'data', of: 'quality', month })],
        ],
      },
      heading('交了什么', { id: 'deliveries' }),
      deliveryTable(quality),
      ...missingBlocks(quality),
      ...foundBlocks(inputs, quality),
      neighbourPager(key, (each) => ({ kind: 'quality', month: each })),
    ],
  };
}

/** One page for each month: what was handed in, what lacks, and what was found in it. */
export const monthQualityPage: PageType<MonthKey> = {
  keys: monthKeys,
  params: ({ month }) => ({ month }),
  reads: ({ month }) => measuredThrough(month),
  paper: monthPaper,
  twin: (inputs, key) => qualityTwin(qualityOf(inputs, key), inputs.project.provenance),
};
