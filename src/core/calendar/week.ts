import { type DateText, dateOfDay, dayNumber, dayOf, type Month, monthOf, weekday } from './date.ts';

/** A week from Monday to Sunday as ISO 8601 (GB/T 7408.1) numbers it: `2026-W40`. */
export interface Week {
  readonly id: string;
  readonly from: DateText;
  readonly to: DateText;
  /** The one or two months in which its days lie. */
  readonly months: readonly Month[];
}

/** The week of a day: it belongs to the year that holds its Thursday. */
export function weekOf(date: DateText): Week {
  const monday = dayOf(date) - weekday(date) + 1;
  const [from, thursday, to] = [dateOfDay(monday), dateOfDay(monday + 3), dateOfDay(monday + 6)];
  const year = thursday.slice(0, 4);
  const number = Math.floor((monday + 3 - dayNumber(Number(year), 1, 1)) / 7) + 1;
  return { id: `${year}-W${String(number).padStart(2, '0')}`, from, to, months: [...new Set([monthOf(from), monthOf(to)])] };
}

/** Every week with a day between two days, both included. */
export function weeksBetween(first: DateText, last: DateText): Week[] {
  const start = dayOf(weekOf(first).from);
  const count = Math.floor((dayOf(last) - start) / 7) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => weekOf(dateOfDay(start + index * 7)));
}
