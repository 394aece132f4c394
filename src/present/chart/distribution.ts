import type { Month } from '../../core/calendar/date.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import type { Part } from '../../core/indicators/indicator.ts';
import { durationWords } from '../../core/measures/duration.ts';
import { type TimedCases, timedCases } from '../../core/reports/durations.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, text, time } from '../paper/say.ts';
import { axisFor } from './axis.ts';
import { Figures } from './finding.ts';
import { spanWords } from './pareto.ts';
import type { DistributionBin, DistributionChart, DistributionPanel } from './spec.ts';

/** Widths of bins in minutes, as clocks and calendars divide time. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320, 7200, 10080, 14400];
/** Bins within the limit, and beyond it; cases farther out share the last. */
const most = { within: 8, beyond: 4 };

/** Borders in minutes; a bin holds what is longer than its lower and at most its upper border, as a limit allows its own minute. */
interface Bins {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

function binsFor({ limit, minutes }: TimedCases): Bins {
  const [first, last] = [Math.min(...minutes, limit), Math.max(...minutes, limit)];
  if (limit > 0) {
    const step = steps.find((each) => limit % each === 0 && limit / each <= most.within) ?? limit;
    const beyond = Math.min(most.beyond, Math.ceil((last - limit) / step));
    return { step, from: 0, to: limit + beyond * step };
  }
  const reach = Math.max(-first, last, 1);
  const step = steps.find((each) => reach / each <= most.beyond) ?? reach;
  return { step, from: (Math.ceil(first / step) - 1) * step, to: Math.ceil(last / step) * step };
}

/** The unit in which the borders are whole numbers. */
const unitFor = (step: number): { words: string; minutes: number } =>
  step % 1440 === 0
    ? { words: '天', minutes: 1440 }
    : step % 60 === 0
      ? { words: '小时', minutes: 60 }
      : { words: '分钟', minutes: 1 };

/** Against a planned moment: 提前2小时, 按计划, 晚1小时. */
const plannedWords = (minutes: number): string =>
  minutes === 0 ? '计划时间' : minutes > 0 ? `晚${durationWords(minutes)}` : durationWords(minutes);

function panelOf(cases: TimedCases, index: number): DistributionPanel {
  const { limit, minutes, values, open } = cases;
  const { step, from, to } = binsFor(cases);
  const words = limit === 0 ? plannedWords : durationWords;
  const count = Math.max(1, Math.round((to - from) / step));
  const bins = Array.from({ length: count }, (_, at): DistributionBin => {
    const [low, high] = [from + at * step, from + (at + 1) * step];
    const [isFirst, isLast] = [at === 0, at === count - 1];
    const held = minutes.filter((each) => (isFirst || each > low) && (isLast || each <= high));
    const endless = isLast && held.some((each) => each > high);
    return { label: endless ? `超过${words(low)}` : `${words(low)}—${words(high)}`, count: held.length, over: low >= limit };
  });
  const unit = unitFor(step);
  const limitWords = limit === 0 ? '计划时间' : `时限${durationWords(limit)}`;
  const last = minutes.at(-1) ?? 0;
  return {
    id: String(index + 1),
    label: values.length === 0 ? limitWords : `${values.join('、')}，${limitWords}`,
    limitWords,
    within: Math.round((limit - from) / step),
    bins,
    borders: [...bins.map((_, at) => String((from + at * step) / unit.minutes)), last > to ? '更长' : String(to / unit.minutes)],
    open,
    unit: unit.words,
    axis: axisFor([...bins.map((bin) => bin.count), open], '件', true),
    total: minutes.length + open,
  };
}

/** 半数在35分钟以内，最长1小时50分钟; 最晚的一件晚1小时; nothing when no case is finished. */
function spreadPieces({ limit, minutes }: TimedCases, id: (field: string) => string, figures: Figures): Pieces {
  const [half, last] = [minutes[Math.ceil(minutes.length / 2) - 1], minutes.at(-1)];
  if (half === undefined || last === undefined) return [];
  if (limit > 0) return say`，半数在${figures.duration(id('half'), half)}以内，最长${figures.duration(id('longest'), last)}`;
  if (last === 0) return say`，最晚的一件为按时完成`;
  return say`，最晚的一件为${text(last > 0 ? '晚' : '')}${figures.duration(id('longest'), last)}`;
}

/** 一般（时限2小时）87件，半数在35分钟以内，最长1小时50分钟，没有超过时限 */
function casePieces(cases: TimedCases, index: number, figures: Figures): Pieces {
  const { values, limit, minutes, open } = cases;
  const id = (field: string) => `${index + 1}/${field}`;
  const words = limit === 0 ? [] : say`时限${figures.duration(id('limit'), limit)}`;
  const name = limit === 0 ? [] : values.length === 0 ? say`${words}，` : say`${quote(values.join('、'))}（${words}）`;
  const total = figures.count(id('total'), minutes.length + open, '件');
  const spread = spreadPieces(cases, id, figures);
  const over = minutes.filter((each) => each > limit).length + open;
  const late = over === 0 ? say`没有超过` : say`${figures.count(id('over'), over, '件')}超过`;
  const unfinished = open === 0 ? [] : say`（其中${figures.count(id('open'), open, '件')}月末未完成）`;
  return say`${name}${total}${spread}，${late}${text(limit === 0 ? '计划时间' : '时限')}${unfinished}`;
}

/** How long the cases of a part took over some months against their limits; null for parts without limits or without cases. */
export function durationChart(
  assessment: Assessment,
  part: Part,
  months: readonly Month[],
  id: string,
): DistributionChart | null {
  const cases = timedCases(assessment, part, months);
  if (cases.length === 0) return null;
  const figures = new Figures();
  const told = cases.map((each, index) => casePieces(each, index, figures));
  return {
    form: 'distribution',
    id,
    title: `${part.name}：用时的分布`,
    summary: say`${time(spanWords(months))}：${joined(told, '；')}。`,
    figures: figures.all(),
    panels: cases.map(panelOf),
  };
}
