import { type DateText, weekday } from './date.ts';

/** What the calendar register says of a day that is not an ordinary weekday or weekend. */
export type SpecialDay = 'holiday' | 'workday';

/** Days by date that differ from the plain week: public holidays, and weekends worked in exchange (调休). */
export type WorkCalendar = ReadonlyMap<DateText, SpecialDay>;

/** A weekday that is no public holiday, or a weekend day worked in exchange (State Council notices of each year). */
export function isWorkday(date: DateText, calendar: WorkCalendar): boolean {
  const special = calendar.get(date);
  return special === undefined ? weekday(date) <= 5 : special === 'workday';
}
