import { dateOfDay, dayOf, type Month, monthNumber, monthOf } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { occurrences } from './due.ts';
import { isWorkingDay } from './holidays.ts';
import { Random } from './random.ts';
import { extraTreatments, ineffective, poorTreatments } from './record-stories.ts';
import { agents, areas, postOf } from './registers.ts';
import { tasks } from './tasks.ts';

interface Treatment {
  readonly date: string;
  readonly location: string;
  readonly area: string;
  readonly task: string;
  /** Why it was not done; null when it was. */
  readonly reason: string | null;
}

interface Means {
  readonly target: string;
  readonly method: string;
  /** Null for a physical means. */
  readonly agent: string | null;
  /** Grams or millilitres that the label allows for an area of this kind. */
  readonly limit: number;
}

const physical: Means = { target: '鼠', method: '物理', agent: null, limit: 0 };

/** What an area is treated against, and with what: toilets against cockroaches, halls by the season. */
function meansOf({ area, task }: Treatment, month: Month, random: Random): Means {
  if (task !== '定期消杀') {
    return task === '加强消杀' && random.chance(0.4)
      ? { target: '蚊', method: '投放灭幼剂', agent: '灭幼颗粒剂', limit: 200 }
      : { target: '蚊', method: '空间喷雾', agent: '灭蚊水乳剂', limit: 120 };
  }
  if (area.endsWith('T1')) return { target: '蜚蠊', method: '胶饵', agent: '灭蟑胶饵', limit: 30 };
  const warm = monthNumber(month) >= 5 && monthNumber(month) <= 10;
  if (warm) return { target: '蚊', method: '滞留喷洒', agent: '灭蚊蝇悬浮剂', limit: 150 };
  return random.chance(0.3) ? physical : { target: '鼠', method: '投放毒饵', agent: '灭鼠毒饵', limit: 90 };
}

/** The second look within two days, on a working day if one of them is. */
export function recheckOf(date: string): string {
  const [next, second] = [dateOfDay(dayOf(date) + 1), dateOfDay(dayOf(date) + 2)];
  return isWorkingDay(second) ? second : next;
}

const unitOf = (name: string) => agents.find((agent) => agent.name === name)?.unit;

function rowOf(treatment: Treatment, month: Month): Row {
  const { date, location, area, task, reason } = treatment;
  const random = new Random(`treated ${area} ${task} ${date}`);
  const { target, method, agent, limit } = meansOf(treatment, month, random);
  const base = { date, area, task, target, method, staff: postOf('虫控', location) };
  if (reason !== null) return { ...base, result: '未完成', note: reason };
  if (agent !== null && unitOf(agent) === undefined) throw new Error(`no agent ${agent}`);
  const regular = task === '定期消杀';
  const weak = regular && ineffective.some((story) => story.month === month && story.area === area);
  const poor = regular ? poorTreatments.find((story) => story.month === month && story.area === area) : undefined;
  const effect = poor?.cells.effect ?? (weak ? '无效' : '有效');
  const over = poor?.cells.over === '是';
  const used = { agent, dosage: over ? Math.ceil(limit * 1.15) : Math.round(limit * (0.6 + random.next() * 0.35)), limit };
  return {
    ...base,
    ...(agent === null ? {} : { ...used, over: over ? '是' : '否' }),
    result: '完成',
    rechecked: effect === '未复查' ? null : recheckOf(date),
    effect,
    residue: poor?.cells.residue ?? '合格',
    note: poor?.note ?? (weak ? '复查仍有成蚊，已列入加强消杀' : null),
  };
}

/** The treatments that the tasks log tells of, area by area, and the additional ones. */
export function treatments(month: Month): Row[] {
  const undone = new Map(
    tasks(month)
      .filter((task) => task.task === '定期消杀' && task.reason !== null)
      .map((task) => [String(task.location), String(task.reason)]),
  );
  const due = occurrences('pest-treatments', month).map(({ duty, date }): Treatment => {
    const reason = duty.item === '定期消杀' ? (undone.get(duty.location) ?? null) : null;
    return { date, location: duty.location, area: duty.area ?? '', task: duty.item, reason };
  });
  const extra = extraTreatments
    .filter(({ date }) => monthOf(date) === month)
    .flatMap(({ date, location }) =>
      areas
        .filter((area) => area.location === location && area.kind === '公共区域')
        .map((area): Treatment => ({ date, location, area: area.id, task: '加强消杀', reason: null })),
    );
  return [...due, ...extra]
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
    .map((treatment) => rowOf(treatment, month));
}
