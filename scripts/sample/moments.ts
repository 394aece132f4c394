import { type DateText, dateOfDay, minuteOf } from '../../src/core/calendar/date.ts';

/** A minute as clerks write it: `2026-09-01 09:10`. */
export type Moment = string;

const two = (value: number) => String(value).padStart(2, '0');

/** The minute of a date that lies `minute` minutes after midnight. */
export const at = (date: DateText, minute: number): Moment => `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** The moment `minutes` minutes later. */
export function later(moment: Moment, minutes: number): Moment {
  const minute = minuteOf(moment) + minutes;
  return at(dateOfDay(Math.floor(minute / 1440)), minute % 1440);
}

/** A moment at night put off to the next morning, keeping its minute. */
export function inHours(moment: Moment): Moment {
  const hour = Number(moment.slice(11, 13));
  if (hour >= 8 && hour < 19) return moment;
  const morning = `${dateOf(moment)} 09:${moment.slice(14)}`;
  return hour < 8 ? morning : later(morning, 1440);
}

export const dateOf = (moment: Moment): DateText => moment.slice(0, 10);
