import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { type Occurrence, occurrences } from './due.ts';
import { Random } from './random.ts';
import { postOf } from './registers.ts';
import { overflows } from './stories.ts';

/** How many pieces were looked at and how many lay in the right bin: 92 to 100 %. */
function sample(check: Occurrence): Row {
  const random = new Random(`waste ${check.duty.id} ${check.date}`);
  const sampled = random.int(20, 40);
  return { sampled, correct: sampled - random.int(0, Math.floor(sampled * 0.08)) };
}

function rowOf(occurrence: Occurrence): Row {
  const { duty, date } = occurrence;
  const story = overflows.find((each) => each.date === date && each.location === duty.location);
  return {
    date,
    location: duty.location,
    kind: duty.item,
    overflow: story !== undefined && duty.item === '收集' ? '是' : '否',
    piled: story?.piled === true && duty.item === '清运' ? '是' : '否',
    staff: postOf(duty.item === '分类抽查' ? '质检' : '保洁', duty.location),
    ...(duty.item === '分类抽查' ? sample(occurrence) : {}),
  };
}

/** Collection and removal of every day and the month's sorting check of every location, by date and location. */
export const waste = (month: Month): Row[] => {
  const placed = (occurrence: Occurrence) => `${occurrence.date} ${occurrence.duty.location}`;
  return occurrences('waste', month)
    .sort((a, b) => (placed(a) === placed(b) ? 0 : placed(a) < placed(b) ? -1 : 1))
    .map(rowOf);
};
