import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { occurrences } from './due.ts';
import { later } from './moments.ts';
import { sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { equipment, postOf } from './registers.ts';
import { monthIndex } from './stories.ts';
import { tasks } from './tasks.ts';
import { contents } from './texts/electrical.ts';

/** Every device that was due, on the visit that the tasks log gives for the location's distribution box. */
export function maintenance(month: Month): Row[] {
  const visits = new Map(
    tasks(month)
      .filter((task) => task.task === '配电箱保养')
      .map((task) => [String(task.location), task]),
  );
  const rows = occurrences('maintenance', month).map(({ duty, date }): Row => {
    const { device, location, item: kind } = duty;
    const visit = visits.get(location);
    const box = equipment.find((each) => each.id === device)?.kind ?? '配电箱';
    const random = new Random(`maintained ${device ?? ''} ${month}`);
    const base = {
      date: visit?.planned ?? date,
      device,
      kind,
      content: deal(contents[box], `maintained ${device ?? ''}`, monthIndex(month)),
      staff: postOf('用电', location),
    };
    if (typeof visit?.done !== 'string') return { ...base, result: '未完成', note: visit?.reason ?? '未安排' };
    const done = box === '配电箱' ? visit.done : later(visit.done, random.int(20, 70));
    return { ...base, result: '完成', done, condition: '正常' };
  });
  return sortedBy('date', rows);
}
