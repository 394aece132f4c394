import { describe, expect, it } from 'vitest';
import { isWorkday, type WorkCalendar } from './workdays.ts';

describe('isWorkday', () => {
  const calendar: WorkCalendar = new Map([
    ['2026-09-20', 'workday'],
    ['2026-10-01', 'holiday'],
    ['2026-10-03', 'holiday'],
    ['2026-10-10', 'workday'],
    ['2026-10-12', 'workday'],
  ]);

  it('is Monday to Friday where the calendar is silent', () => {
    const week = ['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11', '2026-09-12', '2026-09-13'];
    expect(week.map((date) => isWorkday(date, calendar))).toEqual([true, true, true, true, true, false, false]);
  });

  it('is a weekend worked in exchange (调休) but not a public holiday', () => {
    expect(isWorkday('2026-09-20', calendar)).toBe(true);
    expect(isWorkday('2026-10-10', calendar)).toBe(true);
    expect(isWorkday('2026-10-01', calendar)).toBe(false);
  });

  it('takes the calendar as it stands for a holiday on a Saturday or a workday on a Monday', () => {
    expect(isWorkday('2026-10-03', calendar)).toBe(false);
    expect(isWorkday('2026-10-12', calendar)).toBe(true);
  });

  it('knows no holidays without a calendar', () => {
    expect(isWorkday('2026-10-01', new Map())).toBe(true);
    expect(isWorkday('2026-09-20', new Map())).toBe(false);
  });
});
