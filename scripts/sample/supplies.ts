import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { occurrences } from './due.ts';
import { at } from './moments.ts';
import { Random } from './random.ts';
import { missedRounds, shortages } from './record-stories.ts';
import { type Location, locations, postOf } from './registers.ts';

/** Rolls of paper, packs of towels and bottles of soap that a round uses at most. */
const most: Record<Location['kind'], readonly [number, number, number]> = { 机关: [8, 4, 2], 支行: [5, 3, 2], 营业所: [3, 2, 1] };

/** Every round of the toilets' supplies; a shortage shows on the second round of its month. */
export function supplies(month: Month): Row[] {
  const rounds = new Map<string, number>();
  return occurrences('supplies', month).flatMap(({ duty, date }): Row[] => {
    const area = duty.area ?? '';
    const nth = (rounds.get(area) ?? -1) + 1;
    rounds.set(area, nth);
    if (missedRounds.some((story) => story.month === month && story.area === area && story.nth === nth)) return [];
    const random = new Random(`supplies ${duty.id} ${date}`);
    const [tissue, towel, soap] = most[locations.find((place) => place.id === duty.location)?.kind ?? '营业所'];
    const shortage = shortages.find((story) => story.month === month && story.area === area && nth === 1);
    return [
      {
        date,
        area,
        tissue: random.int(1, tissue),
        towel: random.int(0, towel),
        soap: random.int(0, soap),
        shortage: shortage === undefined ? '否' : '是',
        missing: shortage?.missing ?? null,
        restocked: shortage === undefined ? null : at(date, 8 * 60 + shortage.restocked),
        staff: postOf('保洁', duty.location),
      },
    ];
  });
}
