import type { Month } from '../../core/calendar/date.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import type { Part } from '../../core/indicators/indicator.ts';
import { type FailureGroup, failuresOf } from '../../core/reports/failures.ts';
import { cellWords } from '../cells.ts';
import { monthWords } from '../dates.ts';
import { valueWords } from '../formats.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, say, text, time } from '../paper/say.ts';
import { Figures } from './finding.ts';
import type { ParetoBar, ParetoChart } from './spec.ts';

/** Groups that get a bar of their own; smaller ones share the last. */
const most = 7;
/** Fewer failures than this are read quicker in their table. */
const least = 5;

/** A number of things and where they are found. */
export interface ParetoGroup {
  readonly label: string;
  readonly count: number;
  readonly sources: ParetoBar['sources'];
}

const shareWords = (part: number, whole: number): string =>
  valueWords({ kind: 'ratio', numerator: part, denominator: whole }, null) ?? '—';

/** The last groups as one; their sources are joined page by page. */
function rest(groups: readonly ParetoGroup[]): ParetoGroup {
  const sources = new Map<string, { label: string; href: string; count: number }>();
  for (const source of groups.flatMap((group) => group.sources)) {
    const known = sources.get(source.href);
    sources.set(source.href, { ...source, count: source.count + (known?.count ?? 0) });
  }
  return {
    label: `其他${groups.length}类`,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    sources: [...sources.values()],
  };
}

function barsOf(groups: readonly ParetoGroup[], total: number): ParetoBar[] {
  const kept = groups.length > most ? [...groups.slice(0, most - 1), rest(groups.slice(most - 1))] : groups;
  let running = 0;
  return kept.map(({ label, count, sources }) => {
    running += count;
    const cumulative = Math.round((running * 1e4) / total) / 100;
    const words = shareWords(running, total);
    return { label, count, shareWords: shareWords(count, total), cumulative, cumulativeWords: words, sources };
  });
}

/** 最多的是“叶子有黄尖”，3条；前2类占全部的60%. */
function findingOf(
  groups: readonly ParetoGroup[],
  bars: readonly ParetoBar[],
  unit: string,
  total: number,
  figures: Figures,
): Pieces {
  const [first, second] = groups;
  if (first === undefined) return [];
  const most = figures.count('most', first.count, unit);
  if (first.count === groups.at(-1)?.count) return say`每类各${most}，没有突出的一类`;
  const tied = groups.filter(({ count }) => count === first.count);
  const top =
    second?.count === first.count
      ? say`最多的有${figures.count('tied', tied.length, '类')}，各${most}`
      : say`最多的是“${quote(first.label)}”，${most}`;
  const half = bars.findIndex(({ cumulative }) => cumulative >= 50);
  if (half <= 0) return say`${top}，占全部的${figures.percent('share', first.count, total)}`;
  const running = bars.slice(0, half + 1).reduce((sum, { count }) => sum + count, 0);
  return say`${top}；前${figures.count('half', half + 1, '类')}占全部的${figures.percent('share', running, total)}`;
}

/** Groups of failures as a chart, the largest first; null where there are too few to show a pattern. `groups` come sorted. */
export function paretoChart(
  names: Pick<ParetoChart, 'id' | 'title' | 'unit' | 'groupName'> & { readonly span: string },
  groups: readonly ParetoGroup[],
): ParetoChart | null {
  const { span, ...chart } = names;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  if (groups.length < 2 || total < least) return null;
  const bars = barsOf(groups, total);
  const figures = new Figures();
  const [all, kinds] = [figures.count('total', total, chart.unit), figures.count('groups', groups.length, '类')];
  const finding = findingOf(groups, bars, chart.unit, total, figures);
  return {
    form: 'pareto',
    ...chart,
    summary: say`${time(span)}共${all}，按${text(chart.groupName)}分${kinds}：${finding}。横条与累计同用一条从零到全部的横轴。`,
    figures: figures.all(),
    total,
    bars,
  };
}

/** 2025年10月至2026年9月 */
export function spanWords(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? monthWords(first) : `${monthWords(first)}至${monthWords(last)}`;
}

/** The failures of a part over some months by what their rows say; null where they are too few or say nothing apart. */
export function failureChart(
  assessment: Assessment,
  part: Part,
  months: readonly Month[],
  id: string,
  href: (month: Month) => string,
): ParetoChart | null {
  const failures = failuresOf(assessment, part, months);
  if (failures === null) return null;
  const { column, unit, groups } = failures;
  const labelOf = ({ value, unrecorded }: FailureGroup): string => {
    if (unrecorded) return '没有记录';
    return value === null ? `未填${column.name}` : cellWords(value, column, assessment.ledger.registers);
  };
  const found = groups.map((group) => ({
    label: labelOf(group),
    count: group.count,
    sources: [...group.months].reverse().map(([month, count]) => ({ label: monthWords(month), href: href(month), count })),
  }));
  const names = { id, title: `${part.name}：不合格与未完成的分类`, unit, groupName: column.name, span: spanWords(months) };
  return paretoChart(names, found);
}
