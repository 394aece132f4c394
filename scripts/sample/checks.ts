import { dateOfDay, dayOf, type Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { type Occurrence, occurrences } from './due.ts';
import { at } from './moments.ts';
import { deal, Random } from './random.ts';
import { areas, postOf } from './registers.ts';
import { inSeason } from './season.ts';
import { checkTroubles, lastMonth, monthIndex, unchecked } from './stories.ts';
import { findings } from './texts/checks.ts';

const methods: Readonly<Record<string, string>> = {
  '公共区域 地面': '白手套',
  '公共区域 墙面': '目视',
  '公共区域 设施': '消毒试纸',
  '卫生间 地面和墙面': '白手套加嗅觉',
  '卫生间 洁具': '目视',
  '办公室 桌面': '目视',
  '办公室 设备': '白手套',
  '办公室 地面': '白手套',
  '公共区域 操作规范': '现场监督',
  '公共区域 环保': '现场监督',
};

const kindOf = new Map(areas.map((area) => [area.id, area.kind]));
const subjectOf = ({ duty }: Occurrence) => `${kindOf.get(duty.area ?? '') ?? ''} ${duty.item}`;

/** The checks that fail, each with whether the fault is put right only the day after; otherwise the day's recheck passes. */
type Failures = ReadonlyMap<Occurrence, { readonly overnight: boolean }>;

/** Up to two in a hundred of a subject's checks fail. A story goes before; the latest month has only its story. */
function failuresOf(month: Month, subject: string, checks: readonly Occurrence[]): Failures {
  const random = new Random(`checks ${month} ${subject}`);
  const trouble = checkTroubles.find((story) => story.month === month && `${story.kind} ${story.item}` === subject);
  if (trouble === undefined) {
    const usual = month === lastMonth ? 0 : random.int(0, Math.floor(checks.length / 50));
    return new Map(random.sample(checks, usual).map((check) => [check, { overnight: random.chance(0.1) }]));
  }
  const concerned = checks.filter(({ duty }) => trouble.locations.includes(duty.location));
  return new Map(
    random.sample(concerned, trouble.fails).map((check, index) => [check, { overnight: index < trouble.overnight }]),
  );
}

function failedCells(check: Occurrence, overnight: boolean, finding: string): Row {
  const random = new Random(`rectified ${check.duty.id} ${check.date}`);
  const date = overnight ? dateOfDay(dayOf(check.date) + 1) : check.date;
  const minute = overnight ? random.int(8 * 60, 11 * 60) : random.int(9 * 60 + 20, 16 * 60 + 40);
  const recheck = overnight ? random.pick(['不合格', null]) : '合格';
  return { result: '不合格', finding, recheck, rectified: at(date, minute) };
}

function rowsOf(month: Month, subject: string, checks: readonly Occurrence[]): { check: Occurrence; row: Row }[] {
  const failures = failuresOf(month, subject, checks);
  const missed = unchecked.filter((story) => story.month === month);
  let told = monthIndex(month) * 2;
  const outcome = (check: Occurrence): Row => {
    const failure = failures.get(check);
    if (failure === undefined) return { result: '合格' };
    told += 1;
    return failedCells(check, failure.overnight, deal(inSeason(findings[subject] ?? [], month), subject, told));
  };
  const left = missed.map(({ area, item, reason }) => {
    const candidates = checks.filter((each) => each.duty.area === area && each.duty.item === item && !failures.has(each));
    return { check: candidates[Math.floor(candidates.length / 2)], reason };
  });
  return checks.map((check) => {
    const story = left.find((each) => each.check === check);
    const cells = story === undefined ? outcome(check) : { result: '未检', finding: story.reason };
    return { check, row: { ...base(check, subject), ...cells } };
  });
}

const base = ({ duty, date }: Occurrence, subject: string): Row => ({
  date,
  service: duty.service,
  area: duty.area,
  item: duty.item,
  method: methods[subject] ?? '目视',
  checker: postOf('质检', duty.location),
});

/** One row for every check due in the month, by date and area. */
export function checks(month: Month): Row[] {
  const due = occurrences('checks', month);
  const rowByCheck = new Map<Occurrence, Row>();
  for (const subject of new Set(due.map(subjectOf))) {
    const group = due.filter((check) => subjectOf(check) === subject);
    for (const { check, row } of rowsOf(month, subject, group)) rowByCheck.set(check, row);
  }
  return due.flatMap((check) => {
    const row = rowByCheck.get(check);
    return row === undefined ? [] : [row];
  });
}
