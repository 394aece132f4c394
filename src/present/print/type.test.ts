import { describe, expect, it } from 'vitest';
import type { Pieces } from '../paper/piece.ts';
import { cut, linesOf, measured, widestRun, widthOf } from './type.ts';

describe('lines', () => {
  it('count one em for a Chinese character', () => {
    expect(linesOf('一二三四五', 5)).toBe(1);
    expect(linesOf('一二三四五六', 5)).toBe(2);
    expect(linesOf('', 5)).toBe(1);
  });

  it('keep closing marks with what they close, opening marks with what they open', () => {
    // Five characters and a comma need six em: the fifth moves down with its comma.
    expect(linesOf('一二三四五，六七八九十', 5)).toBe(3);
    expect(linesOf('一二三四（五六）', 5)).toBe(2);
  });

  it('do not break numbers, but break a run that is wider than its column', () => {
    expect(linesOf('共312/316条', 4)).toBe(3);
    expect(linesOf('a'.repeat(20), 4)).toBe(3);
    // 100% and its cases are one run.
    expect(widestRun('100%（150/150）')).toBeCloseTo(widthOf('100%（150/150）'), 6);
  });
});

describe('cutting', () => {
  const pieces: Pieces = [
    { kind: 'text', text: '本期' },
    { kind: 'value', id: '2026-09/x/value', text: '98.7%' },
    { kind: 'quote', text: '一二三四五六七八九十' },
  ];

  it('loses nothing and never cuts a value', () => {
    for (const lines of [1, 2, 3, 9]) {
      const [kept, rest] = cut(pieces, 4, lines);
      expect(measured(kept) + measured(rest)).toBe(measured(pieces));
      expect(linesOf(measured(kept), 4)).toBeLessThanOrEqual(lines);
      expect([...kept, ...rest].filter(({ kind }) => kind === 'value')).toEqual([pieces[1]]);
    }
  });
});
