import { datesOf, type Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { workingDays } from './days.ts';
import { occurrences } from './due.ts';
import { Random } from './random.ts';
import { emptyShifts } from './record-stories.ts';
import { posts, type Service } from './registers.ts';

/** Working days, and for the services that also work on days of rest a share of those. */
function requiredOf(service: Service, month: Month): number {
  const working = workingDays(month, 1, 31).length;
  const rest = datesOf(month).length - working;
  return working + (service === '保洁' || service === '用电' ? Math.ceil(rest / 3) : 0);
}

/** The month's attendance of every post, drawn up on the last working day; now and then another post steps in. */
export function attendance(month: Month): Row[] {
  const date = workingDays(month, 1, 31).at(-1) ?? `${month}-28`;
  return occurrences('attendance', month).map(({ duty }) => {
    const { service, item: post } = duty;
    const random = new Random(`attendance ${month} ${post}`);
    const story = emptyShifts.find((each) => each.month === month && each.post === post);
    const required = requiredOf(service, month);
    const relieved = random.chance(0.35) ? random.int(1, 2) : 0;
    const covered = required - (story?.shifts ?? 0);
    const others = posts.filter((each) => each.service === service && each.id !== post);
    return {
      ...{ date, service, post, required, present: covered - relieved, relieved, covered },
      reliever: relieved > 0 ? random.pick(others).id : null,
      reason: story?.reason ?? null,
      recorder: 'GL-01',
    };
  });
}
