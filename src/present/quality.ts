import type { Month } from '../core/calendar/date.ts';
import type { LogMonth } from '../core/logs/log.ts';
import type { Quality } from '../core/reports/quality.ts';
import { dateWords, monthWords } from './formats.ts';

/** Whether the latest month came in whole, how many months did not, and how many indicators wait for a measure. */
export function qualitySentence({ months, pending }: Quality, latest: Month): string {
  const current = months.find(({ month }) => month === latest);
  const asked = current?.deliveries.length ?? 0;
  const came = asked - (current?.counts.absent ?? 0);
  const broken = current?.counts.incomplete ?? 0;
  const whole = came === asked && broken === 0;
  const state = whole ? `应交${asked}种台账全部交齐` : `应交${asked}种台账，已交${came}种，${broken}种不完整`;
  const lacking = months.filter(({ counts }) => counts.absent + counts.incomplete > 0).length;
  const history = lacking === 0 ? `${months.length}个月都交齐` : `${months.length}个月中有${lacking}个月没有交齐`;
  const waiting = pending.length === 0 ? '' : `；${pending.length}项指标的计算口径尚未建立`;
  return `${monthWords(latest)}${state}；${history}${waiting}。`;
}

/** 迟交12种，2025年3月12日交付：现场检查、服务请求…: the late logs of a month, those of one day together. */
export function lateWords(deliveries: readonly LogMonth[]): string[] {
  const days = new Map<string, string[]>();
  for (const { log, handed } of deliveries) {
    if (handed.state !== 'absent' && handed.late) days.set(handed.on, [...(days.get(handed.on) ?? []), log.name]);
  }
  return [...days].sort().map(([day, names]) => `迟交${names.length}种，${dateWords(day)}交付：${names.join('、')}`);
}
