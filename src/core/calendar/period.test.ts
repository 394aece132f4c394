import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BusinessYear, calendarYear, monthPeriod, monthsBetween } from './period.ts';

describe('periods', () => {
  it('is a month', () => {
    expect(monthPeriod('2026-09')).toEqual({ kind: 'month', id: '2026-09', months: ['2026-09'] });
  });

  it('is the calendar quarter, at both ends of the year', () => {
    expect(calendarYear.quarter('2026-09')).toEqual({
      kind: 'quarter',
      id: '2026-Q3',
      months: ['2026-07', '2026-08', '2026-09'],
    });
    expect(calendarYear.quarter('2026-01')).toEqual({
      kind: 'quarter',
      id: '2026-Q1',
      months: ['2026-01', '2026-02', '2026-03'],
    });
    expect(calendarYear.quarter('2026-12')).toEqual({
      kind: 'quarter',
      id: '2026-Q4',
      months: ['2026-10', '2026-11', '2026-12'],
    });
  });

  it('is the calendar year and the year to date', () => {
    expect(calendarYear.year('2026-09').id).toBe('2026');
    expect(calendarYear.year('2026-09').months).toHaveLength(12);
    expect([calendarYear.year('2026-09').months[0], calendarYear.year('2026-09').months[11]]).toEqual(['2026-01', '2026-12']);
    expect(calendarYear.toDate('2026-03')).toEqual({ kind: 'ytd', id: '2026-03-ytd', months: ['2026-01', '2026-02', '2026-03'] });
    expect(calendarYear.toDate('2026-01').months).toEqual(['2026-01']);
    expect(calendarYear.toDate('2026-12').months).toEqual(calendarYear.year('2026-12').months);
  });
});

describe('a business year from April', () => {
  const year = new BusinessYear(4);

  it('bears the number of the year in which it begins, and no id that a calendar year has', () => {
    expect(year.year('2026-04')).toMatchObject({ kind: 'year', id: 'FY2026' });
    expect(year.year('2027-03').months).toEqual(monthsBetween('2026-04', '2027-03'));
    expect(year.year('2026-03').id).toBe('FY2025');
    expect(year.quarter('2026-04')).toEqual({ kind: 'quarter', id: 'FY2026-Q1', months: ['2026-04', '2026-05', '2026-06'] });
    expect(year.quarter('2027-02')).toEqual({ kind: 'quarter', id: 'FY2026-Q4', months: ['2027-01', '2027-02', '2027-03'] });
    expect(year.toDate('2027-01').months).toEqual(monthsBetween('2026-04', '2027-01'));
    expect(year.toDate('2026-04').months).toEqual(['2026-04']);
    expect(year.earlier(year.quarter('2026-05'), 3).id).toBe('FY2025-Q4');
  });

  it('knows its own ids only', () => {
    for (const id of ['FY2026', 'FY2026-Q3', '2026-09', '2026-09-ytd']) expect(year.period(id)?.id).toBe(id);
    for (const id of ['2026', '2026-Q3', 'FY2026-Q5', 'FY2026-09', 'FY26', '']) expect(year.period(id)).toBeNull();
    for (const id of ['2026', '2026-Q3', '2026-09']) expect(calendarYear.period(id)?.id).toBe(id);
    for (const id of ['FY2026', 'FY2026-Q1']) expect(calendarYear.period(id)).toBeNull();
  });

  it('splits into quarters that hold every month once, wherever it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (from, month) => {
        const own = new BusinessYear(from);
        const { months } = own.year(`2026-${String(month).padStart(2, '0')}`);
        expect(own.periods('quarter', months).flatMap((quarter) => quarter.months)).toEqual(months);
        expect(own.toDate(months[11] ?? '').months).toEqual(months);
      }),
    );
  });
});

describe('monthsBetween', () => {
  it('includes both ends and crosses the year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-02')).toEqual(['2026-02']);
    expect(monthsBetween('2026-03', '2026-02')).toEqual([]);
  });
});

describe('the periods of some months', () => {
  it('names each quarter or year once, in order', () => {
    const months = monthsBetween('2025-12', '2026-04');
    expect(calendarYear.periods('quarter', months).map(({ id }) => id)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
    expect(calendarYear.periods('year', months).map(({ id }) => id)).toEqual(['2025', '2026']);
    expect(calendarYear.periods('quarter', [])).toEqual([]);
  });

  it('covers every month exactly once when a whole year is split into quarters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), (year) => {
        const { months } = calendarYear.year(`${year}-06`);
        expect(calendarYear.periods('quarter', months).flatMap((quarter) => quarter.months)).toEqual(months);
      }),
    );
  });
});
