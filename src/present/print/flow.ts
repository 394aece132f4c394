import { pictures } from '../chart/pictures.ts';
import type { ChartSpec } from '../chart/spec.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import type { Row, Table } from '../paper/table.ts';
import { cellGap, ems, fromPixels, gaps, indent, millimetres, paper, type Type, types } from './paper.ts';
import { cut, linesOf, measured, widestRun, widthOf } from './type.ts';

/** A block with the heights, in millimetres, of the parts between which a sheet may end: rows, items, or all of it. */
export interface Flow {
  readonly block: ReportBlock;
  /** What stands above the parts and is repeated on a further sheet. */
  readonly head: number;
  readonly parts: readonly number[];
  /** Indices of parts before which a sheet may end; the first is 0. */
  readonly breaks: readonly number[];
  /** Not split as long as one sheet can hold it. */
  readonly whole: boolean;
  /** Never the last on its sheet. */
  readonly leads: boolean;
}

const height = (pieces: Pieces, width: number, type: Type): number => linesOf(measured(pieces), ems(width, type)) * type.line;

/** A wide table is set smaller, so that its numbers keep to one line. */
export const tableType = ({ columns, looks }: Table): Type =>
  columns.length > 10 || looks.includes('dense') ? types.dense : types.cell;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Words, numbers and short cells up to so many em keep to one line; a longer run, such as a file's path, may break. */
const kept = { number: 9.5, word: 6.7, cell: 7 };

/** What a column asks for in em, from what it cannot do without to what it would like. */
interface Needs {
  /** Its widest word, number or verdict. */
  readonly runs: number;
  /** Its short cells whole. */
  readonly cells: number;
  /** Its longest cell on one line, but no more than its weight, a usual cell's characters. */
  readonly all: number;
}

function needsOf({ columns, rows }: Table, at: number): Needs {
  const texts = rows.map(({ cells }) => measured(cells[at] ?? []));
  const { label, weight, align, least = 2 } = columns[at] ?? { label: '', weight: 0, align: 'start' };
  const longest = align === 'end' ? kept.number : kept.word;
  const widths = rows.map((row, index) => widthOf(texts[index] ?? '') + inset(row, at));
  const runs = Math.max(least, ...[...texts.map(widestRun), widestRun(label)].filter((width) => width <= longest));
  const cells = Math.max(runs, ...widths.filter((width) => width <= kept.cell));
  return { runs, cells, all: Math.max(cells, Math.min(weight, Math.max(widthOf(label), ...widths))) };
}

/** Each column gets the same share of what it lacks. */
function evenly(has: readonly number[], wants: readonly number[]): number[] {
  const share = (paper.width - sum(has)) / (sum(wants) - sum(has));
  return has.map((width, at) => width + ((wants[at] ?? width) - width) * share);
}

/** Columns get all that they lack, one after another, until the sheet is full. */
function inTurn(has: readonly number[], wants: readonly number[], order: readonly number[]): number[] {
  const widths = [...has];
  let room = paper.width - sum(has);
  for (const at of order) {
    const more = Math.min(room, (wants[at] ?? 0) - (has[at] ?? 0));
    widths[at] = (has[at] ?? 0) + more;
    room -= more;
  }
  return widths;
}

/** The lines of all rows of a table with such columns. */
const tableLines = ({ rows }: Table, widths: readonly number[], type: Type): number =>
  sum(rows.map((row) => rowLines(row, widths, type)));

/** What is left of a sheet's width when not every column can have what it asks for: shared in the way that takes the fewest lines. */
function shared(table: Table, has: readonly number[], wants: readonly number[], type: Type): number[] {
  const lacks = has.map((width, at) => (wants[at] ?? width) - width);
  const least = lacks.map((_, at) => at).sort((a, b) => (lacks[a] ?? 0) - (lacks[b] ?? 0));
  const turns = least.map((first) => inTurn(has, wants, [first, ...least.filter((at) => at !== first)]));
  const ways = [evenly(has, wants), ...turns];
  const lines = ways.map((widths) => tableLines(table, widths, type));
  return ways[lines.indexOf(Math.min(...lines))] ?? evenly(has, wants);
}

function widthsOf(table: Table): readonly number[] {
  const type = tableType(table);
  const needs = table.columns.map((_, at) => needsOf(table, at));
  const asked = (['runs', 'cells', 'all'] as const).map((level) => needs.map((need) => millimetres(need[level], type) + cellGap));
  let widths: readonly number[] = needs.map(() => 0);
  for (const wider of asked) {
    if (sum(wider) > paper.width) return shared(table, widths, wider, type);
    widths = wider;
  }
  return widths.map((width) => width + (paper.width - sum(widths)) / needs.length);
}

/** The sheet asks for a table's widths once to fill its pages and again to draw it. */
const known = new WeakMap<Table, readonly number[]>();

/** Widths of a table's columns in millimetres: each asks for more in turn, until not all can have all. */
export function columnWidths(table: Table): readonly number[] {
  const widths = known.get(table) ?? widthsOf(table);
  known.set(table, widths);
  return widths;
}

/** How far the first cell of a row stands in, in em. */
const inset = ({ look }: Pick<Row, 'look'>, at: number): number => (look === 'part' && at === 0 ? 1 : 0);

function rowLines(row: Pick<Row, 'cells' | 'look'>, widths: readonly number[], type: Type): number {
  const lines = row.cells.map((pieces, at) => linesOf(measured(pieces), ems((widths[at] ?? 0) - cellGap, type) - inset(row, at)));
  return Math.max(...lines, 1);
}

const rowHeight = (row: Pick<Row, 'cells' | 'look'>, widths: readonly number[], type: Type): number =>
  rowLines(row, widths, type) * type.line + gaps.row;

/** Rows that belong to the row above stay with it. */
const belongs = ({ look }: Row): boolean => look === 'part' || look === 'total';

function tableFlow(table: Table): Flow {
  const [type, widths] = [tableType(table), columnWidths(table)];
  const caption = height([...table.caption, { kind: 'text', text: '（续表）' }], paper.width, types.cell) + gaps.caption;
  const labels = table.columns.map(({ label }): Pieces => [{ kind: 'text', text: label }]);
  const parts = table.rows.map((row) => rowHeight(row, widths, type));
  const breaks = table.rows.flatMap((row, at) => (at > 0 && belongs(row) ? [] : [at]));
  return {
    block: table,
    head: caption + rowHeight({ cells: labels }, widths, type) + gaps.table,
    parts,
    breaks,
    whole: table.keepTogether,
    leads: false,
  };
}

/** The height of a chart's pictures; small multiples stand two in a row. */
function picturesHeight(spec: ChartSpec): number {
  const heights = pictures(spec).map((each) => fromPixels(each.height + 8));
  return spec.form === 'multiples' ? Math.ceil(heights.length / 2) * (heights[0] ?? 0) : sum(heights);
}

function chartHeight(spec: ChartSpec): number {
  const caption = height(spec.summary, paper.width, types.note) + types.note.line;
  return caption + picturesHeight(spec) + gaps.legend + gaps.figure;
}

/** Signatures stand three in a row. */
const inRow = 3;

function signoffHeight(block: Extract<ReportBlock, { kind: 'signoff' }>): number {
  const { conclusion, signatures } = block;
  const rows = signatures.flatMap((_, at) => (at % inRow === 0 ? [signatures.slice(at, at + inRow)] : []));
  const heights = rows.map((row) => (row.some(({ seal }) => seal) ? gaps.seal : gaps.signature));
  return height(conclusion, paper.width, types.note) + gaps.text + sum(heights);
}

const solid = (block: ReportBlock, tall: number, leads = false): Flow => ({
  block,
  head: 0,
  parts: [tall],
  breaks: [0],
  whole: true,
  leads,
});

/** A block with the heights of its parts. */
export function flowOf(block: ReportBlock): Flow {
  switch (block.kind) {
    case 'heading': {
      const [type, gap] = block.level === 2 ? [types.h2, gaps.h2] : [types.h3, gaps.h3];
      return solid(block, height([{ kind: 'text', text: block.text }], paper.width, type) + gap, true);
    }
    case 'paragraph':
      return solid(block, height(block.pieces, paper.width, types.text) + gaps.text);
    case 'note':
      return solid(block, height(block.pieces, paper.width, types.note) + gaps.note);
    case 'list': {
      const parts = block.items.map((pieces) => height(pieces, paper.width - indent, types.text) + gaps.item);
      return { block, head: gaps.list, parts, breaks: parts.map((_, at) => at), whole: false, leads: false };
    }
    case 'turn':
      return { ...solid(block, 0), parts: [], breaks: [] };
    case 'table':
      return tableFlow(block);
    case 'chart':
      return solid(block, chartHeight(block.spec));
    case 'signoff':
      return solid(block, signoffHeight(block));
  }
}

/** Lines that text longer than a sheet may take on one: well below a full sheet. */
const mostLines = 24;

/** A row cut into as many as it takes for none to be taller than a sheet allows; only what is cut goes on in the next. */
function cutRow(row: Row, widths: readonly number[], type: Type): Row[] {
  const halves = row.cells.map((pieces, at) => cut(pieces, ems((widths[at] ?? 0) - cellGap, type), mostLines));
  const first: Row = { ...row, cells: halves.map(([kept]) => kept) };
  if (halves.every(([, rest]) => rest.length === 0)) return [row];
  return [first, ...cutRow({ cells: halves.map(([, rest]) => rest), look: 'part' }, widths, type)];
}

function cutText(pieces: Pieces, width: number, type: Type): Pieces[] {
  const [kept, rest] = cut(pieces, ems(width, type), mostLines);
  return rest.length === 0 || kept.length === 0 ? [pieces] : [kept, ...cutText(rest, width, type)];
}

/** A block without any part that is taller than a sheet. */
export function cutBlock(block: ReportBlock): ReportBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return cutText(block.pieces, paper.width, types.text).map((pieces) => ({ ...block, pieces }));
    case 'note':
      return cutText(block.pieces, paper.width, types.note).map((pieces) => ({ ...block, pieces }));
    case 'list':
      return [{ ...block, items: block.items.flatMap((pieces) => cutText(pieces, paper.width - indent, types.text)) }];
    case 'table': {
      const [type, widths] = [tableType(block), columnWidths(block)];
      return [{ ...block, rows: block.rows.flatMap((row) => cutRow(row, widths, type)) }];
    }
    case 'heading':
    case 'turn':
    case 'chart':
    case 'signoff':
      return [block];
  }
}
