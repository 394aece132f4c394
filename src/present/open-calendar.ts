import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { type DateText, dateOfDay, dayOf } from '../core/calendar/date.ts';
import { type Case, caseId } from '../core/reports/cases.ts';
import type { Destination } from '../core/reports/destination.ts';
import type { OpenCases } from '../core/reports/open.ts';
import {
  actionWords,
  caseKindWords,
  limitWords,
  momentWords,
  openSentence,
  overWords,
  placedWords,
  responsibleWords,
  standingWords,
} from './cases.ts';
import { dateWords, monthWords } from './dates.ts';
import type { Naming } from './names.ts';
import { rowOf } from './rows.ts';

/** What the calendar of open items is made of. */
export interface OpenCalendar extends Naming {
  readonly title: string;
  /** Of which data it is: sample data says so. */
  readonly notice: string;
  readonly open: OpenCases;
  /** The whole address of a page. */
  readonly address: (to: Destination) => string;
}

/**
 * What stands in a calendar without events: it must hold some part (RFC 5545, 3.4), and only from such a calendar do
 * subscribers learn that nothing is open any more. Beside events the library would write their days in the zone of the machine.
 */
const timezone = {
  name: 'Asia/Shanghai',
  generator: (name: string) =>
    [
      'BEGIN:VTIMEZONE',
      `TZID:${name}`,
      'BEGIN:STANDARD',
      'DTSTART:19910915T000000',
      'TZOFFSETFROM:+0800',
      'TZOFFSETTO:+0800',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n'),
};

/** The end of a day in China: the calendar's times come from the data, not from a clock. */
const endOf = (day: DateText): string => `${day}T23:59:59+08:00`;

/** What the pages tell of an open item. */
function details(each: Case, { registers, notice, open }: OpenCalendar): string {
  const action = actionWords(each, registers);
  return [
    `起始：${momentWords(each.opened)}（已过${each.days}天）`,
    each.limit === null ? `时限：${limitWords(each)}，记在起始的那一天` : `时限：${limitWords(each)}`,
    `逾期：${overWords(each)}`,
    `责任岗位：${responsibleWords(each, registers)}`,
    ...(action === '—' ? [] : [action]),
    `截至${dateWords(open.day)}。${notice}`,
  ].join('\n');
}

/** What the calendar tells of itself: how much is open, and which logs it cannot see into. */
function about({ open, notice }: OpenCalendar): string {
  const missing = open.gaps.map(({ month, log }) => `${monthWords(month)}的${log.name}`).join('、');
  const gaps = missing === '' ? '' : `${missing}没有交齐，缺的部分里有没有未办结的事项看不到。`;
  return `${openSentence(open)}${gaps}${notice}`;
}

/**
 * Every open item as an all-day event on the day of its limit, or on the day on which it began where nothing sets one
 * (iCalendar, RFC 5545). An item keeps its UID from month to month until it is closed and falls out.
 */
export function openCalendar(calendar: OpenCalendar): string {
  const { open, title, address } = calendar;
  const stamp = endOf(open.day);
  const feed = ical({
    name: title,
    description: about(calendar),
    prodId: '-//service-ledger//open items//ZH',
    method: ICalCalendarMethod.PUBLISH,
    ...(open.cases.length === 0 ? { timezone } : {}),
  });
  for (const each of open.cases) {
    const day = (each.limit ?? each.opened).slice(0, 10);
    feed.createEvent({
      id: `open.${caseId(each)}`,
      start: day,
      end: dateOfDay(dayOf(day) + 1),
      allDay: true,
      stamp,
      summary: `${caseKindWords[each.kind]}：${placedWords(each, calendar)}（${standingWords(each)}）`,
      description: details(each, calendar),
      url: address(rowOf(each.record)),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${feed.toString()}\r\n`;
}
