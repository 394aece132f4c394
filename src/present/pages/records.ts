import type { Month } from '../../core/calendar/date.ts';
import type { Column } from '../../core/csv/column.ts';
import type { TableRecord } from '../../core/csv/table.ts';
import { type RowUse, usesOf } from '../../core/indicators/evidence.ts';
import { type LogMonth, rowsOfFile } from '../../core/logs/log.ts';
import { deliveriesOf } from '../../core/reports/deliveries.ts';
import { monthTwin } from '../../core/reports/twins.ts';
import { sealTwin } from '../../core/seals/twin.ts';
import { cellWords } from '../cells.ts';
import { dateWords, monthWords } from '../dates.ts';
import { handedMark, handedWords } from '../handed.ts';
import type { Block } from '../paper/block.ts';
import type { Crumb, Paper } from '../paper/paper.ts';
import type { Piece, Pieces } from '../paper/piece.ts';
import { code, quote, say, stressed, text } from '../paper/say.ts';
import type { ColumnLook, Row, Table } from '../paper/table.ts';
import { heading, list, paragraph } from '../paper/tell.ts';
import { deliverySentence } from '../report/sentences.ts';
import { amendedRows } from '../tables/amendments.ts';
import type { Inputs } from './inputs.ts';
import { type MonthKey, measuredThrough, monthKeys, neighbourPager } from './month.ts';
import { type PageType, singlePage } from './page-type.ts';

const all: Crumb = { label: '服务记录', to: { kind: 'index', of: 'records' } };

/** How many rows of each log came in each month, the newest month first. */
function deliveriesTable({ project: { ledger } }: Inputs): Table {
  const months = [...ledger.months].reverse();
  const cell = (month: Month, logMonth: LogMonth | undefined): Pieces =>
    logMonth === undefined || logMonth.handed.state === 'absent'
      ? [text('未交付')]
      : [quote(handedMark(logMonth), { kind: 'log', month, log: logMonth.log.id })];
  return {
    kind: 'table',
    id: 'deliveries',
    caption: [text('各月台账交付的行数')],
    looks: [],
    columns: [
      { label: '台账', align: 'start', weight: 10 },
      ...months.map(({ month }) => ({ label: month, align: 'end', weight: 5, to: { kind: 'records', month } }) as const),
    ],
    rows: ledger.logs.map(({ id, name }) => ({
      cells: [[quote(name)], ...months.map(({ month, logs }) => cell(month, logs.get(id)))],
    })),
    keepTogether: false,
  };
}

/** Empty files of all logs, and of the slip that comes with them. */
function templateBlocks({ project: { ledger } }: Inputs): Block[] {
  const guide = text('填表说明', { kind: 'index', of: 'guide' });
  const items = ledger.logs.map(({ id, name, about }) => say`${quote(name, { kind: 'template', log: id })} ${quote(about)}`);
  const slip = text('交付清单', { kind: 'template', log: 'delivery' });
  return [
    heading('空白模板'),
    paragraph(say`第一行为表头，可直接用Excel或WPS填写；每列怎么填见${guide}。`),
    list([...items, say`${slip} 每月一份，每种台账一行，写行数和交付日期。`], 'index'),
  ];
}

function recordsPaper(inputs: Inputs): Paper {
  const { project, latest } = inputs;
  const { months, logs } = project.ledger;
  const rows = months.flatMap((month) => [...month.logs.values()]).reduce((sum, { records }) => sum + records.length, 0);
  return {
    title: '服务记录',
    kind: 'record',
    description: '各月各台账交付的记录，每一行都有固定地址。',
    lead: `共${months.length}个月、${logs.length}种台账、${rows}行记录；每一行都能打开，并回到它所计入的指标。`,
    month: latest,
    blocks: [
      deliveriesTable(inputs),
      paragraph('“零”为零报告：交付清单写明本月没有发生。“缺”为数据不完整：行数与交付清单不符，或流水号有缺。'),
      ...templateBlocks(inputs),
    ],
  };
}

/** What was handed in, month by month. */
export const recordsPage = singlePage(recordsPaper);

function deliveryRow(month: Month, { log, handed, records, file }: LogMonth): Row {
  const state = quote(handedWords(handed));
  if (handed.state === 'absent') return { cells: [[quote(log.name)], [text('—')], [text('—')], [state], [text('—')]] };
  const name = quote(log.name, { kind: 'log', month, log: log.id });
  return { cells: [[name], [quote(String(records.length))], [quote(dateWords(handed.on))], [state], [code(file)]] };
}

/** How each log of a month was handed in. */
const deliveryTable = (month: Month, deliveries: readonly LogMonth[]): Table => ({
  kind: 'table',
  id: 'deliveries',
  caption: [quote(`${monthWords(month)}台账交付情况`)],
  looks: [],
  columns: [
    { label: '台账', align: 'start', weight: 10 },
    { label: '行数', align: 'end', weight: 4 },
    { label: '交付日期', align: 'start', weight: 10, look: 'nowrap' },
    { label: '状态', align: 'start', weight: 16 },
    { label: '文件', align: 'start', weight: 14 },
  ],
  rows: deliveries.map((each) => deliveryRow(month, each)),
  keepTogether: false,
});

function monthPaper({ project }: Inputs, key: MonthKey): Paper {
  const { month } = key;
  const deliveries = deliveriesOf(project.ledger, month);
  return {
    title: `${monthWords(month)}服务记录`,
    kind: 'record',
    description: `${monthWords(month)}各台账的交付情况与记录。`,
    lead: deliverySentence(deliveries),
    month,
    newest: { kind: 'records', month: '*' },
    breadcrumbs: [all],
    blocks: [deliveryTable(month, deliveries), neighbourPager(key, (each) => ({ kind: 'records', month: each }))],
  };
}

/** One page for each month: how each log was handed in. Its twin also holds the verdicts that follow from it. */
export const monthRecordsPage: PageType<MonthKey> = {
  keys: monthKeys,
  params: ({ month }) => ({ month }),
  reads: ({ month }) => measuredThrough(month),
  paper: monthPaper,
  twin: ({ project }, { month }) => {
    const sealed = project.seals.get(month);
    const twin = monthTwin(project.assessment, month, project.provenance);
    return sealed === undefined ? twin : { ...twin, seal: sealTwin(sealed) };
  },
};

/** A log of a month. */
export interface LogKey {
  readonly month: Month;
  readonly log: string;
}

/** The log that a page is about. Asking for one that was not handed in is our bug. */
function logMonthOf({ project }: Inputs, { month, log }: LogKey): LogMonth {
  const found = project.ledger.months.find((each) => each.month === month)?.logs.get(log);
  if (found === undefined) throw new TypeError(`no log ${log} of ${month}`);
  return found;
}

const countedWords: Readonly<Record<RowUse['counted'], string>> = {
  pass: '计入',
  fail: '不合格',
  excluded: '不计入',
  unknown: '没有结果',
  'under-way': '进行中',
};

/** An indicator into which a row entered, and how: what failed stands out, what does not count steps back. */
function usePiece({ indicator, counted }: RowUse, month: Month): Piece {
  const words = quote(`${indicator.name}（${countedWords[counted]}）`, { kind: 'evidence', month, indicator: indicator.id });
  switch (counted) {
    case 'pass':
      return words;
    case 'fail':
    case 'unknown':
      return stressed('strong', words);
    case 'excluded':
    case 'under-way':
      return stressed('excluded', words);
  }
}

/** Types whose hyphens join one thing. */
const isUnbroken = ({ type }: Column): boolean => type === 'date' || type === 'moment' || type === 'id';
const unbroken: { readonly look: ColumnLook } = { look: 'unbroken' };

/** The rows of a log as they were handed in, each with the indicators into which it entered. */
function recordTable({ project }: Inputs, { log, records, carried }: LogMonth, month: Month): Table {
  const { registers } = project.ledger;
  const columns = Object.entries(log.columns);
  const uses = usesOf(project.assessment, month, log.id);
  const since = new Map(carried.map(({ record, before }) => [record, before.since]));
  const again = (record: TableRecord): Piece[] => {
    const begun = since.get(record);
    return begun === undefined ? [] : [quote(`${monthWords(begun)}结转`)];
  };
  const row = (record: TableRecord): Row => ({
    id: `L${record.line}`,
    cells: [
      [quote(String(record.line), { kind: 'here', anchor: `L${record.line}` })],
      ...columns.map(([field, column]) => [quote(cellWords(record.values[field] ?? null, column, registers))]),
      [...again(record), ...(uses.get(record.line) ?? []).map((use) => usePiece(use, month))],
    ],
  });
  return {
    kind: 'table',
    id: log.id,
    caption: [quote(`${monthWords(month)}${log.name}`)],
    looks: ['records'],
    columns: [
      { label: '行', align: 'start', weight: 3 },
      ...columns.map(
        ([, column]) => ({ label: column.name, align: 'start', weight: 8, ...(isUnbroken(column) ? unbroken : {}) }) as const,
      ),
      { label: '计入的指标', align: 'start', weight: 16, look: 'links' },
    ],
    rows: rowsOfFile({ records, carried }).map(row),
    keepTogether: false,
  };
}

function logPaper(inputs: Inputs, key: LogKey): Paper {
  const { month } = key;
  const logMonth = logMonthOf(inputs, key);
  const { log, handed, file } = logMonth;
  const rows = rowsOfFile(logMonth).length;
  return {
    title: `${log.name} · ${monthWords(month)}`,
    kind: 'record',
    description: `${monthWords(month)}${log.name}台账的全部记录。`,
    lead: `${rows}行，${handedWords(handed)}。${log.about}`,
    month,
    newest: { kind: 'records', month: '*' },
    search: 'lead',
    breadcrumbs: [all, { label: monthWords(month), to: { kind: 'records', month } }],
    blocks: [
      paragraph(say`来源文件 ${code(file)}；行号与文件中的行号一致。`),
      ...amendedRows(inputs.project, file, month),
      rows === 0 ? paragraph('本月零报告：交付清单写明没有发生，台账没有记录。') : recordTable(inputs, logMonth, month),
    ],
  };
}

/** One page for each log of each month that was handed in: its rows. */
export const logPage: PageType<LogKey> = {
  keys: ({ project }) =>
    project.ledger.months.flatMap(({ month, logs }) =>
      [...logs.values()].filter(({ handed }) => handed.state !== 'absent').map(({ log: { id } }) => ({ month, log: id })),
    ),
  params: ({ month, log }) => ({ month, log }),
  reads: ({ month }) => measuredThrough(month),
  paper: logPaper,
};
