import { describe, expect, it } from 'vitest';
import { columnGroups, isShown, type MatrixFilter, shownWords } from './matrix.ts';

const everything: MatrixFilter = { service: '', group: '', verdict: '', span: 24 };
const row = { service: 'cleaning', group: '总体', verdicts: ['met', 'missed', '', 'no-data'] };

describe('a row of the matrix', () => {
  it.each<[Partial<MatrixFilter>, boolean]>([
    [{}, true],
    [{ service: 'cleaning' }, true],
    [{ service: 'pest' }, false],
    [{ group: '安全' }, false],
    [{ verdict: 'met', span: 1 }, true],
    [{ verdict: 'missed', span: 1 }, false],
    [{ verdict: 'missed', span: 2 }, true],
    [{ verdict: 'no-data', span: 3 }, false],
    [{ verdict: 'incomplete' }, false],
    [{ service: 'cleaning', group: '总体', verdict: 'no-data' }, true],
  ])('%j', (filter, shown) => {
    expect(isShown(row, { ...everything, ...filter })).toBe(shown);
  });
});

it('says how many rows are shown, and what to do when none is', () => {
  expect(shownWords(12, 93)).toBe('显示93项指标中的12项。');
  expect(shownWords(0, 93)).toBe('93项指标中没有符合条件的，请放宽条件。');
});

it('joins neighbouring columns of one group', () => {
  const column = (id: string, group: string) => ({ id, group, label: id, href: '' });
  const columns = [column('2026-02', '2026年'), column('2026-01', '2026年'), column('2025-12', '2025年')];
  expect(columnGroups(columns)).toEqual([
    { group: '2026年', count: 2 },
    { group: '2025年', count: 1 },
  ]);
  expect(columnGroups([])).toEqual([]);
});
