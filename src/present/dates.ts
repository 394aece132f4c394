import { type Month, monthNumber, yearOf } from '../core/calendar/date.ts';
import type { Period } from '../core/calendar/period.ts';

// Apart from the other formats, because scripts in the reader's browser need no more than these.

/** 2026年9月 */
export const monthWords = (month: Month): string => `${yearOf(month)}年${monthNumber(month)}月`;

/** 2026年9月5日, from a date or from a minute. */
export const dateWords = (date: string): string => `${monthWords(date)}${Number(date.slice(8, 10))}日`;

const quarterNames = ['一', '二', '三', '四'];

/** 第三季度, from the id of a quarter; empty for any other period. */
export function quarterWords(id: string): string {
  const numeral = quarterNames[Number(/-Q([1-4])$/u.exec(id)?.[1] ?? 0) - 1];
  return numeral === undefined ? '' : `第${numeral}季度`;
}

/** 2026年第三季度, 2026年, or of a year that does not begin in January 2026年度第三季度, 2026年度: from an id of such a period. */
export const yearWords = (id: string): string =>
  `${/\d{4}/u.exec(id)?.[0] ?? ''}年${id.startsWith('FY') ? '度' : ''}${quarterWords(id)}`;

/** 2026年4月至6月, 2026年4月至2027年3月: from one month to another. */
const spanWords = (first: Month, last: Month): string =>
  `${monthWords(first)}至${yearOf(first) === yearOf(last) ? `${monthNumber(last)}月` : monthWords(last)}`;

/** 2026年9月, 2026年第三季度, 2026年, 2026年1—9月; 2026年度（2026年4月至2027年3月） where the year does not begin in January. */
export function periodWords(period: Period): string {
  const [first = '', last = ''] = [period.months[0], period.months[period.months.length - 1]];
  switch (period.kind) {
    case 'month':
      return monthWords(first);
    case 'quarter':
    case 'year':
      return period.id.startsWith('FY') ? `${yearWords(period.id)}（${spanWords(first, last)}）` : yearWords(period.id);
    case 'ytd':
      if (first === last) return monthWords(first);
      return yearOf(first) === yearOf(last) ? `${monthWords(first).slice(0, -1)}—${monthNumber(last)}月` : spanWords(first, last);
  }
}
