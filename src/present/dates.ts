import { type Month, monthNumber, yearOf } from '../core/calendar/date.ts';
import type { Period } from '../core/calendar/period.ts';

// Apart from the other formats, because scripts in the reader's browser need no more than these.

/** 2026年9月 */
export const monthWords = (month: Month): string => `${yearOf(month)}年${monthNumber(month)}月`;

/** 2026年9月5日, from a date or from a minute. */
export const dateWords = (date: string): string => `${monthWords(date)}${Number(date.slice(8, 10))}日`;

const quarterNames = ['一', '二', '三', '四'];

/** The Chinese numeral of the quarter in which a month lies. */
export const quarterNumeral = (month: Month): string => quarterNames[Math.ceil(monthNumber(month) / 3) - 1] ?? '';

/** 2026年9月, 2026年第三季度, 2026年, 2026年1—9月. */
export function periodWords(period: Period): string {
  const [first = '', last = ''] = [period.months[0], period.months[period.months.length - 1]];
  switch (period.kind) {
    case 'month':
      return monthWords(first);
    case 'quarter':
      return `${yearOf(first)}年第${quarterNumeral(first)}季度`;
    case 'year':
      return `${yearOf(first)}年`;
    case 'ytd':
      return first === last ? monthWords(first) : `${monthWords(first).slice(0, -1)}—${monthNumber(last)}月`;
  }
}
