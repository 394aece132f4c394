import type { LogMonth } from '../../core/logs/log.ts';
import { caseKinds, type FindingKind, findingKinds } from '../../core/logs/role.ts';
import type { Project } from '../../core/project/project.ts';
import { type DueMeasure, type Improvement, improvementReport } from '../../core/reports/improvement.ts';
import { missesIn, outsideFindings } from '../../core/reports/misses.ts';
import { keepsAny } from '../../core/reports/roles.ts';
import { caseKindWords, findingsSentence, openSentence, unkeptSentence } from '../cases.ts';
import { cellWords, excerptWords } from '../cells.ts';
import { monthWords } from '../dates.ts';
import { casesWords, valueWords } from '../formats.ts';
import { handedWords } from '../handed.ts';
import { serviceName } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Piece } from '../paper/piece.ts';
import { joined, quote, say, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, list, paragraph } from '../paper/tell.ts';
import { rowOf } from '../rows.ts';
import { findingTable, openCalendarLinks, openTable } from '../tables/cases.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

/** A log of a month, with the way to how it was handed in. */
const logPiece = ({ month, log }: LogMonth): Piece => quote(`${monthWords(month)}${log.name}`, { kind: 'records', month });

/** What the page cannot see, because it was not handed in. */
function gapBlocks({ gaps }: Improvement): Block[] {
  if (gaps.length === 0) return [];
  const items = gaps.map((gap) => say`${logPiece(gap)}：${quote(handedWords(gap.handed))}`);
  const told = paragraph('下列台账没有交齐，缺少的部分本页看不到，没有列出不等于没有发生：');
  return [{ kind: 'section', look: 'note', blocks: [told, list(items)] }];
}

/** That the client has yet to decide on differences of the plan, which have neither a day nor a limit and so no place in the list. */
function undecidedBlocks({ content, contract }: Project): Block[] {
  const waiting = (content.contradictions?.data.contradictions ?? []).filter(({ needsClientDecision }) => needsClientDecision);
  if (waiting.length === 0) return [];
  const place = text('待补充与差异', { kind: 'index', of: 'open', anchor: 'contradictions' });
  const told = `方案另有${waiting.length}处差异须由${contract.words.client}决定，没有写明日期和时限，不在上表，见`;
  return [paragraph(say`${quote(told)}${place}。`)];
}

/** Everything that is open, whenever it was begun. */
function openSection({ project }: Inputs, { open, months }: Improvement): Block {
  const { cases, gaps, kept } = open;
  const older = gaps.filter(({ month }) => month < (months[0] ?? ''));
  const missing = joined(
    older.map((gap) => [logPiece(gap)]),
    '、',
  );
  return {
    kind: 'section',
    id: 'open',
    blocks: [
      heading('未办结的事项', keepsAny(kept, caseKinds) ? { count: `${cases.length}件` } : {}),
      ...(cases.length === 0
        ? [paragraph([quote(openSentence(open))])]
        : [paragraph('不论何时提出，办结之前一直列在这里；逾期的在前。'), openTable(project, cases)]),
      ...(older.length === 0 ? [] : [paragraph(say`${missing}没有交齐，缺的部分里有没有未办结的事项，本页看不到。`)]),
      ...undecidedBlocks(project),
      { kind: 'actions', items: openCalendarLinks(kept) },
    ],
  };
}

/** What was found of one kind, and what became of it. */
function findingSection({ project }: Inputs, { findings, open: { kept } }: Improvement, kind: FindingKind): Block {
  const own = findings.filter((each) => each.kind === kind);
  const words = caseKindWords[kind];
  const content = () => {
    if (!kept.has(kind)) return paragraph(unkeptSentence(kept, [kind]));
    if (own.length === 0) return paragraph(`这三个月已交付的台账中没有${words}。`);
    return findingTable(project, kind, own);
  };
  const head = heading(words, kept.has(kind) ? { count: `${own.length}件` } : {});
  return { kind: 'section', id: kind, blocks: [head, content()] };
}

function measureRow({ project }: Inputs, { log, record, role, state }: DueMeasure): Row {
  const words = (field: string | undefined): string => {
    const column = field === undefined ? undefined : log.columns[field];
    if (field === undefined || column === undefined) return '—';
    return excerptWords(cellWords(record.values[field] ?? null, column, project.ledger.registers));
  };
  const isFilled = (field: string | undefined) => field !== undefined && (record.values[field] ?? null) !== null;
  const told = [
    ...[role.service, role.problem, role.measure, role.source, role.due].map(words),
    isFilled(role.done) ? words(role.done) : words(role.state),
    isFilled(role.reason) ? words(role.reason) : words(role.effect),
  ];
  return {
    cells: [[quote(words(log.key[0]), rowOf(record))], ...told.map((cell) => [quote(cell)])],
    ...(state === 'left' ? { look: 'missed' } : {}),
  };
}

const measureTable = (inputs: Inputs, measures: readonly DueMeasure[]): Table => ({
  kind: 'table',
  id: 'due-measures',
  caption: [text('到期的改进措施，未实施的在前')],
  quiet: true,
  looks: ['stack'],
  columns: [
    { label: '记录', align: 'start', weight: 6 },
    { label: '服务', align: 'start', weight: 4 },
    { label: '问题', align: 'start', weight: 16 },
    { label: '措施', align: 'start', weight: 16 },
    { label: '来源', align: 'start', weight: 6 },
    { label: '计划完成', align: 'start', weight: 8, look: 'moment' },
    { label: '实施', align: 'start', weight: 8, look: 'moment' },
    { label: '成效或原因', align: 'start', weight: 16 },
  ],
  rows: measures.map((measure) => measureRow(inputs, measure)),
  keepTogether: false,
});

/** Measures that fell due, and whether they were carried out. */
function measureSection(inputs: Inputs, { measures, done, earlier, open: { kept } }: Improvement): Block {
  const section = (count: string | null, blocks: readonly Block[]): Block => {
    const head = heading('改进措施', count === null ? {} : { count });
    return { kind: 'section', id: 'measures', blocks: [head, ...blocks] };
  };
  if (!kept.has('measure')) return section(null, [paragraph(unkeptSentence(kept, ['measure']))]);
  const count = `到期${measures.length}项`;
  if (measures.length === 0) return section(count, [paragraph('这三个月已交付的台账中没有到期的改进措施。')]);
  const { client } = inputs.project.contract.words;
  const told = quote(
    `这三个月到期的${casesWords(done)}已经实施，实施率${valueWords(done, null) ?? '—'}；经${client}同意取消的不计`,
  );
  const still = text('未办结的事项', { kind: 'here', anchor: 'open' });
  const rest = earlier.length === 0 ? [] : say`，更早到期、至今没有实施的另有${quote(String(earlier.length))}项，见${still}`;
  return section(count, [paragraph(say`${told}${rest}。`), measureTable(inputs, measures)]);
}

function suggestionTable({ project, latest }: Inputs, { suggestions, months }: Improvement): Table {
  const rows = suggestions.map(({ service, received, valid, adopted, waiting }) => {
    const words = [
      serviceName(project.ledger.registers, service),
      String(received),
      valueWords(valid, null) ?? '—',
      casesWords(valid),
      valueWords(adopted, null) ?? '—',
      casesWords(adopted),
      String(waiting),
    ];
    return { cells: words.map((cell) => [quote(cell)]) };
  });
  const numbers = ['收到', '有效率', '有效/已评审', '采纳率', '采纳/已决定', '待评审或待定'];
  return {
    kind: 'table',
    id: 'received-suggestions',
    caption: [quote(`${monthWords(months[0] ?? latest)}至${monthWords(latest)}的改进建议`)],
    quiet: true,
    looks: [],
    columns: [
      { label: '服务', align: 'start', weight: 8 },
      ...numbers.map((label) => ({ label, align: 'end', weight: 6 }) as const),
    ],
    rows,
    keepTogether: true,
  };
}

/** What came in as suggestions, and what became of them. */
function suggestionSection(inputs: Inputs, improvement: Improvement): Block {
  const { kept } = improvement.open;
  const { smallSample } = inputs.project.contract;
  const blocks = kept.has('suggestion')
    ? [
        paragraph('有效率以已评审的建议为分母，采纳率以有效且已决定的建议为分母，都写出件数。'),
        suggestionTable(inputs, improvement),
        paragraph([quote(`件数少于${smallSample}件的比率起伏大，请结合件数看。`)]),
      ]
    : [paragraph(unkeptSentence(kept, ['suggestion']))];
  return { kind: 'section', id: 'suggestions', blocks: [heading('改进建议'), ...blocks] };
}

function improvementPaper(inputs: Inputs): Paper {
  const { project, latest } = inputs;
  const report = improvementReport(project.assessment, latest);
  const outside = outsideFindings(missesIn(project.assessment, report.months), report.findings);
  const rule = `办结情况以台账为准，未办结的天数算到${monthWords(latest)}最后一天；“期限”按有时限的指标逐件判断，月末仍未办结且已过时限的也算逾期。每件都可以打开台账中的那一行。`;
  return {
    title: '整改与改进',
    kind: 'improvement',
    description:
      '全部未办结的事项及其期限；最近三个月的事故、投诉、故障、隐患和检查不合格，逐件写明措施与办结；以及改进措施的实施和改进建议的采纳。',
    lead: findingsSentence(report, outside),
    month: latest,
    blocks: [
      paragraph([quote(rule)]),
      paragraph(
        say`每件的条款、凭据、岗位和期限，见${quote(`${monthWords(latest)}整改通知单`, { kind: 'notices', month: latest })}。`,
      ),
      ...gapBlocks(report),
      openSection(inputs, report),
      ...findingKinds.map((kind) => findingSection(inputs, report, kind)),
      measureSection(inputs, report),
      suggestionSection(inputs, report),
    ],
  };
}

/** What went wrong in the latest months, what was done about it, and what is still open. */
export const improvementPage = singlePage(improvementPaper);
