import type { ChartDataset } from 'chart.js';
import { inBrackets } from '../present/basis.ts';
import type {
  BreakdownChart,
  ChartSpec,
  ChartTime,
  ChartValue,
  DistributionChart,
  DistributionPanel,
  MultiplesChart,
  ParetoChart,
  SeriesChart,
} from '../present/chart/spec.ts';
import { verdictWords } from '../present/verdict.ts';
import { colourOf, fillOf, halfDisc, hatched, type Palette, slashes } from './paint.ts';

export type Numbers = (number | null)[];

/** What one canvas shows: its datasets in the order of the legend's series, where it lies in its box, and what it says. */
export interface Canvas {
  readonly type: 'line' | 'bar';
  readonly labels: string[];
  readonly datasets: ChartDataset<'line' | 'bar', Numbers>[];
  /** The number of the legend's series to which each dataset belongs. */
  readonly series: readonly number[];
  /** The plot of the vector picture inside its box (present/chart/draw, styles/chart.css), so that nothing moves. */
  readonly frame: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly axis: { readonly min: number; readonly max: number };
  readonly lying: boolean;
  readonly stacked: boolean;
  /** What the tooltip says of a place on the axis. */
  tip(index: number): string[];
  /** The page to which a place on the axis leads. */
  href(index: number): string | undefined;
}

/** Values with the shapes of their verdicts, joined by a line unless bars stand behind them. */
function shapes(
  values: readonly ChartValue[],
  kind: 'line' | 'bar',
  size: number,
  colours: Palette,
): ChartDataset<'line', Numbers> {
  const half = halfDisc(colours);
  return {
    type: 'line',
    label: '数值',
    data: values.map(({ value }) => value),
    showLine: kind === 'line',
    borderColor: colours.ink,
    borderWidth: 1.5,
    pointBackgroundColor: values.map(({ verdict }) => colourOf(verdict, colours)),
    pointBorderColor: colours.paper,
    pointRadius: values.map(({ verdict }) => (verdict === 'missed' ? size + 2.5 : size)),
    pointHoverRadius: values.map(({ verdict }) => (verdict === 'missed' ? size + 3.5 : size + 1.5)),
    pointStyle: values.map(({ verdict }) => (verdict === 'missed' ? 'triangle' : verdict === 'incomplete' ? half : 'circle')),
    spanGaps: false,
  };
}

function columns(values: readonly ChartValue[], kind: 'line' | 'bar', colours: Palette): ChartDataset<'bar', Numbers>[] {
  if (kind === 'line') return [];
  return [
    { type: 'bar', label: '数量', data: values.map(({ value }) => value), backgroundColor: colours.rule, maxBarThickness: 40 },
  ];
}

function targets(times: readonly ChartTime[], colours: Palette): ChartDataset<'line', Numbers> {
  return {
    type: 'line',
    label: '目标',
    data: times.map(({ target }) => target),
    borderColor: colours.accent,
    borderWidth: 1.5,
    borderDash: [6, 4],
    stepped: 'middle',
    pointRadius: 0,
    pointHitRadius: 0,
    pointHoverRadius: 0,
  };
}

/** 98.7%（312/316），目标 ≥100%，未达标 */
function valueTip(value: ChartValue | undefined, time: ChartTime | undefined): string[] {
  if (value === undefined || time === undefined) return [];
  const { words, cases, verdict, basis } = value;
  return [cases === '—' ? words : `${words}（${cases}）`, `目标 ${time.targetWords}${inBrackets(basis)}`, verdictWords(verdict)];
}

/** Values over time with their target, as one canvas. */
function overTime(
  { kind, axis }: Pick<SeriesChart, 'kind' | 'axis'>,
  times: readonly ChartTime[],
  values: readonly ChartValue[],
  look: Pick<Canvas, 'frame' | 'href'> & { readonly size: number },
  colours: Palette,
): Canvas {
  const bars = columns(values, kind, colours);
  return {
    type: kind,
    labels: times.map(({ year, label }) => `${year}${label}`),
    datasets: [shapes(values, kind, look.size, colours), targets(times, colours), ...bars],
    series: [0, 1, ...bars.map(() => 0)],
    frame: look.frame,
    axis,
    lying: false,
    stacked: false,
    tip: (index) => valueTip(values[index], times[index]),
    href: look.href,
  };
}

function seriesCanvas(spec: SeriesChart, colours: Palette): Canvas {
  const frame = { top: 48, right: 12, bottom: 50, left: 36 };
  const href = (index: number) => spec.points[index]?.href;
  return overTime(spec, spec.points, spec.points, { frame, href, size: 4.5 }, colours);
}

function multiplesCanvases(spec: MultiplesChart, colours: Palette): Canvas[] {
  const frame = { top: 28, right: 12, bottom: 24, left: 36 };
  return spec.panels.map(({ values, href }) =>
    overTime(spec, spec.times, values, { frame, href: () => href, size: 2.5 }, colours),
  );
}

/** Bars that lie in the rows of present/chart/draw/rows.ts. */
const rows = { frame: { top: 37, right: 8, bottom: 1, left: 8 }, axis: { min: 0, max: 100 }, lying: true } as const;
const lying = { barThickness: 16, borderWidth: 1 } as const;

function breakdownCanvas({ rows: wholes, verdicts, unit }: BreakdownChart, colours: Palette): Canvas {
  return {
    ...rows,
    type: 'bar',
    labels: wholes.map(({ label }) => label),
    datasets: verdicts.map((verdict, at) => ({
      type: 'bar',
      label: verdictWords(verdict),
      data: wholes.map(({ counts, total }) => ((counts[at] ?? 0) * 100) / total),
      backgroundColor: fillOf(verdict, colours),
      borderColor: colours.ink,
      ...lying,
    })),
    series: verdicts.map((_, at) => at),
    stacked: true,
    tip: (index) => verdicts.map((verdict, at) => `${verdictWords(verdict)} ${wholes[index]?.counts[at] ?? 0}${unit}`),
    href: (index) => wholes[index]?.href,
  };
}

function paretoCanvas({ bars, total, unit }: ParetoChart, colours: Palette): Canvas {
  return {
    ...rows,
    type: 'bar',
    labels: bars.map(({ label }) => label),
    datasets: [
      {
        type: 'bar',
        label: '各类',
        data: bars.map(({ count }) => (count * 100) / total),
        backgroundColor: hatched(colours.paper, colours.missed, slashes),
        borderColor: colours.ink,
        order: 1,
        ...lying,
      },
      {
        type: 'line',
        label: '累计',
        data: bars.map(({ cumulative }) => cumulative),
        borderColor: colours.ink,
        borderWidth: 1.5,
        borderDash: [2, 3],
        pointStyle: 'rectRot',
        pointRadius: 5.5,
        pointBackgroundColor: colours.paper,
        pointBorderColor: colours.ink,
      },
    ],
    series: [0, 1],
    stacked: false,
    tip: (index) => {
      const bar = bars[index];
      return bar === undefined ? [] : [`${bar.count}${unit}，占${bar.shareWords}`, `累计${bar.cumulativeWords}`];
    },
    href: () => undefined,
  };
}

function distributionCanvas({ bins, open, axis, within, limitWords }: DistributionPanel, colours: Palette): Canvas {
  const all = [...bins, ...(open > 0 ? [{ label: '月末未完成', count: open, over: true }] : [])];
  const over = hatched(colours.paper, colours.missed, slashes);
  return {
    type: 'bar',
    labels: all.map(({ label }) => label),
    datasets: [
      {
        type: 'bar',
        label: '件数',
        data: all.map(({ count }) => count),
        backgroundColor: all.map((bin) => (bin.over ? over : colours.rule)),
        borderColor: colours.ink,
        borderWidth: 1,
        categoryPercentage: 1,
        barPercentage: 0.88,
      },
    ],
    series: [0],
    frame: { top: 52, right: 12, bottom: 50, left: 36 },
    axis,
    lying: false,
    stacked: false,
    tip: (index) => [`${all[index]?.count ?? 0}件`, index < within ? `${limitWords}以内` : `超过${limitWords}`],
    href: () => undefined,
  };
}

function distributionCanvases({ panels }: DistributionChart, colours: Palette): Canvas[] {
  return panels.map((panel) => distributionCanvas(panel, colours));
}

/** One canvas for each picture of the chart. */
export function canvases(spec: ChartSpec, colours: Palette): Canvas[] {
  switch (spec.form) {
    case 'series':
      return [seriesCanvas(spec, colours)];
    case 'multiples':
      return multiplesCanvases(spec, colours);
    case 'breakdown':
      return [breakdownCanvas(spec, colours)];
    case 'pareto':
      return [paretoCanvas(spec, colours)];
    case 'distribution':
      return distributionCanvases(spec, colours);
  }
}
