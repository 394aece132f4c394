import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthPeriod, monthsBetween, periodsOf, quarterPeriod, yearPeriod, yearToDate } from './period.ts';

describe('periods', () => {
  it('is a month', () => {
    expect(monthPeriod('2026-09')).toEqual({ kind: 'month', id: '2026-09', months: ['2026-09'] });
  });

  it('is the calendar quarter, at both ends of the year', () => {
    expect(quarterPeriod('2026-09')).toEqual({ kind: 'quarter', id: '2026-Q3', months: ['2026-07', '2026-08', '2026-09'] });
    expect(quarterPeriod('2026-01')).toEqual({ kind: 'quarter', id: '2026-Q1', months: ['2026-01', '2026-02', '2026-03'] });
    expect(quarterPeriod('2026-12')).toEqual({ kind: 'quarter', id: '2026-Q4', months: ['2026-10', '2026-11', '2026-12'] });
  });

  it('is the calendar year and the year to date', () => {
    expect(yearPeriod('2026-09').id).toBe('2026');
    expect(yearPeriod('2026-09').months).toHaveLength(12);
    expect([yearPeriod('2026-09').months[0], yearPeriod('2026-09').months[11]]).toEqual(['2026-01', '2026-12']);
    expect(yearToDate('2026-03')).toEqual({ kind: 'ytd', id: '2026-03-ytd', months: ['2026-01', '2026-02', '2026-03'] });
    expect(yearToDate('2026-01').months).toEqual(['2026-01']);
    expect(yearToDate('2026-12').months).toEqual(yearPeriod('2026-12').months);
  });
});

describe('monthsBetween', () => {
  it('includes both ends and crosses the year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-02')).toEqual(['2026-02']);
    expect(monthsBetween('2026-03', '2026-02')).toEqual([]);
  });
});

describe('periodsOf', () => {
  it('names each quarter or year once, in order', () => {
    const months = monthsBetween('2025-12', '2026-04');
    expect(periodsOf('quarter', months).map(({ id }) => id)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
    expect(periodsOf('year', months).map(({ id }) => id)).toEqual(['2025', '2026']);
    expect(periodsOf('quarter', [])).toEqual([]);
  });

  it('covers every month exactly once when a whole year is split into quarters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), (year) => {
        const { months } = yearPeriod(`${year}-06`);
        expect(periodsOf('quarter', months).flatMap((quarter) => quarter.months)).toEqual(months);
      }),
    );
  });
});
