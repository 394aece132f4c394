import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayOf, weekday } from './date.ts';
import { weekOf, weeksBetween } from './week.ts';

describe('weekOf', () => {
  it('gives a week to the year that holds its Thursday', () => {
    expect(weekOf('2026-10-01')).toEqual({
      id: '2026-W40',
      from: '2026-09-28',
      to: '2026-10-04',
      months: ['2026-09', '2026-10'],
    });
    expect(weekOf('2024-12-30').id).toBe('2025-W01');
    expect(weekOf('2025-01-05').id).toBe('2025-W01');
    expect(weekOf('2025-12-31').id).toBe('2026-W01');
    expect(weekOf('2026-12-31').id).toBe('2026-W53');
    expect(weekOf('2027-01-03').id).toBe('2026-W53');
    expect(weekOf('2027-01-04').id).toBe('2027-W01');
  });

  it('holds the day, begins on Monday and has seven days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20000, max: 60000 }), (day) => {
        const date = dateOfDay(day);
        const { from, to } = weekOf(date);
        expect(from <= date && date <= to).toBe(true);
        expect([weekday(from), dayOf(to) - dayOf(from)]).toEqual([1, 6]);
        expect(weekOf(to)).toEqual(weekOf(from));
      }),
    );
  });
});

describe('weeksBetween', () => {
  it('includes the weeks of both ends', () => {
    expect(weeksBetween('2026-10-01', '2026-10-12').map(({ id }) => id)).toEqual(['2026-W40', '2026-W41', '2026-W42']);
    expect(weeksBetween('2026-10-04', '2026-10-04').map(({ id }) => id)).toEqual(['2026-W40']);
    expect(weeksBetween('2026-10-12', '2026-10-04')).toEqual([]);
  });
});
