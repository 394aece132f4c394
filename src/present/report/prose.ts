import type { ReportComponent } from '../../core/documents/components.ts';
import type { Contract } from '../../core/documents/contract.ts';
import type { Entry } from '../../core/documents/library.ts';
import { type Prose, proseOf, type Span } from '../../core/documents/prose.ts';
import { type Commentary, type ReportDocument, reportName, type SpecialReport } from '../../core/documents/report.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { Content } from '../../core/project/project.ts';
import { homesOf } from '../../core/project/reports.ts';
import { addResult, ValueBook } from '../../core/reports/book.ts';
import type { Standing } from '../../core/reports/commitments.ts';
import type { Reports } from '../../core/reports/reports.ts';
import type { ChartSpec } from '../chart/spec.ts';
import { monthWords } from '../dates.ts';
import { locationName, type Naming } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Piece, Pieces } from '../paper/piece.ts';
import { joined, quote, say, time } from '../paper/say.ts';
import { bookPrinter, quantityWords } from '../quantity.ts';
import { resultPieces } from '../result.ts';
import { bindCharts } from './charts.ts';
import type { Explanations } from './exceptions.ts';
import { resultTable } from './indicators.ts';
import { isCounted, judgedRows } from './judged-rows.ts';
import { type Making, makingOf, makingPieces, markedTitle } from './making.ts';
import { openItemPieces } from './open.ts';
import type { ReportPaper } from './paper.ts';
import { printedBy } from './printed.ts';
import { heading, note, paragraph, type Telling } from './telling.ts';

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

/** An open item, its numbers bound to their ids; the check has made sure that it was open. */
function openSentence(id: string, home: string, sources: Sources): Pieces {
  const [facts, found] = [sources.reports.facts(home), sources.reports.open(id, home)];
  if (facts === null || found === null) throw new TypeError(`nothing open ${id}`);
  return openItemPieces(found, { book: facts.book, report: home, ...namingOf(sources) });
}

function spanPieces(spans: readonly Span[], home: string, sources: Sources): Pieces {
  return spans.flatMap((span): Pieces => {
    // A person's words are quoted as they are; the check has compared their numbers with the values.
    if (span.kind === 'text') return [quote(span.text.replace(/\s*\n\s*/gu, ''))];
    const id = span.attributes.id ?? '';
    if (span.name === 'Open') return openSentence(id, home, sources);
    return span.name === 'Result' ? resultSentence(resultOf(id, home, sources), sources) : [valuePiece(id, home, sources)];
  });
}

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
  Open: asSentence,
  Results: (placed, home, sources) => resultsBlock(idsOf(placed), home, sources),
  Chart: (placed, home, sources) =>
    idsOf(placed)
      .flatMap((id) => sources.charts(resultOf(id, home, sources)))
      .map((spec) => ({ kind: 'chart', spec })),
  Table: (placed, home, sources) => idsOf(placed).map((id) => placedTable(id, home, sources)),
  Rows: (placed, home, sources) => {
    const counted = placed.attributes.counted ?? 'fail';
    const rows = isCounted(counted)
      ? idsOf(placed).flatMap((id) => judgedRows(resultOf(id, home, sources), counted, sources))
      : [];
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
  readonly explanations: Explanations;
  /** Promises that were not kept on a target that the plan prints or implies: a proposed one is no breach. */
  readonly breaches: readonly Standing[];
}

/** What people wrote on a period's report, or that nobody has yet. */
export function writtenOn(entry: Entry<Commentary> | null, sources: Sources): ReportBlock[] {
  const head = heading(2, 'commentary', '编制说明');
  if (entry === null) return [head, paragraph(say`待编制。本期尚无编制人的说明；报告其余部分由台账自动生成，不受影响。`)];
  return [head, paragraph(makingPieces(entry, sources.content)), ...proseBlocks(entry, 3, sources)];
}

/** The book of what some blocks print beside a book of their own: a text may quote other periods. */
export function bookOf(blocks: readonly ReportBlock[], own: ValueBook | null, { reports }: Pick<Sources, 'reports'>): ValueBook {
  const book = new ValueBook();
  for (const { id, quantity, to } of own?.all() ?? []) book.add(id, quantity, to);
  const figures = blocks.flatMap((block) => (block.kind === 'chart' ? block.spec.figures : []));
  for (const { name, quantity, to } of figures) if (to !== undefined) book.add(name, quantity, to);
  for (const id of printedBy(blocks)) {
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
        { label: `${contractor}项目负责人（签章）`, seal: true },
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
    paper: {
      id: reportName(data),
      title: data.title,
      making,
      period,
      lead: [quote(data.summary)],
      blocks: bound,
      sealed: null,
      notKept: [],
    },
    book,
  };
}
