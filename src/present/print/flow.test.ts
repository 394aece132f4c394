import { describe, expect, it } from 'vitest';
import type { Piece } from '../paper/piece.ts';
import type { Table } from '../paper/table.ts';
import { columnWidths, cutBlock, flowOf } from './flow.ts';
import { cellGap, ems, millimetres, paper, types } from './paper.ts';

const text = (words: string): Piece => ({ kind: 'quote', text: words });
const incomplete: Piece = { kind: 'verdict', verdict: 'incomplete', compact: false };
const table = (weights: readonly number[], rows: readonly (readonly Piece[])[]): Table => ({
  kind: 'table',
  looks: [],
  id: 'x',
  caption: [text('表')],
  columns: weights.map((weight) => ({ label: '列', align: 'start', weight })),
  rows: rows.map((cells) => ({ cells: cells.map((piece) => [piece]) })),
  keepTogether: false,
});
const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

describe('the columns of a printed table', () => {
  it('fill the sheet, whatever their cells hold', () => {
    for (const made of [
      table([4, 4], [[text('甲'), text('乙')]]),
      table([20, 20, 20], [[text('长'.repeat(60)), text('长'.repeat(60)), text('1')]]),
      table(Array(9).fill(16), [Array.from({ length: 9 }, () => text('七个字的单元格'))]),
    ])
      expect(total(columnWidths(made))).toBeCloseTo(paper.width, 6);
  });

  it('give a verdict its word on one line even where short cells must wrap', () => {
    const short = Array.from({ length: 7 }, () => text('七个字的单元格'));
    const [first = 0] = columnWidths(table(Array(8).fill(16), [[incomplete, ...short]]));
    // Shape and gap of 1.4 em and five characters.
    expect(first).toBeGreaterThanOrEqual(millimetres(6.4, types.cell) + cellGap - 0.01);
    expect(ems(first - cellGap, types.cell)).toBeGreaterThanOrEqual(6.39);
  });
});

describe('what is taller than a sheet', () => {
  it('is cut without losing a character', () => {
    const words = '一行很长的说明。'.repeat(600);
    const cut = cutBlock(table([4, 40], [[text('甲'), text(words)]]));
    const parts = cut.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ cells }) => cells[1]?.map((piece) => (piece.kind === 'quote' ? piece.text : '')).join('')).join('')).toBe(
      words,
    );
    for (const block of cut) for (const part of flowOf(block).parts) expect(part).toBeLessThan(paper.filled - flowOf(block).head);
  });
});
