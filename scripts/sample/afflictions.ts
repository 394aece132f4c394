import { addMonths, dateOfDay, dayOf, type Month } from '../../src/core/calendar/date.ts';
import { census } from './census.ts';
import type { Row } from './csv.ts';
import { at, inHours, later } from './moments.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { lateTreatments } from './record-stories.ts';
import { postOf } from './registers.ts';
import { infestations, monthIndex } from './stories.ts';
import { redSpider, afflictions as texts } from './texts/plants.ts';

/** What the month's census counts as infested was found before it and put right after it. */
export function afflictions(month: Month): Row[] {
  const stands = census(month).filter(({ infested }) => Number(infested) > 0);
  const plague = infestations.find((story) => story.month === month);
  const late = lateTreatments.find((story) => story.month === month);
  const rows = stands.map(({ date, location, species, infested }, index): Row => {
    const random = new Random(`afflicted ${month} ${location} ${species}`);
    const counted = String(date);
    const day = Math.max(dayOf(counted) - random.int(1, 9), dayOf(`${month}-01`));
    const found = at(dateOfDay(day), random.int(8 * 60 + 30, 15 * 60 + 30));
    const hours = index === 0 ? late?.hours : undefined;
    const treated = inHours(later(found, hours === undefined ? random.int(60, 300) : hours * 60));
    const closed = at(dateOfDay(dayOf(counted) + random.int(2, 6)), random.int(9 * 60, 16 * 60));
    const [kind, pest, method, action] =
      plague?.locations.includes(String(location)) === true
        ? redSpider
        : deal(texts, 'afflictions', monthIndex(month) * 3 + index);
    return {
      ...{ found, location: String(location), species: String(species), kind, pest, treated, method, action },
      plants: Number(infested),
      closed: closed.slice(0, 10) <= `${addMonths(month, 1)}-02` ? closed : null,
      staff: postOf('绿植', String(location)),
    };
  });
  return numbered('plant-pest', 'BC', month, sortedBy('found', rows));
}
