import type { Month } from '../core/calendar/date.ts';
import type { Expectation } from '../core/ledger/start.ts';
import type { Log } from '../core/logs/log.ts';
import type { Planned } from '../core/reports/guide.ts';
import { monthWords } from './dates.ts';

/** 2026年10月按排期应做 43 次. */
export function expectationWords(expectation: Expectation, month: Month): string {
  switch (expectation.kind) {
    case 'due':
      return `${monthWords(month)}按排期应做 ${expectation.times} 次`;
    case 'unplanned':
      return '没有排期，发生一件记一行；没有发生交零报告';
    case 'not-due':
      return `${monthWords(month)}按排期不用做，交零报告`;
  }
}

/** 每周 12 项：大堂、楼梯; items are named while they are few. */
export function plannedWords({ frequency, entries, items }: Planned): string {
  return `${frequency} ${entries} 项：${items.slice(0, 6).join('、')}${items.length > 6 ? ` 等 ${items.length} 种` : ''}`;
}

/** The columns that identify a row, joined. */
export const keyWords = ({ key, columns }: Log): string => key.map((field) => columns[field]?.name ?? field).join('、');
