import { type DateText, dateOfDay, dayOf, type Month } from '../../src/core/calendar/date.ts';
import { slotsOf } from '../../src/core/registers/registers.ts';
import { isWorkingDay, workCalendar } from './holidays.ts';
import { Random } from './random.ts';
import { type Duty, schedule } from './schedule.ts';

/** One due date of a duty. */
export type Occurrence = { readonly duty: Duty; readonly date: DateText };

const daysFrom = (from: DateText, to: DateText) =>
  Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, index) => dateOfDay(dayOf(from) + index));

/** The stretches of days in each of which a duty falls due once: the slots by which the site judges, while the duty is in force. */
function windowsOf(duty: Duty, month: Month): DateText[][] {
  return slotsOf(duty.frequency, month, workCalendar)
    .filter((slot) => duty.from <= slot.to && (duty.to === null || slot.to <= duty.to))
    .map((slot) => daysFrom(slot.from, slot.to));
}

/** Duties done on one visit share a label and so a date: the pest visit of a location, a location's weekly check. */
const visitOf = (duty: Duty): string => {
  if (duty.item === '季节灭蚊') return `灭蚊 ${duty.location}`;
  if (duty.log === 'electrical-tests') return `tests ${duty.location}`;
  if (duty.service === '虫控') return `虫控 ${duty.location}`;
  return duty.log === 'checks' ? `checks ${duty.service} ${duty.location}` : duty.id;
};

/** Working days if there are any; the plants are counted after the 20th, once the month's care is done. */
function chosenFrom(window: readonly DateText[], duty: Duty): readonly DateText[] {
  const working = window.filter(isWorkingDay);
  const days = working.length > 0 ? working : window;
  if (duty.frequency === '每周') return days;
  const [earliest, latest] = duty.log === 'plant-census' ? [20, 29] : [4, 27];
  const fitting = days.filter((date) => Number(date.slice(8)) >= earliest && Number(date.slice(8)) <= latest);
  return fitting.length > 0 ? fitting : days;
}

function dateIn(window: readonly DateText[], duty: Duty): DateText[] {
  const [first] = window;
  if (first === undefined) return [];
  return window.length === 1 ? [first] : [new Random(`${visitOf(duty)} ${first}`).pick(chosenFrom(window, duty))];
}

/** Every occurrence of a month that a log has to show, by date and then in the order of the schedule. */
export function occurrences(log: string, month: Month): Occurrence[] {
  return schedule
    .filter((duty) => duty.log === log)
    .flatMap((duty) => windowsOf(duty, month).flatMap((window) => dateIn(window, duty).map((date) => ({ duty, date }))))
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}
