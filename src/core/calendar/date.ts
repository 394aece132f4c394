/** A civil date `2026-01-05`, a month `2026-01`, a minute `2026-01-05T08:05`: plain text that sorts in time's order. */
export type DateText = string;
export type Month = string;
export type MinuteText = string;

/** Days from 1970-01-01 to a civil date of the proleptic Gregorian calendar; pure arithmetic, no clock and no time zone. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** The civil date of a day number. */
export function dateOfDay(day: number): DateText {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** Number of days in a month, 29 for February of a leap year. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return next - dayNumber(year, month, 1);
}

/** Whether year, month and day name a real day. */
export const isCivil = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month));

/** The date's text when year, month and day name a real day, otherwise null. */
export function civilDate(year: number, month: number, day: number): DateText | null {
  return isCivil(year, month, day) ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null;
}

/** Day number of a date text (or of the day part of a minute text). */
export function dayOf(date: DateText): number {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** Minutes since 1970-01-01 00:00 of a minute text; a bare date counts as its first minute. */
export function minuteOf(moment: MinuteText): number {
  return dayOf(moment) * 1440 + (moment.length > 10 ? Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) : 0);
}

/** The minute text of a number of minutes since 1970-01-01 00:00. */
export function minuteText(minute: number): MinuteText {
  const day = Math.floor(minute / 1440);
  const rest = minute - day * 1440;
  return `${dateOfDay(day)}T${pad(Math.floor(rest / 60), 2)}:${pad(rest % 60, 2)}`;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: DateText): number {
  return ((((dayOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** The month to which a date or minute belongs. */
export const monthOf = (date: DateText): Month => date.slice(0, 7);

export const yearOf = (month: Month): number => Number(month.slice(0, 4));
export const monthNumber = (month: Month): number => Number(month.slice(5, 7));

/** The month `count` months later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  const index = yearOf(month) * 12 + monthNumber(month) - 1 + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`;
}

/** Of two days or moments the one before. */
export function earlier(a: DateText, b: DateText): DateText {
  if (a < b) return a;
  return b;
}

/** Of two days or moments the one after. */
export function later(a: DateText, b: DateText): DateText {
  if (a > b) return a;
  return b;
}

export const firstDay = (month: Month): DateText => `${month}-01`;

export function lastDay(month: Month): DateText {
  return `${month}-${pad(daysInMonth(yearOf(month), monthNumber(month)), 2)}`;
}

/** Every date of a month in order. */
export function datesOf(month: Month): DateText[] {
  return Array.from({ length: daysInMonth(yearOf(month), monthNumber(month)) }, (_, index) => `${month}-${pad(index + 1, 2)}`);
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/u;

/** Whether a text, such as a folder's name, is a month `2026-09`. */
export const isMonth = (text: string): boolean => monthPattern.test(text);
