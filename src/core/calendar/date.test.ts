import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilDate,
  dateOfDay,
  datesOf,
  dayNumber,
  dayOf,
  daysInMonth,
  firstDay,
  isMonth,
  lastDay,
  minuteOf,
  minuteText,
  monthNumber,
  monthOf,
  weekday,
  yearOf,
} from './date.ts';

describe('dayNumber and dateOfDay', () => {
  it('knows days that anyone can look up', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(1969, 12, 31)).toBe(-1);
    expect(dayNumber(2000, 3, 1)).toBe(11017);
    expect(dayNumber(2026, 9, 1)).toBe(20697);
    expect(dateOfDay(0)).toBe('1970-01-01');
    expect(dateOfDay(-1)).toBe('1969-12-31');
    expect(dateOfDay(11016)).toBe('2000-02-29');
    expect(dateOfDay(20697)).toBe('2026-09-01');
  });

  it('is its own inverse on every day of the years 0000 to 9999', () => {
    const first = dayNumber(0, 1, 1);
    const last = dayNumber(9999, 12, 31);
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        expect(dayOf(dateOfDay(day))).toBe(day);
      }),
    );
  });

  it('steps by one day over month ends, year ends and 29 February', () => {
    const walk = (from: string, count: number) => Array.from({ length: count }, (_, index) => dateOfDay(dayOf(from) + index));
    expect(walk('2024-02-28', 3)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(walk('2026-02-28', 2)).toEqual(['2026-02-28', '2026-03-01']);
    expect(walk('2026-12-31', 2)).toEqual(['2026-12-31', '2027-01-01']);
    expect(walk('1900-02-28', 2)).toEqual(['1900-02-28', '1900-03-01']);
  });

  it('agrees with the clock of the machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(1600, 1, 1), max: dayNumber(2400, 12, 31) }), (day) => {
        expect(dateOfDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
});

describe('civilDate', () => {
  it('names real days only', () => {
    expect(civilDate(2026, 1, 5)).toBe('2026-01-05');
    expect(civilDate(2024, 2, 29)).toBe('2024-02-29');
    expect(civilDate(2000, 2, 29)).toBe('2000-02-29');
    expect(civilDate(2026, 2, 29)).toBeNull();
    expect(civilDate(1900, 2, 29)).toBeNull();
    expect(civilDate(2026, 6, 31)).toBeNull();
    expect(civilDate(2026, 12, 32)).toBeNull();
    expect(civilDate(2026, 13, 1)).toBeNull();
    expect(civilDate(2026, 0, 1)).toBeNull();
    expect(civilDate(2026, 1, 0)).toBeNull();
  });

  it('round-trips with dayNumber and dateOfDay, and is null for every other day', () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }));
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = civilDate(year, month, day);
        if (text === null) expect(day).toBeGreaterThan(daysInMonth(year, month));
        else {
          expect(dateOfDay(dayNumber(year, month, day))).toBe(text);
          expect(dayOf(text)).toBe(dayNumber(year, month, day));
        }
      }),
    );
  });
});

describe('daysInMonth', () => {
  it('follows the leap rule of centuries', () => {
    expect([2023, 2024, 1900, 2000, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28]);
    expect(Array.from({ length: 12 }, (_, index) => daysInMonth(2026, index + 1))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
  });
});

describe('minuteOf', () => {
  it('counts minutes over midnight and month ends; a bare date is its first minute', () => {
    expect(minuteOf('1970-01-01T00:00')).toBe(0);
    expect(minuteOf('1970-01-02T01:02')).toBe(1502);
    expect(minuteOf('2026-09-01')).toBe(20697 * 1440);
    expect(minuteOf('2026-10-01T00:20') - minuteOf('2026-09-30T23:50')).toBe(30);
    expect(minuteOf('2024-03-01T00:00') - minuteOf('2024-02-28T00:00')).toBe(2880);
  });
});

describe('weekday', () => {
  it('is 1 for Monday and 7 for Sunday, before 1970 too', () => {
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('1969-12-31')).toBe(3);
    expect(weekday('1969-12-28')).toBe(7);
    expect(weekday('1600-01-01')).toBe(6);
    expect(weekday('2024-02-29')).toBe(4);
    expect(weekday('2026-09-01')).toBe(2);
    expect(weekday('2026-09-06')).toBe(7);
    expect(weekday('2026-09-07')).toBe(1);
  });
});

describe('months', () => {
  it('adds and subtracts over year ends', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-01', -13)).toBe('2024-12');
    expect(addMonths('2026-11', 26)).toBe('2029-01');
    expect(addMonths('2026-09', 0)).toBe('2026-09');
  });

  it('undoes what it added', () => {
    const month = fc
      .tuple(fc.integer({ min: 1000, max: 8999 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
    fc.assert(
      fc.property(month, fc.integer({ min: -1200, max: 1200 }), (text, count) => {
        expect(addMonths(addMonths(text, count), -count)).toBe(text);
        expect(isMonth(addMonths(text, count))).toBe(true);
      }),
    );
  });

  it('has first and last days', () => {
    expect(firstDay('2026-02')).toBe('2026-02-01');
    expect(lastDay('2026-02')).toBe('2026-02-28');
    expect(lastDay('2024-02')).toBe('2024-02-29');
    expect(lastDay('2026-12')).toBe('2026-12-31');
    expect(lastDay('2026-04')).toBe('2026-04-30');
  });

  it('lists every date of a month', () => {
    const dates = datesOf('2024-02');
    expect(dates).toHaveLength(29);
    expect([dates[0], dates[8], dates[28]]).toEqual(['2024-02-01', '2024-02-09', '2024-02-29']);
    expect(datesOf('2026-12').at(-1)).toBe('2026-12-31');
  });

  it('reads year, month and the month of a date or minute', () => {
    expect([yearOf('2026-09'), monthNumber('2026-09')]).toEqual([2026, 9]);
    expect(monthOf('2026-09-30')).toBe('2026-09');
    expect(monthOf('2026-09-30T23:59')).toBe('2026-09');
  });

  it('tells a month from other folder names', () => {
    expect(['2026-09', '2026-12', '0001-01'].map(isMonth)).toEqual([true, true, true]);
    expect(
      ['2026-13', '2026-00', '2026-9', '26-09', '2026-09-01', '2026-09\n', 'registers', '', '２０２６-09'].map(isMonth),
    ).toEqual(Array.from({ length: 9 }, () => false));
  });
});

describe('minuteText', () => {
  it('undoes minuteOf, across midnight and month ends', () => {
    expect(minuteText(minuteOf('2026-09-30T23:00') + 120)).toBe('2026-10-01T01:00');
    expect(minuteText(minuteOf('2026-01-05T08:05'))).toBe('2026-01-05T08:05');
    expect(minuteText(minuteOf('2026-01-05'))).toBe('2026-01-05T00:00');
    expect(minuteText(-1)).toBe('1969-12-31T23:59');
  });
});
