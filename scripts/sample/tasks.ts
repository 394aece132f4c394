import { type DateText, type Month, monthOf } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { type Occurrence, occurrences } from './due.ts';
import { at, later } from './moments.ts';
import { Random } from './random.ts';
import { postOf } from './registers.ts';
import { delayedTasks, undoneTasks } from './stories.ts';

/** By what minute of the day a task is to be finished. */
const deadlines: Readonly<Record<string, number>> = {
  地毯深度清洁: 11 * 60 + 30,
  空调滤网清洗: 16 * 60,
  玻璃清洗: 10 * 60 + 30,
  浇水: 9 * 60 + 30,
  施肥: 15 * 60,
  修剪: 16 * 60 + 30,
  定期消杀: 18 * 60 + 30,
  配电箱保养: 12 * 60 + 30,
};

interface Named {
  readonly since: DateText;
  readonly location: string;
  readonly task: string;
}

/** Which stories concern which occurrence. */
function assign<S extends Named>(stories: readonly S[], month: Month, due: readonly Occurrence[]): Map<Occurrence, S> {
  const assigned = new Map<Occurrence, S>();
  for (const story of stories.filter(({ since }) => monthOf(since) === month)) {
    const match = due.find(
      ({ duty, date }) => duty.location === story.location && duty.item === story.task && date >= story.since,
    );
    if (match === undefined) throw new Error(`no ${story.task} at ${story.location} in ${month}`);
    assigned.set(match, story);
  }
  return assigned;
}

/** One row for every task due in the month, done or not. */
export function tasks(month: Month): Row[] {
  const due = occurrences('tasks', month);
  const undone = assign(undoneTasks, month, due);
  const delayed = assign(delayedTasks, month, due);
  return due.map((occurrence) => {
    const { duty, date } = occurrence;
    const deadline = at(date, deadlines[duty.item] ?? 17 * 60);
    const early = new Random(`tasks ${duty.id} ${date}`).int(3, 75);
    const reason = undone.get(occurrence)?.reason ?? null;
    return {
      planned: date,
      plan: duty.id,
      service: duty.service,
      location: duty.location,
      task: duty.item,
      due: deadline,
      done: reason === null ? later(deadline, delayed.get(occurrence)?.minutes ?? -early) : null,
      result: reason === null ? '完成' : '未完成',
      reason,
      staff: postOf(duty.service, duty.location),
    };
  });
}
