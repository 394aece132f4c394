import { addMonths, isMonth, type Month, monthNumber, yearOf } from './date.ts';

/** A span of whole months over which an indicator is judged. Its id is `2026-09`, `2026-Q3`, `2026` or `2026-09-ytd`. */
export interface Period {
  readonly kind: 'month' | 'quarter' | 'year' | 'ytd';
  readonly id: string;
  /** The calendar months of the period, in order, whether or not data exist for them. */
  readonly months: readonly Month[];
}

const run = (from: Month, count: number): Month[] => Array.from({ length: count }, (_, index) => addMonths(from, index));

export const monthPeriod = (month: Month): Period => ({ kind: 'month', id: month, months: [month] });

/** The calendar quarter in which a month lies. */
export function quarterPeriod(month: Month): Period {
  const quarter = Math.ceil(monthNumber(month) / 3);
  const first = `${yearOf(month)}-${String(quarter * 3 - 2).padStart(2, '0')}`;
  return { kind: 'quarter', id: `${yearOf(month)}-Q${quarter}`, months: run(first, 3) };
}

/** The calendar year in which a month lies. */
export const yearPeriod = (month: Month): Period => ({
  kind: 'year',
  id: String(yearOf(month)),
  months: run(`${yearOf(month)}-01`, 12),
});

/** From January of the month's year to the month itself. */
export const yearToDate = (month: Month): Period => ({
  kind: 'ytd',
  id: `${month}-ytd`,
  months: run(`${yearOf(month)}-01`, monthNumber(month)),
});

/** The period of the same kind that ends `count` months earlier. */
export function earlier(period: Period, count: number): Period {
  const last = addMonths(period.months[period.months.length - 1] ?? '', -count);
  switch (period.kind) {
    case 'month':
      return monthPeriod(last);
    case 'quarter':
      return quarterPeriod(last);
    case 'year':
      return yearPeriod(last);
    case 'ytd':
      return yearToDate(last);
  }
}

/** The period of an id `2026-09`, `2026-Q3`, `2026` or `2026-09-ytd`; null for anything else. */
export function periodOf(id: string): Period | null {
  const [, year = '', part = ''] = /^(\d{4})(?:-(.+))?$/u.exec(id) ?? [];
  const month = `${year}-${part.replace(/-ytd$/u, '')}`;
  if (isMonth(month)) return part.endsWith('-ytd') ? yearToDate(month) : monthPeriod(month);
  if (/^Q[1-4]$/u.test(part)) return quarterPeriod(`${year}-${String(Number(part.slice(1)) * 3).padStart(2, '0')}`);
  return year !== '' && part === '' ? yearPeriod(`${year}-01`) : null;
}

/** Every month from the first to the last, both included; empty when last lies before first. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const count = (yearOf(last) - yearOf(first)) * 12 + monthNumber(last) - monthNumber(first) + 1;
  return count > 0 ? run(first, count) : [];
}

/** Unique periods of the given kind that touch any of the months, in order. */
export function periodsOf(kind: 'quarter' | 'year', months: readonly Month[]): Period[] {
  const make = kind === 'quarter' ? quarterPeriod : yearPeriod;
  const seen = new Map(months.map((month) => [make(month).id, make(month)]));
  return [...seen.values()];
}
