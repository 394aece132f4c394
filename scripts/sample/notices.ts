import { dateOfDay, dayOf, type Month, minuteOf, monthOf } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { occurrences } from './due.ts';
import { isWorkingDay } from './holidays.ts';
import { at, dateOf, later, type Moment } from './moments.ts';
import { sortedBy } from './numbering.ts';
import { Random } from './random.ts';
import { extraTreatments, lateNotices, powerCuts } from './record-stories.ts';
import { tasks } from './tasks.ts';
import { recheckOf } from './treatments.ts';

interface Work {
  readonly service: '虫控' | '用电';
  readonly subject: string;
  readonly location: string;
  readonly start: Moment;
  readonly end: Moment;
}

const channels = ['书面', '书面', '办公系统', '办公系统', '电话'] as const;

/** The last working day at least one whole day before. */
function dayBefore(date: string): string {
  const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => dateOfDay(dayOf(date) - count));
  return days.find(isWorkingDay) ?? date;
}

/** The three notices in time: plan and precautions on a working day before, the effect on the morning of the second look. */
function told(work: Work): Row {
  const random = new Random(`told ${work.subject} ${work.location} ${work.start}`);
  const plan = at(dayBefore(dateOf(work.start)), random.int(9 * 60, 15 * 60 + 30));
  return {
    ...work,
    plan,
    caution: plan,
    effect: at(recheckOf(dateOf(work.start)), random.int(9 * 60, 11 * 60)),
    channel: random.pick(channels),
    staff: 'KF-01',
  };
}

/** A planned treatment, as the tasks log times it; one that was called off ends when the client is told. */
function regular(month: Month): Row[] {
  const done = new Map(
    tasks(month)
      .filter((task) => task.task === '定期消杀')
      .map((task) => [String(task.location), task]),
  );
  return occurrences('communications', month).map(({ duty, date }): Row => {
    const { location, item: subject } = duty;
    const task = subject === '定期消杀' ? done.get(location) : undefined;
    const random = new Random(`notice ${subject} ${location} ${date}`);
    const end = typeof task?.done === 'string' ? task.done : at(date, 19 * 60 + random.int(0, 40));
    const start = later(end, -random.int(55, 95));
    const late = lateNotices.find((story) => story.month === month && story.location === location);
    if (task?.reason !== null && task?.reason !== undefined) {
      const called = at(date, 16 * 60 + 20);
      const row = told({ service: '虫控', subject, location, start: called, end: called });
      return { ...row, effect: called, note: `${String(task.reason)}，已当面告知改期` };
    }
    const row = told({ service: '虫控', subject, location, start, end });
    if (late === undefined) return row;
    const plan = later(start, -late.minutes);
    return { ...row, plan, caution: plan, channel: '电话', note: late.note };
  });
}

const additional = (month: Month): Row[] =>
  extraTreatments
    .filter(({ date }) => monthOf(date) === month)
    .map(({ date, location, noticed }): Row => {
      const start = at(date, 17 * 60 + 30);
      const row = told({ service: '虫控', subject: '加强消杀', location, start, end: later(start, 50) });
      const plan = later(start, -190);
      return noticed ? row : { ...row, plan, caution: plan, note: '临时加做，当日下午才告知' };
    });

const cuts = (month: Month): Row[] =>
  powerCuts
    .filter(({ start }) => monthOf(start) === month)
    .map(({ start, minutes, location }) =>
      told({ service: '用电', subject: '停电作业', location, start, end: later(start, minutes) }),
    );

const minutesTo = (from: unknown, to: unknown) => minuteOf(String(to)) - minuteOf(String(from));

/** How many hours before and after the work the client was told, and whether of the precautions before it. */
const counted = (row: Row): Row => ({
  ...row,
  lead: Math.floor(minutesTo(row.plan, row.start) / 60),
  cautioned: String(row.caution) <= String(row.start) ? '是' : '否',
  lag: Math.ceil(minutesTo(row.end, row.effect) / 60),
});

/** What the client was told before and after treatments and power cuts. */
export const notices = (month: Month): Row[] =>
  sortedBy('start', [...regular(month), ...additional(month), ...cuts(month)]).map(counted);
