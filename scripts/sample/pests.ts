import { type Month, monthNumber } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { type Occurrence, occurrences } from './due.ts';
import { deal, Random } from './random.ts';
import { locations, postOf } from './registers.ts';
import { monitoringErrors, monthIndex, mosquitoes } from './stories.ts';
import { measures, type Pest, routine } from './texts/pest.ts';

interface Point {
  readonly pest: Pest;
  readonly method: string;
  readonly threshold: number;
}

/** The monitoring plan: the same four points at every location. */
const points: Readonly<Record<string, Point>> = {
  D01: { pest: '蜚蠊', method: '粘捕', threshold: 2 },
  D02: { pest: '鼠', method: '粘鼠板', threshold: 1 },
  D03: { pest: '蚊', method: '诱蚊灯', threshold: 8 },
  D04: { pest: '蝇', method: '粘捕', threshold: 4 },
};

/** How much of its threshold a pest reaches at most in a month of the year. */
function height(pest: Pest, month: Month): number {
  const warm = { 1: 0, 2: 0, 3: 0.1, 4: 0.25, 5: 0.5, 6: 0.8, 7: 1, 8: 1, 9: 0.7, 10: 0.35, 11: 0.1, 12: 0 };
  const season = new Map(Object.entries(warm)).get(String(monthNumber(month))) ?? 0;
  if (pest === '鼠') return 1 - season * 0.6;
  return pest === '蜚蠊' ? 0.5 + season * 0.5 : season;
}

/** What a point caught: within the threshold, but for the mosquitoes of a bad summer. */
function caught({ duty }: Occurrence, point: Point, month: Month, random: Random): number {
  const plague = mosquitoes.find((story) => story.month === month);
  if (point.pest === '蚊' && plague?.locations.includes(duty.location) === true) {
    return point.threshold + random.int(2, 14);
  }
  const most = Math.floor(point.threshold * height(point.pest, month));
  return Math.min(random.int(0, most), random.int(0, most));
}

function actionOf(count: number, point: Point, turn: number, random: Random): string | null {
  if (count > point.threshold) return deal(measures, 'measures', turn);
  return count > 0 && random.chance(0.5) ? deal(routine[point.pest], `routine ${point.pest}`, turn) : null;
}

/** Every monitoring point of every location once a month. */
export function pests(month: Month): Row[] {
  return occurrences('pest-monitoring', month).flatMap((occurrence) => {
    const { duty, date } = occurrence;
    const point = points[duty.item];
    if (point === undefined) return [];
    const random = new Random(`pests ${duty.id} ${month}`);
    const count = caught(occurrence, point, month, random);
    const turn = monthIndex(month) * 5 + locations.findIndex((place) => place.id === duty.location);
    const error = monitoringErrors.find(
      (story) => story.month === month && story.location === duty.location && story.point === duty.item,
    );
    return {
      date,
      location: duty.location,
      point: duty.item,
      pest: point.pest,
      method: point.method,
      caught: count,
      threshold: point.threshold,
      exceeded: count > point.threshold ? '是' : '否',
      verified: error?.verified ?? (random.chance(0.06) ? '未复核' : '一致'),
      action: actionOf(count, point, turn, random),
      staff: postOf('虫控', duty.location),
    };
  });
}
