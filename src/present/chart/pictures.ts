import { drawBreakdown } from './draw/breakdown.ts';
import { drawDistribution } from './draw/distribution.ts';
import type { Picture } from './draw/frame.ts';
import { drawMultiples } from './draw/multiples.ts';
import { drawPareto } from './draw/pareto.ts';
import { drawSeries } from './draw/series.ts';
import type { ChartSpec } from './spec.ts';

/** The vector pictures of a chart: one, or one for each of its panels. */
export function pictures(spec: ChartSpec): Picture[] {
  switch (spec.form) {
    case 'series':
      return [drawSeries(spec)];
    case 'multiples':
      return drawMultiples(spec);
    case 'breakdown':
      return [drawBreakdown(spec)];
    case 'pareto':
      return [drawPareto(spec)];
    case 'distribution':
      return drawDistribution(spec);
  }
}
