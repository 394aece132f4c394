import type { DateText, Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { occurrences } from './due.ts';
import { Random } from './random.ts';
import { type Location, locations, plants, postOf } from './registers.ts';
import { coldLosses, infestations, tenderSpecies } from './stories.ts';

/** One species at one location: pots that should stand there, and what the count finds. */
interface Stand {
  readonly date: DateText;
  readonly location: string;
  readonly species: string;
  readonly total: number;
  dead: number;
  weak: number;
  infested: number;
}

const sizes = { 机关: [8, 8, 16], 支行: [6, 5, 12], 营业所: [4, 3, 8] } as const;

/** What stands at a location, the same in every month. */
export function stockOf(place: Location): { species: string; total: number }[] {
  const random = new Random(`stock ${place.id}`);
  const [kinds, least, most] = sizes[place.kind];
  const chosen = new Set(random.sample(plants, kinds).map((plant) => plant.name));
  return plants.filter((plant) => chosen.has(plant.name)).map(({ name }) => ({ species: name, total: random.int(least, most) }));
}

const standsOf = (month: Month): Stand[] =>
  occurrences('plant-census', month).flatMap(({ duty, date }) => {
    const place = locations.find((each) => each.id === duty.location);
    if (place === undefined) return [];
    return stockOf(place).map((stock) => ({ ...stock, date, location: place.id, dead: 0, weak: 0, infested: 0 }));
  });

/** Spreads a number of pots over stands as long as living, sound pots are left there. */
function spread(random: Random, stands: readonly Stand[], field: 'dead' | 'weak' | 'infested', pots: number) {
  for (let pot = 0; pot < pots; pot += 1) {
    const room = stands.filter((stand) => stand.dead + Math.max(stand.weak, stand.infested) < stand.total);
    if (room.length === 0) return;
    random.pick(room)[field] += 1;
  }
}

/** Usually under 1 % dead, weak or infested; a cold week and an infestation have their own shares. */
function afflict(month: Month, stands: readonly Stand[]) {
  const random = new Random(`census ${month}`);
  const total = stands.reduce((sum, stand) => sum + stand.total, 0);
  const cold = coldLosses.find((story) => story.month === month);
  const pests = infestations.find((story) => story.month === month);
  const tender = stands.filter(
    (stand) => cold?.locations.includes(stand.location) === true && tenderSpecies.includes(stand.species),
  );
  const sick = stands.filter((stand) => pests?.locations.includes(stand.location) === true);
  if (cold === undefined) {
    spread(random, stands, 'dead', random.int(0, 3));
    spread(random, stands, 'weak', random.int(1, 4));
  } else {
    spread(random, tender, 'dead', Math.ceil(total * cold.dead));
    spread(random, tender, 'weak', Math.ceil(total * cold.weak));
  }
  if (pests === undefined) spread(random, stands, 'infested', random.int(0, 4));
  else spread(random, sick, 'infested', Math.ceil(total * pests.share));
}

/** The count of every species at every location. */
export function census(month: Month): Row[] {
  const stands = standsOf(month);
  afflict(month, stands);
  return stands.map(({ date, location, species, total, dead, weak, infested }) => ({
    date,
    location,
    species,
    total,
    alive: total - dead,
    healthy: total - dead - weak,
    infested,
    staff: postOf('绿植', location),
  }));
}
