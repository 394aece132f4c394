import type { ChartPoint, SeriesChart } from '../spec.ts';
import { marker } from './frame.ts';

const size = { width: 104, height: 26, edge: 7 };

const tidy = (value: number): number => Math.round(value * 10) / 10;

/** Unbroken stretches of points that have a value, as polyline coordinates. */
function stretches(points: readonly ChartPoint[], place: (value: number, index: number) => string): string[] {
  const lines: string[][] = [[]];
  points.forEach(({ value }, index) => {
    if (value === null) lines.push([]);
    else lines.at(-1)?.push(place(value, index));
  });
  return lines.filter((line) => line.length > 1).map((line) => line.join(' '));
}

/**
 * A series the size of a word, for a table cell whose row already tells value and verdict: hidden from screen readers. The
 * dashed line is the target; every point that is not met keeps its shape, and so does the last.
 */
export function sparkline({ axis, points }: SeriesChart): string {
  const { width, height, edge } = size;
  const x = (index: number) => tidy(edge + ((width - 2 * edge) * index) / Math.max(1, points.length - 1));
  const y = (value: number) => tidy(height - edge - ((value - axis.min) / (axis.max - axis.min)) * (height - 2 * edge));
  const lines = stretches(points, (value, index) => `${x(index)},${y(value)}`).map((line) => `<polyline points="${line}"/>`);
  const target = points.at(-1)?.target ?? null;
  const goal = target === null ? '' : `<path class="target" d="M0 ${y(target)}H${width}"/>`;
  const shapes = points.map(({ verdict, value }, index) =>
    verdict === 'met' && index < points.length - 1
      ? ''
      : marker(verdict, String(x(index)), value === null ? height - edge : y(value)),
  );
  return `<svg class="spark" aria-hidden="true" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${goal}${lines.join('')}${shapes.join('')}</svg>`;
}
