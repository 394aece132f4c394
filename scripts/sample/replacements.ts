import { dateOfDay, dayOf, lastDay, type Month } from '../../src/core/calendar/date.ts';
import { census } from './census.ts';
import type { Row } from './csv.ts';
import { workingDays } from './days.ts';
import { at, inHours, later, type Moment } from './moments.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { refused, shortStock } from './record-stories.ts';
import { plants, postOf } from './registers.ts';
import { coldLosses, monthIndex, requestStories } from './stories.ts';
import { opinions, wishes } from './texts/plants.ts';

interface Loss {
  readonly location: string;
  readonly species: string;
  readonly reason: '枯死' | '病态' | '客户要求';
  readonly pots: number;
  readonly found: Moment;
  /** When it was replaced, where the client's request says so. */
  readonly done?: Moment;
}

/** What the census counts as dead was found in the days before it; in the cold week, right after it. */
function foundOn(counted: string, month: Month, random: Random): Moment {
  const cold = coldLosses.some((story) => story.month === month);
  const first = dayOf(`${month}-${month === '2026-01' ? '15' : '02'}`);
  const day = cold ? first + random.int(0, 8) : Math.max(dayOf(counted) - random.int(2, 14), first);
  return at(dateOfDay(Math.min(day, dayOf(lastDay(month)))), random.int(8 * 60 + 30, 15 * 60));
}

const deaths = (month: Month): Loss[] =>
  census(month).flatMap(({ date, location, species, total, alive }) => {
    const pots = Number(total) - Number(alive);
    if (pots === 0) return [];
    const random = new Random(`dead ${month} ${location} ${species}`);
    const asked = requestStories.find(
      (story) => story.location === location && story.subject.includes('更换') && story.reported.startsWith(month),
    );
    const loss = { location: String(location), species: String(species), reason: '枯死', pots } as const;
    if (asked === undefined || asked.completed === null || !asked.subject.includes(loss.species)) {
      return [{ ...loss, found: foundOn(String(date), month, random) }];
    }
    return [{ ...loss, found: asked.reported, done: asked.completed }];
  });

/** Now and then a plant is poorly enough to go, or the client would like another one. */
function others(month: Month): Loss[] {
  const index = monthIndex(month);
  const random = new Random(`replaced ${month}`);
  const stands = census(month);
  const loss = (species: string, reason: Loss['reason']): Loss[] => {
    const [stand] = random.sample(
      stands.filter((each) => each.species === species && Number(each.alive) === Number(each.total)),
      1,
    );
    const found = at(random.pick(workingDays(month, 3, 24)), random.int(9 * 60, 15 * 60));
    return stand === undefined ? [] : [{ location: String(stand.location), species, reason, pots: 1, found }];
  };
  return [
    ...(index % 4 === 1 ? loss(random.pick(plants).name, '病态') : []),
    ...(index % 3 === 2 ? loss(deal(wishes, 'wishes', Math.floor(index / 3))[0], '客户要求') : []),
  ];
}

function successorOf({ species, reason }: Loss, random: Random): string {
  const wish = wishes.find(([old]) => old === species);
  return reason === '客户要求' && wish !== undefined ? wish[1] : random.chance(0.8) ? species : random.pick(plants).name;
}

/** How a replacement went: at once, late for want of plants, or not yet. */
function outcome(loss: Loss, state: 'prompt' | 'late' | 'open', random: Random): Row {
  if (state === 'open') return { replaced: null, successor: null, accepted: '待验收' };
  const minutes = state === 'late' ? random.int(70, 170) * 60 : random.int(3, 30) * 60 + random.int(0, 50);
  return {
    replaced: loss.done ?? inHours(later(loss.found, minutes)),
    successor: successorOf(loss, random),
    accepted: '通过',
    opinion: random.chance(0.3) ? random.pick(opinions) : null,
  };
}

/** Every plant that was replaced, or should have been. */
export function replacements(month: Month): Row[] {
  const losses = [...deaths(month), ...others(month)].sort((a, b) => (a.found < b.found ? -1 : a.found > b.found ? 1 : 0));
  const short = shortStock.find((story) => story.month === month) ?? { late: 0, open: 0 };
  const opinion = refused.find((story) => story.month === month)?.opinion;
  const waiting = losses.filter(({ done }) => done === undefined).slice(-(short.late + short.open) || losses.length);
  const stateOf = (loss: Loss) => {
    const index = waiting.indexOf(loss);
    if (index === -1 || index >= short.late + short.open) return 'prompt';
    return index < short.late ? 'late' : 'open';
  };
  const rows = losses.map((loss, index): Row => {
    const random = new Random(`replacement ${month} ${loss.location} ${loss.species} ${loss.reason}`);
    const cells = outcome(loss, stateOf(loss), random);
    const rejected = opinion !== undefined && index === 0 ? { accepted: '不通过', opinion } : {};
    const { done: _, ...told } = loss;
    return { ...told, ...cells, ...rejected, staff: postOf('绿植', loss.location) };
  });
  return numbered('plant-replacements', 'GH', month, sortedBy('found', rows));
}
