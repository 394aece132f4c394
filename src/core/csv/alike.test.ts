import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike } from './alike.ts';
import type { Value } from './column.ts';

const rowsOf = (...rows: readonly (readonly Value[])[]) =>
  rows.map(([a = null, b = null, c = null]) => ({ values: { a, b, c } }));

describe('alike', () => {
  it('groups the rows that say the same in all fields, in the order in which they begin', () => {
    const rows = rowsOf(['一', 1], ['二', 1], ['一', 2], ['二', 1], ['一', 1], ['一', 1]);
    expect(alike(rows, ['a', 'b'])).toEqual([
      [rows[0], rows[4], rows[5]],
      [rows[1], rows[3]],
    ]);
    expect(alike(rows, ['a'])).toHaveLength(2);
    expect(alike([], ['a', 'b'])).toEqual([]);
  });

  it('takes a number for another thing than its text, and nothing for nothing', () => {
    expect(alike(rowsOf([1], ['1']), ['a'])).toEqual([]);
    expect(alike(rowsOf([null, 'x'], [null, 'x']), ['a', 'b'])).toHaveLength(1);
  });

  it('finds the one pair among rows that all differ in both fields', () => {
    const rows = rowsOf(...Array.from({ length: 500 }, (_, at) => [`甲${at}`, `乙${at}`]), ['甲7', '乙7'], ['甲7', '乙8']);
    expect(alike(rows, ['a', 'b'])).toEqual([[rows[7], rows[500]]]);
  });
});

describe('laws of alike', () => {
  it('two rows are in one group exactly when all their fields are equal', () => {
    const cell = fc.constantFrom<Value>('一', '二', '三', 1, 2, null);
    const row = fc.record({ a: cell, b: cell, c: cell }).map((values) => ({ values }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const groups = alike(rows, ['a', 'b', 'c']);
        const together = (x: (typeof rows)[number], y: (typeof rows)[number]) =>
          groups.some((group) => group.includes(x) && group.includes(y));
        for (const x of rows) {
          for (const y of rows) {
            const same = x.values.a === y.values.a && x.values.b === y.values.b && x.values.c === y.values.c;
            if (x !== y) expect(together(x, y)).toBe(same);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
