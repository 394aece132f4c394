import { monthOf } from '../core/calendar/date.ts';
import type { Slot } from '../core/registers/registers.ts';
import type { DueItem } from '../core/reports/due.ts';
import { dateWords } from './dates.ts';

/** 11月2日至8日, 11月30日前, 12月5日: a slot without its year, for headings below a dated title. */
export function slotWords({ from, to }: Slot): string {
  const day = (date: string) => dateWords(date).replace(/^\d+年/u, '');
  if (from === to) return day(from);
  if (from.endsWith('-01') && Number(to.slice(8)) >= 28) return `${day(to)}前`;
  const end = monthOf(from) === monthOf(to) ? `${Number(to.slice(8))}日` : day(to);
  return `${day(from)}至${end}`;
}

/** 巡查（门窗）、保养7项: what is due, by the log it belongs to; items are named while they are few, and words rather than codes. */
export function dueWords(items: readonly DueItem[]): string {
  const logs = [...new Set(items.map(({ log }) => log))];
  const words = logs.map((log) => {
    const own = items.filter((each) => each.log === log).map(({ item }) => item);
    if (own.length > 3 || own.some((item) => !/\p{Script=Han}/u.test(item))) return `${log.name}${own.length}项`;
    return own.length === 1 && own[0] === log.name ? log.name : `${log.name}（${own.join('、')}）`;
  });
  return words.join('、');
}
