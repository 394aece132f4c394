import type { Month } from '../core/calendar/date.ts';
import type { LogMonth } from '../core/logs/log.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { DeliveryHistory } from '../core/reports/lateness.ts';
import { type MonthQuality, type Quality, repairsIn } from '../core/reports/quality.ts';
import { dateWords, monthWords } from './dates.ts';

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

/** 迟交12种，2025年3月12日交付：巡查、服务请求…: the late logs of a month, those of one day together. */
export function lateWords(deliveries: readonly LogMonth[]): string[] {
  const days = new Map<string, string[]>();
  for (const { log, handed } of deliveries) {
    if (handed.state !== 'absent' && handed.late) days.set(handed.on, [...(days.get(handed.on) ?? []), log.name]);
  }
  return [...days].sort().map(([day, names]) => `迟交${names.length}种，${dateWords(day)}交付：${names.join('、')}`);
}

/** Cells that the problems list. */
export const cellCount = (problems: readonly Problem[]): number =>
  problems.reduce((sum, { cells }) => sum + (cells?.length ?? 0), 0);

/** What was done to a cell: the message of its problem without the count and the example that follow in brackets. */
export const repairWords = ({ message }: Problem): string => message.replace(/（.*$/su, '');

/** What came in for a month and what became of it, in one sentence. */
export function monthQualitySentence(quality: MonthQuality): string {
  const { month, deliveries, counts, late, rows } = quality;
  const came = deliveries.length - counts.absent;
  const broken = counts.incomplete === 0 ? '' : `，${counts.incomplete}种不完整`;
  const lateness = late === 0 ? '，没有迟交' : `，${late}种迟交`;
  const mended = cellCount(repairsIn(quality));
  const told = mended === 0 ? '没有统一写法' : `统一写法${mended}格`;
  return `${monthWords(month)}应交${deliveries.length}种台账，已交${came}种${broken}${lateness}；读入${rows.read}行，${told}，退回${rows.refused}行。`;
}

/** 2025年2月迟7天: the months in which a log came late. */
export const latenessWords = ({ late }: DeliveryHistory): string =>
  late.length === 0 ? '从未迟交' : late.map(({ month, days }) => `${monthWords(month)}迟${days}天`).join('、');
