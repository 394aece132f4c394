import type { Basis, MissedBy } from '../../core/indicators/basis.ts';
import type { Verdict } from '../../core/indicators/verdict.ts';
import type { Pieces } from '../paper/piece.ts';
import type { Figure } from './finding.ts';

/** The value axis; `ticks` run from its lower to its upper end. */
export interface ChartAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** A judged value on a chart. */
export interface ChartValue {
  /** In the axis's unit; null where there is no value to draw, which is never zero. */
  readonly value: number | null;
  readonly verdict: Verdict;
  /** Where the number of its target comes from; null where none is in force. */
  readonly basis: Basis | null;
  /** The value as it is printed: 98.7%. */
  readonly words: string;
  /** n/N or the number of cases. */
  readonly cases: string;
}

/** A judged period: where it stands on the time axis and which target was in force. */
export interface ChartTime {
  /** The month whose page the point leads to. */
  readonly id: string;
  /** What stands below the axis: 9月, 三季度. */
  readonly label: string;
  /** The group to which neighbouring labels belong: 2026年. */
  readonly year: string;
  /** The target in force at that point, in the axis's unit. */
  readonly target: number | null;
  readonly targetWords: string;
}

/** One judged period of a series, with the page that proves it. */
export interface ChartPoint extends ChartValue, ChartTime {
  readonly href: string;
}

/** What every chart says of itself. */
interface Chart {
  /** Unique within its page. */
  readonly id: string;
  readonly title: string;
  /** The finding, as the caption's sentence. */
  readonly summary: Pieces;
  /** The numbers of the finding. */
  readonly figures: readonly Figure[];
}

/** How numbers over time are drawn: events stand as bars from zero, everything else as a line. */
interface Plot {
  readonly kind: 'line' | 'bar';
  /** The unit of the axis in words: %, 小时, 起. */
  readonly unit: string;
  readonly axis: ChartAxis;
}

/** A monthly series with its target and its gaps. */
export interface SeriesChart extends Chart, Plot {
  readonly form: 'series';
  readonly points: readonly ChartPoint[];
}

/** One small picture among several that share both axes. */
export interface MultiplesPanel {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  /** One for each of the chart's times. */
  readonly values: readonly ChartValue[];
}

/** The same series for each of several places, on axes that all of them share. */
export interface MultiplesChart extends Chart, Plot {
  readonly form: 'multiples';
  readonly times: readonly ChartTime[];
  readonly panels: readonly MultiplesPanel[];
}

/** A whole divided by verdict: one bar. */
export interface BreakdownRow {
  readonly label: string;
  readonly href: string;
  /** The misses among them by the basis of their targets. */
  readonly missedBy: MissedBy;
  /** Numbers of things by verdict, in the chart's order of verdicts. */
  readonly counts: readonly number[];
  readonly total: number;
}

/** Wholes divided by verdict, each bar as long as its whole's share is 100 %. */
export interface BreakdownChart extends Chart {
  readonly form: 'breakdown';
  /** What is counted: 项指标. */
  readonly unit: string;
  /** What the rows are: 服务. */
  readonly rowName: string;
  readonly verdicts: readonly Verdict[];
  readonly rows: readonly BreakdownRow[];
}

/** One group of failures, and where they can be looked up. */
export interface ParetoBar {
  readonly label: string;
  readonly count: number;
  readonly shareWords: string;
  /** Of this group and all larger ones, in percent of the total. */
  readonly cumulative: number;
  readonly cumulativeWords: string;
  /** The pages that hold these failures, each with how many. */
  readonly sources: readonly { readonly label: string; readonly href: string; readonly count: number }[];
}

/** Failures by group, the largest first, bars and running total on one axis: the share of all failures. */
export interface ParetoChart extends Chart {
  readonly form: 'pareto';
  /** What is counted: 条, 盆. */
  readonly unit: string;
  /** What the groups are: 不合格原因. */
  readonly groupName: string;
  readonly total: number;
  readonly bars: readonly ParetoBar[];
}

/** Cases whose duration lies from one border to the next. */
export interface DistributionBin {
  /** 30分钟—45分钟, the upper end included. */
  readonly label: string;
  readonly count: number;
  /** Whether the cases broke the limit. */
  readonly over: boolean;
}

/** The cases under one limit. */
export interface DistributionPanel {
  readonly id: string;
  /** 一般，时限2小时 */
  readonly label: string;
  /** 时限2小时, 计划时间 */
  readonly limitWords: string;
  /** The number of bins that lie within the limit. */
  readonly within: number;
  readonly bins: readonly DistributionBin[];
  /** What stands at the borders of the bins, one more than there are bins. */
  readonly borders: readonly string[];
  /** Cases that broke the limit and were not finished by the end of their month. */
  readonly open: number;
  /** The unit of the borders in words. */
  readonly unit: string;
  readonly axis: ChartAxis;
  readonly total: number;
}

/** How long cases took, against their limits: a histogram for each limit whose border is the limit. */
export interface DistributionChart extends Chart {
  readonly form: 'distribution';
  readonly panels: readonly DistributionPanel[];
}

/** Everything that the vector picture, the table beside it and Chart.js draw: plain values that survive JSON. */
export type ChartSpec = SeriesChart | MultiplesChart | BreakdownChart | ParetoChart | DistributionChart;
