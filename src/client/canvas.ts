import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { Verdict } from '../core/indicators/verdict.ts';
import type { ChartPoint, ChartSpec } from '../present/chart/spec.ts';
import { verdictWords } from '../present/verdict.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

/** The page's colours as they are now, light or dark. */
function palette(element: Element) {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'),
    paper: colour('paper'),
    muted: colour('muted'),
    rule: colour('rule'),
    accent: colour('accent'),
    met: colour('met'),
    missed: colour('missed'),
    unknown: colour('unknown'),
    font: style.fontFamily,
  };
}
type Palette = ReturnType<typeof palette>;

const colourOf = (verdict: Verdict, colours: Palette): string =>
  verdict === 'met' ? colours.met : verdict === 'missed' ? colours.missed : colours.unknown;

/** The half disc, which Chart.js does not have. */
function halfDisc(colours: Palette): HTMLCanvasElement | 'rectRot' {
  const canvas = document.createElement('canvas');
  canvas.width = 12;
  canvas.height = 12;
  const context = canvas.getContext('2d');
  if (context === null) return 'rectRot';
  context.fillStyle = colours.paper;
  context.strokeStyle = colours.unknown;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(6, 6, 5, 0, Math.PI * 2);
  context.fill();
  context.stroke();
  context.fillStyle = colours.unknown;
  context.beginPath();
  context.arc(6, 6, 5, Math.PI / 2, Math.PI * 1.5);
  context.fill();
  return canvas;
}

/** The points with the shapes of their verdicts, joined by a line unless bars stand behind them. */
function shapes({ kind, points, title }: ChartSpec, colours: Palette): ChartDataset<'line', (number | null)[]> {
  const half = halfDisc(colours);
  return {
    type: 'line',
    label: title,
    data: points.map(({ value }) => value),
    showLine: kind === 'line',
    borderColor: colours.ink,
    borderWidth: 1.5,
    pointBackgroundColor: points.map(({ verdict }) => colourOf(verdict, colours)),
    pointBorderColor: colours.paper,
    pointRadius: points.map(({ verdict }) => (verdict === 'missed' ? 7 : 4.5)),
    pointHoverRadius: points.map(({ verdict }) => (verdict === 'missed' ? 8 : 6)),
    pointStyle: points.map(({ verdict }) => (verdict === 'missed' ? 'triangle' : verdict === 'incomplete' ? half : 'circle')),
    spanGaps: false,
  };
}

function bars({ kind, points }: ChartSpec, colours: Palette): ChartDataset<'bar', (number | null)[]>[] {
  if (kind === 'line') return [];
  const data = points.map(({ value }) => value);
  return [{ type: 'bar', label: '数量', data, backgroundColor: colours.rule, maxBarThickness: 40 }];
}

function targets({ points }: ChartSpec, colours: Palette): ChartDataset<'line', (number | null)[]> {
  return {
    type: 'line',
    label: '目标',
    data: points.map(({ target }) => target),
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
function tip({ words, cases, targetWords, verdict }: ChartPoint): string[] {
  const value = cases === '—' ? words : `${words}（${cases}）`;
  return [value, `目标 ${targetWords}`, verdictWords(verdict), '点击查看依据'];
}

/** The plot of the vector picture inside its box (present/chart/svg.ts, styles/chart.css), so that nothing moves. */
const frame = { top: 48, right: 12, bottom: 50, left: 36 };

function configuration(spec: ChartSpec, colours: Palette): ChartConfiguration<'line' | 'bar', (number | null)[], string> {
  const { axis, points } = spec;
  const font = { size: 14, family: colours.font };
  return {
    type: spec.kind,
    data: {
      labels: points.map(({ year, label }) => `${year}${label}`),
      datasets: [shapes(spec, colours), targets(spec, colours), ...bars(spec, colours)],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      clip: 12,
      layout: { padding: frame, autoPadding: false },
      interaction: { mode: 'index', intersect: false },
      onClick: (_, [element]) => {
        const point = element === undefined ? undefined : points[element.index];
        if (point !== undefined) window.location.assign(point.href);
      },
      scales: {
        x: { display: false, offset: true },
        y: { display: false, min: axis.min, max: axis.max },
      },
      plugins: {
        tooltip: {
          backgroundColor: colours.ink,
          titleColor: colours.paper,
          bodyColor: colours.paper,
          cornerRadius: 2,
          displayColors: false,
          titleFont: font,
          bodyFont: font,
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            label: ({ dataIndex }) => {
              const point = points[dataIndex];
              return point === undefined ? '' : tip(point);
            },
          },
        },
      },
    },
  };
}

/** Lays a canvas over the vector picture and takes over its curve; axes, labels and gaps stay the picture's own. */
export function draw(figure: HTMLElement, box: HTMLElement, spec: ChartSpec): void {
  const cover = document.createElement('div');
  const canvas = document.createElement('canvas');
  cover.className = 'chart-live';
  cover.setAttribute('aria-hidden', 'true');
  cover.append(canvas);
  box.append(cover);
  let chart: Chart<'line' | 'bar', (number | null)[], string>;
  const paint = () => {
    chart = new Chart(canvas, configuration(spec, palette(figure)));
  };
  try {
    paint();
  } catch (error) {
    cover.remove();
    throw error;
  }
  figure.classList.add('is-live');
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    chart.destroy();
    paint();
  });
}
