import { type DateText, datesOf, firstDay, type Month } from '../../src/core/calendar/date.ts';
import { isWorkingDay } from './holidays.ts';
import { isOpen, type Location, locations } from './registers.ts';

/** The locations in service in a month: none opens or closes within one. */
export const openIn = (month: Month): Location[] => locations.filter((place) => isOpen(place, firstDay(month)));

/** The working days of a month from one day of the month to another. */
export const workingDays = (month: Month, from: number, to: number): DateText[] =>
  datesOf(month).filter((date) => isWorkingDay(date) && Number(date.slice(8)) >= from && Number(date.slice(8)) <= to);
