import type { DateText, Month } from '../core/calendar/date.ts';
import type { Assessment } from '../core/indicators/assessment.ts';
import type { Handed, LogMonth } from '../core/logs/log.ts';
import { dateWords } from './dates.ts';

/** How a log of a month came in, in words. */
export function handedWords(handed: Handed): string {
  switch (handed.state) {
    case 'absent':
      return '未交付';
    case 'nil':
      return `零报告${handed.late ? '（迟交）' : ''}`;
    case 'complete':
      return `完整${handed.late ? '（迟交）' : ''}`;
    case 'incomplete':
      return `不完整${handed.late ? '（迟交）' : ''}：${handed.reasons.join('；')}`;
  }
}

/** 进行中，截至2026年11月7日: that a period holds a month that is not over, and to which day that is told of; empty where all are over. */
export function underWayWords(assessment: Assessment, months: readonly Month[]): string {
  const days = months.flatMap((month) => assessment.underWayTo(month) ?? []);
  return days.length === 0 ? '' : `进行中，截至${days.map(dateWords).join('、')}`;
}

/** Said on every page while no month of the contract has been handed in; null once one has. */
export const waitingSentence = (months: readonly Month[], handed: readonly Month[], start: DateText): string | null =>
  months.some((month) => handed.includes(month))
    ? null
    : `合同自${dateWords(start)}起，还没有交来任何一个月的台账：以下按第一个月列出，还说不上做没做到。`;

/** For narrow table cells: rows, 零 for a nil return, 缺 after the rows of an incomplete log. */
export function handedMark({ handed, records }: LogMonth): string {
  switch (handed.state) {
    case 'absent':
      return '未交付';
    case 'nil':
      return '零';
    case 'complete':
      return String(records.length);
    case 'incomplete':
      return `${records.length}缺`;
  }
}
