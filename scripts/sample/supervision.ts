import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { openIn } from './days.ts';
import { type Occurrence, occurrences } from './due.ts';
import { at } from './moments.ts';
import { deal, Random } from './random.ts';
import { neglected, unsupervised } from './record-stories.ts';
import { postOf, type Service, serviceNames } from './registers.ts';
import { monthIndex } from './stories.ts';
import { findings, scopes } from './texts/supervision.ts';

/** The first visit to a service, of those given, that a story means. */
const isFirst = (visit: Occurrence, visits: readonly Occurrence[], story: { since: string; service: Service }) =>
  visit.duty.service === story.service && visit === visits.find(({ date }) => date >= story.since);

function rowOf(visit: Occurrence, index: number, visits: readonly Occurrence[], month: Month): Row {
  const { duty, date } = visit;
  const random = new Random(`supervision ${duty.id} ${date}`);
  const places = openIn(month);
  const location = duty.location === '' ? (places[(index + monthIndex(month) * 3) % places.length]?.id ?? 'W01') : duty.location;
  const turn = monthIndex(month) * 7 + index;
  const story = neglected.find((each) => each.since.startsWith(month) && isFirst(visit, visits, each));
  const found = story !== undefined || random.chance(0.06);
  return {
    ...{ date, service: duty.service, location, mode: duty.item },
    scope: deal(scopes[duty.service], `scope ${duty.service}`, turn),
    result: found ? '发现问题' : '达标',
    finding: story?.finding ?? (found ? deal(findings[duty.service], `supervised ${duty.service}`, turn) : null),
    rectified: found && story === undefined ? at(date, random.int(10 * 60, 17 * 60)) : null,
    supervisor: postOf('质检', location),
  };
}

/** Every supervision that was due, in order of date, but for those that nobody made. */
export function supervision(month: Month): Row[] {
  const due = occurrences('supervision', month);
  const rows = serviceNames.flatMap((service) => {
    const visits = due.filter(({ duty }) => duty.service === service);
    const made = visits.filter(
      (visit) => !unsupervised.some((story) => story.since.startsWith(month) && isFirst(visit, visits, story)),
    );
    return made.map((visit, index) => ({ date: visit.date, row: rowOf(visit, index, visits, month) }));
  });
  return rows.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1)).map(({ row }) => row);
}
