import { dayOf, type Month, monthNumber } from '../../src/core/calendar/date.ts';
import { stockOf } from './census.ts';
import type { Row } from './csv.ts';
import { deal, Random } from './random.ts';
import { damages, misjudged, soils } from './record-stories.ts';
import { type Location, locations } from './registers.ts';
import { schedule } from './schedule.ts';
import { monthIndex } from './stories.ts';
import { tasks } from './tasks.ts';
import { fertilisers } from './texts/purchases.ts';

/** One piece of plant care, as the tasks log has it. */
interface Visit {
  readonly date: string;
  readonly location: string;
  readonly kind: string;
  readonly staff: string;
  readonly reason: string | null;
}

const isRecorded = (visit: Visit) =>
  schedule.some(
    ({ log, location, item, from, to }) =>
      log === 'plant-care' &&
      location === visit.location &&
      item === visit.kind &&
      from <= visit.date &&
      (to === null || visit.date <= to),
  );

/** The care that the month's tasks tell of, where it has a record of its own. */
const visitsOf = (month: Month): Visit[] =>
  tasks(month)
    .filter((task) => task.service === '绿植')
    .map((task) => ({
      date: String(task.planned),
      location: String(task.location),
      kind: String(task.task),
      staff: String(task.staff),
      reason: typeof task.reason === 'string' ? task.reason : null,
    }))
    .filter(isRecorded);

const potsOf = (place: Location | undefined) =>
  place === undefined ? 10 : stockOf(place).reduce((sum, { total }) => sum + total, 0);

/** Litres that the plan gives a location: more in summer, less in winter. */
function litresOf(location: string, month: Month): number {
  const share = [0.3, 0.3, 0.4, 0.45, 0.5, 0.6, 0.6, 0.6, 0.5, 0.4, 0.35, 0.3][monthNumber(month) - 1] ?? 0.4;
  return Math.max(4, Math.round(potsOf(locations.find((place) => place.id === location)) * share));
}

function watered(visit: Visit, month: Month, misjudges: boolean): Row {
  const random = new Random(`watered ${visit.location} ${visit.date}`);
  const planned = litresOf(visit.location, month);
  const slack = Math.floor(planned / 5);
  const beyond = slack + random.int(1, 2);
  const amount = planned + (misjudges ? random.pick([beyond, -beyond]) : random.int(-Math.ceil(slack / 2), Math.ceil(slack / 2)));
  const story = soils.find(({ since, location }) => {
    const after = dayOf(visit.date) - dayOf(since);
    return location === visit.location && after >= 0 && after < 7;
  });
  return {
    planned,
    tolerance: 20,
    amount,
    deviation: misjudges ? (amount > planned ? '偏多' : '偏少') : '正常',
    soil: story?.soil ?? '适中',
    note: story?.note ?? null,
  };
}

function fertilised(visit: Visit, month: Month): Row {
  const random = new Random(`fertilised ${visit.location} ${visit.date}`);
  return {
    fertiliser: deal(fertilisers, `fertilised ${visit.location}`, monthIndex(month))[0],
    dose: random.int(6, 16) * 10,
  };
}

function pruned(visit: Visit, month: Month): Row {
  const story = damages.find((each) => each.month === month && each.location === visit.location);
  return { damage: story === undefined ? '无' : '有', note: story?.note ?? null };
}

/** Watering beyond the tolerance: one in some months of many waterings, more where a story says so. */
function misjudgedOf(month: Month, visits: readonly Visit[]): ReadonlySet<Visit> {
  const random = new Random(`misjudged ${month}`);
  const waterings = visits.filter((visit) => visit.kind === '浇水' && visit.reason === null);
  const usual = waterings.length >= 20 && random.chance(0.4) ? 1 : 0;
  const wanted = misjudged.find((story) => story.month === month)?.waterings ?? usual;
  return new Set(random.sample(waterings, wanted));
}

/** Every watering, fertilising and pruning with its amounts. */
export function care(month: Month): Row[] {
  const visits = visitsOf(month);
  const beyond = misjudgedOf(month, visits);
  const cells = (visit: Visit): Row => {
    if (visit.reason !== null) return { result: '未完成', note: visit.reason };
    if (visit.kind === '浇水') return { result: '完成', ...watered(visit, month, beyond.has(visit)) };
    return { result: '完成', ...(visit.kind === '施肥' ? fertilised(visit, month) : pruned(visit, month)) };
  };
  return visits.map((visit) => {
    const { date, location, kind, staff } = visit;
    return { date, location, kind, staff, ...cells(visit) };
  });
}
