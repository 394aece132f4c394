import { type Verdict, verdicts } from '../../core/indicators/verdict.ts';
import { verdictWords } from '../verdict.ts';
import type { ChartSpec, ChartValue } from './spec.ts';

/** How a series looks in the legend; each tells itself from the others without colour. */
export type Sample = 'line' | 'bar' | 'dash' | 'over' | 'diamond';

/** One entry of a legend. A series can be hidden by its number; shapes of verdicts belong to all series. */
export type LegendItem =
  | { readonly kind: 'series'; readonly series: number; readonly sample: Sample | Verdict; readonly words: string }
  | { readonly kind: 'verdict'; readonly verdict: Verdict };

const series = (number: number, sample: Sample | Verdict, words: string): LegendItem => ({
  kind: 'series',
  series: number,
  sample,
  words,
});

function shapes(values: readonly ChartValue[]): LegendItem[] {
  return verdicts
    .filter((each) => values.some(({ verdict }) => verdict === each))
    .map((verdict) => ({ kind: 'verdict', verdict }));
}

/** What a chart's lines, bars, patterns and shapes mean. */
export function legend(spec: ChartSpec): LegendItem[] {
  switch (spec.form) {
    case 'series':
      return [series(0, spec.kind, spec.kind === 'bar' ? '数量' : '数值'), series(1, 'dash', '目标'), ...shapes(spec.points)];
    case 'multiples':
      return [
        series(0, spec.kind, spec.kind === 'bar' ? '数量' : '数值'),
        series(1, 'dash', '目标'),
        ...shapes(spec.panels.flatMap(({ values }) => values)),
      ];
    case 'breakdown':
      return spec.verdicts.map((verdict, at) => series(at, verdict, verdictWords(verdict)));
    case 'pareto':
      return [series(0, 'over', `各类${spec.unit}数`), series(1, 'diamond', '累计')];
    case 'distribution':
      return [series(0, 'bar', '时限以内与超过（斜纹）的件数'), series(1, 'dash', '时限')];
  }
}
