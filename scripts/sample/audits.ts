import { dateOfDay, dayOf, type Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { occurrences } from './due.ts';
import { poorRecords } from './record-stories.ts';
import { locations, postOf } from './registers.ts';

/** The month's audit of every location's records; what was wrong is corrected the day after. */
export const audits = (month: Month): Row[] =>
  occurrences('record-audits', month).map(({ duty, date }) => {
    const { service, location } = duty;
    const story = poorRecords.find((each) => each.month === month && each.location === location);
    const sampled = locations.find((place) => place.id === location)?.kind === '机关' ? 15 : 10;
    return {
      ...{ date, service, location, sampled },
      sound: sampled - (story?.unsound ?? 0),
      hours: 24,
      timely: sampled - (story?.late ?? 0),
      finding: story?.finding ?? null,
      corrected: story === undefined ? null : dateOfDay(dayOf(date) + 1),
      auditor: postOf('质检', location),
    };
  });
