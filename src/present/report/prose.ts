import type { ReportComponent } from '../../core/documents/components.ts';
import type { Contract } from '../../core/documents/contract.ts';
import type { Entry } from '../../core/documents/library.ts';
import { type Prose, proseOf, type Span } from '../../core/documents/prose.ts';
import { type Commentary, type ReportDocument, reportName, type SpecialReport } from '../../core/documents/report.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { Judgement } from '../../core/measures/judgement.ts';
import type { Content } from '../../core/project/project.ts';
import { homesOf } from '../../core/project/reports.ts';
import { addResult, proofOf, ValueBook } from '../../core/reports/book.ts';
import { correctionOf } from '../../core/reports/cases.ts';
import type { Reports } from '../../core/reports/reports.ts';
import { correctionWords, rowWords } from '../cells.ts';
import type { ChartSpec } from '../chart/spec.ts';
import { dateWords, monthWords } from '../dates.ts';
import { locationName, type Naming } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Piece, Pieces } from '../paper/piece.ts';
import { excerpt, joined, quote, say, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { bookPrinter, quantityWords } from '../quantity.ts';
import { resultPieces } from '../result.ts';
import { rowOf } from '../rows.ts';
import { bindCharts } from './charts.ts';
import { resultTable } from './indicators.ts';
import { type Making, makingOf, markedTitle } from './making.ts';
import type { ReportPaper } from './paper.ts';
import { column, heading, note, paragraph, type Telling, table } from './telling.ts';

/** What a written report may draw on beside its own words. */
export interface Sources {
  readonly reports: Reports;
  readonly assessment: Assessment;
  readonly contract: Contract;
  readonly content: Content;
  /** The report of a period, whose tables can be placed. */
  paper(period: string): ReportPaper;
  /** The facts that a period's tables are told from. */
  telling(period: string): Telling;
  /** The monthly series that ends with a result. */
  charts(result: Result): readonly ChartSpec[];
}

const namingOf = ({ assessment, contract }: Sources): Naming => ({ registers: assessment.ledger.registers, contract });

/** A name of the organisation by its id. */
function roleWords({ roles, units }: Content, id: string): string {
  const found = [...(roles?.data.roles ?? []), ...(units?.data.units ?? [])].find((each) => each.id === id);
  return found?.name ?? id;
}

/** 编制：实施经理。审核：服务总监。状态：已签发，2026年10月6日。 */
function makingPieces(entry: Entry<ReportDocument>, content: Content): Pieces {
  const { data } = entry;
  const { words, issued: day } = makingOf(entry);
  const role = (id: string) => quote(roleWords(content, id), { kind: 'organisation', id });
  const reviewed = data.reviewed === null ? text('待审核') : role(data.reviewed);
  const issued = day === null ? [] : say`，${time(dateWords(day))}`;
  return say`编制：${role(data.prepared)}。审核：${reviewed}。状态：${text(words)}${issued}。`;
}

/** A bound value; the check has made sure that it exists. */
function valuePiece(id: string, home: string, { reports }: Sources): Piece {
  const found = reports.value(id, home);
  if (found === null) throw new TypeError(`no value ${id}`);
  return { kind: 'value', id: found.id, text: quantityWords(found.quantity), to: found.to };
}

function resultOf(id: string, home: string, { reports }: Sources): Result {
  const result = reports.result(id, home);
  if (result === null) throw new TypeError(`no result ${id}`);
  return result;
}

/** The sentence on a result, its numbers bound to their ids. */
function resultSentence(result: Result, sources: Sources): Pieces {
  const book = new ValueBook();
  addResult(book, result);
  const place = result.location === null ? '' : locationName(namingOf(sources), result.location);
  return resultPieces(result, place, bookPrinter(book, result)).slice(0, -1);
}

function spanPieces(spans: readonly Span[], home: string, sources: Sources): Pieces {
  return spans.flatMap((span): Pieces => {
    // A person's words are quoted as they are; the check has compared their numbers with the values.
    if (span.kind === 'text') return [quote(span.text.replace(/\s*\n\s*/gu, ''))];
    const id = span.attributes.id ?? '';
    return span.name === 'Result' ? resultSentence(resultOf(id, home, sources), sources) : [valuePiece(id, home, sources)];
  });
}

const countedWords: Readonly<Record<Judgement['counted'], string>> = {
  pass: '计入且合格',
  fail: '不合格、未完成或超限',
  excluded: '不计入',
};

/** The rows behind a result that counted in one way. */
function rowTable(id: string, counted: Judgement['counted'], home: string, sources: Sources): Table[] {
  const result = resultOf(id, home, sources);
  const { assessment } = sources;
  const { logs, registers } = assessment.ledger;
  const judged = result.parts.flatMap(({ part, judged: period }) =>
    period.months
      .filter((month) => assessment.months.includes(month))
      .flatMap((month) => assessment.judgements(part, month))
      .filter((each) => each.counted === counted && (result.location === null || each.location === result.location)),
  );
  const rows = judged.map(({ record, occurrence, location, reason }): Row => {
    const to = record === null ? undefined : rowOf(record);
    const log = to?.kind === 'row' ? logs.find((each) => each.id === to.log) : undefined;
    const day =
      record === null || log === undefined ? (occurrence?.slot.to ?? '—') : String(record.values[log.date]).slice(0, 10);
    return {
      cells: [
        [time(day, to)],
        [quote(locationName(namingOf(sources), location))],
        [quote(record === null || log === undefined ? String(occurrence?.entry.item ?? '') : rowWords(record, log, registers))],
        [excerpt(reason ?? '—')],
        [quote(record === null || log === undefined ? '—' : correctionWords(correctionOf({ log, record }, registers)))],
      ],
    };
  });
  const caption = say`${quote(result.indicator.name, proofOf(result))}：${text(countedWords[counted])}的记录`;
  return table(
    'rows',
    caption,
    [column('日期', 7), column(sources.contract.words.place, 7), column('内容', 16), column('理由', 14), column('整改', 12)],
    rows,
  );
}

const isCounted = (text_: string): text_ is Judgement['counted'] => text_ in countedWords;

/** A table of results of one period; the period's own comparisons stand beside them. */
function resultsBlock(ids: readonly string[], home: string, sources: Sources): ReportBlock[] {
  const results = ids.map((id) => resultOf(id, home, sources));
  const byPeriod = new Map<string, Result[]>();
  for (const result of results) byPeriod.set(result.period.id, [...(byPeriod.get(result.period.id) ?? []), result]);
  return [...byPeriod].flatMap(([period, own]) => {
    const telling = sources.telling(period);
    const names = own.map(({ indicator, location }) =>
      telling.report.results.find((each) => location === null && each.indicator === indicator),
    );
    const whole = names.flatMap((each) => each ?? []);
    return resultTable(telling, 'results', say`${time(sources.paper(period).period)}的指标结论`, whole);
  });
}

/** A table of a period's report, by its name. */
function placedTable(id: string, home: string, sources: Sources): ReportBlock {
  const [period = '', wanted = ''] = id.includes('/') ? id.split('/') : [home, id];
  const { blocks, period: words } = sources.paper(period);
  const found = blocks.find((block) => block.kind === 'table' && block.id === wanted);
  if (found === undefined || found.kind !== 'table') return note(say`${time(words)}没有这张表所列的事项。`);
  return { ...found, caption: say`${time(words)}：${found.caption}` };
}

type Placed = Extract<Prose, { kind: 'placed' }>;

/** What a component that stands alone becomes. */
type Placer = (placed: Placed, home: string, sources: Sources) => ReportBlock[];

const idsOf = ({ attributes }: Placed): readonly string[] => (attributes.id ?? '').split(/\s+/u);

const asSentence: Placer = (placed, home, sources) => [paragraph(spanPieces([{ ...placed, kind: 'component' }], home, sources))];

const placers: Readonly<Record<ReportComponent, Placer>> = {
  Value: asSentence,
  Result: asSentence,
  Results: (placed, home, sources) => resultsBlock(idsOf(placed), home, sources),
  Chart: (placed, home, sources) =>
    idsOf(placed)
      .flatMap((id) => sources.charts(resultOf(id, home, sources)))
      .map((spec) => ({ kind: 'chart', spec })),
  Table: (placed, home, sources) => idsOf(placed).map((id) => placedTable(id, home, sources)),
  Rows: (placed, home, sources) => {
    const counted = placed.attributes.counted ?? 'fail';
    const rows = isCounted(counted) ? idsOf(placed).flatMap((id) => rowTable(id, counted, home, sources)) : [];
    return rows.length > 0 ? rows : [note(say`没有这样的记录。`)];
  },
};

function proseBlock(prose: Prose, index: number, level: 2 | 3, home: string, sources: Sources): ReportBlock[] {
  switch (prose.kind) {
    case 'heading': {
      const words = prose.spans.map((span) => (span.kind === 'text' ? span.text : '')).join('');
      return [heading(level, `w-${index + 1}`, words)];
    }
    case 'paragraph':
      return [paragraph(spanPieces(prose.spans, home, sources))];
    case 'list':
      return [{ kind: 'list', ordered: prose.ordered, items: prose.items.map((spans) => spanPieces(spans, home, sources)) }];
    case 'placed':
      return placers[prose.name](prose, home, sources);
    case 'other':
      return [];
  }
}

/** A written body as blocks; its headings stand below `level`. */
function proseBlocks(entry: Entry<ReportDocument>, level: 2 | 3, sources: Sources): ReportBlock[] {
  const home = homesOf(entry.data).at(-1) ?? '';
  return proseOf(entry).flatMap((prose, index) => proseBlock(prose, index, level, home, sources));
}

/** What people wrote on a period's report, and how far it has come. */
export interface Written {
  readonly making: Making;
  readonly blocks: readonly ReportBlock[];
}

/** What people wrote on a period's report, or that nobody has yet. */
export function writtenOn(entry: Entry<Commentary> | null, sources: Sources): Written {
  const head = heading(2, 'commentary', '编制说明');
  const words =
    entry === null
      ? [paragraph(say`待编制。本期尚无编制人的说明；报告其余部分由台账自动生成，不受影响。`)]
      : [paragraph(makingPieces(entry, sources.content)), ...proseBlocks(entry, 3, sources)];
  return { making: makingOf(entry), blocks: [head, ...words] };
}

const printedIn = (pieces: Pieces): string[] => pieces.flatMap((piece) => (piece.kind === 'value' ? [piece.id] : []));

function printedBy(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return printedIn(block.pieces);
    case 'list':
      return block.items.flatMap(printedIn);
    case 'counts':
      return printedIn(block.items.map(({ count }) => count));
    case 'table':
      return [...printedIn(block.caption), ...block.rows.flatMap(({ cells }) => cells.flatMap(printedIn))];
    case 'signoff':
      return printedIn(block.conclusion);
    case 'heading':
    case 'chart':
      return [];
  }
}

/** The book of what some blocks print beside a book of their own: a text may quote other periods. */
export function bookOf(blocks: readonly ReportBlock[], own: ValueBook | null, { reports }: Pick<Sources, 'reports'>): ValueBook {
  const book = new ValueBook();
  for (const { id, quantity, to } of own?.all() ?? []) book.add(id, quantity, to);
  const figures = blocks.flatMap((block) => (block.kind === 'chart' ? block.spec.figures : []));
  for (const { name, quantity, to } of figures) if (to !== undefined) book.add(name, quantity, to);
  for (const id of blocks.flatMap(printedBy)) {
    const found = book.get(id) === null ? reports.value(id, id.split('/')[0] ?? '') : null;
    if (found !== null) book.add(found.id, found.quantity, found.to);
  }
  return book;
}

/** A special report with the numbers that it prints. */
export function specialPaper(entry: Entry<SpecialReport>, sources: Sources): { paper: ReportPaper; book: ValueBook } {
  const { data } = entry;
  const { client, contractor } = sources.contract.words;
  const making = makingOf(entry);
  const months = joined(
    data.months.map((month) => [time(monthWords(month), { kind: 'report', id: month })]),
    '、',
  );
  const blocks: ReportBlock[] = [
    paragraph(makingPieces(entry, sources.content)),
    paragraph(say`取数范围：${months}。`),
    ...proseBlocks(entry, 2, sources),
    heading(2, 'confirmation', '确认'),
    {
      kind: 'signoff',
      conclusion: say`${quote(markedTitle({ title: data.title, making }))}：${quote(data.summary)}`,
      signatures: [
        { label: '编制人', seal: false },
        { label: `${contractor}项目负责人（签字、盖章）`, seal: true },
        { label: `${client}监管人（签字）`, seal: false },
        { label: '日期', seal: false },
      ],
    },
  ];
  const bound = bindCharts(blocks, reportName(data));
  const book = bookOf(bound, null, sources);
  const [first = '', last = ''] = [data.months[0], data.months.at(-1)];
  const period = first === last ? monthWords(first) : `${monthWords(first)}至${monthWords(last)}`;
  return {
    paper: { id: reportName(data), title: data.title, making, period, lead: [quote(data.summary)], blocks: bound, notKept: [] },
    book,
  };
}
