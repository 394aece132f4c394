import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartSpec } from '../present/chart/spec.ts';
import { type Canvas, canvases, type Numbers } from './canvases.ts';
import { type Palette, palette } from './paint.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

type Config = ChartConfiguration<'line' | 'bar', Numbers, string>;

function configuration(canvas: Canvas, hidden: ReadonlySet<number>, colours: Palette): Config {
  const font = { size: 14, family: colours.font };
  const { axis, lying: across, stacked } = canvas;
  const places = { display: false, offset: true, stacked };
  const values = { display: false, min: axis.min, max: axis.max, stacked };
  return {
    type: canvas.type,
    data: {
      labels: canvas.labels,
      datasets: canvas.datasets.map((dataset, at) => ({ ...dataset, hidden: hidden.has(canvas.series[at] ?? 0) })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      clip: 12,
      indexAxis: across ? 'y' : 'x',
      layout: { padding: canvas.frame, autoPadding: false },
      interaction: { mode: 'index', intersect: false, axis: across ? 'y' : 'x' },
      onClick: (_, [element]) => {
        const href = element === undefined ? undefined : canvas.href(element.index);
        if (href !== undefined) window.location.assign(href);
      },
      scales: across ? { x: values, y: { ...places, type: 'category' } } : { x: { ...places, type: 'category' }, y: values },
      plugins: {
        tooltip: {
          backgroundColor: colours.ink,
          titleColor: colours.paper,
          bodyColor: colours.paper,
          cornerRadius: 2,
          displayColors: false,
          titleFont: font,
          bodyFont: font,
          filter: (item, at, items) => items[0] === item || at === 0,
          callbacks: {
            label: ({ dataIndex }) => [
              ...canvas.tip(dataIndex),
              ...(canvas.href(dataIndex) === undefined ? [] : ['点击查看依据']),
            ],
          },
        },
      },
    },
  };
}

/** Makes the series of the legend buttons that hide and show them, in the place where they stand. */
function toggles(figure: HTMLElement, hidden: Set<number>, repaint: () => void): void {
  for (const item of Array.from(figure.querySelectorAll<HTMLElement>('[data-toggle]'))) {
    const series = Number(item.dataset.toggle);
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...Array.from(item.childNodes));
    button.setAttribute('aria-pressed', 'true');
    button.title = '点击隐藏或显示';
    item.append(button);
    button.addEventListener('click', () => {
      if (!hidden.delete(series)) hidden.add(series);
      const away = hidden.has(series);
      button.setAttribute('aria-pressed', String(!away));
      for (const part of Array.from(figure.querySelectorAll(`.chart-boxes [data-series="${series}"]`)))
        part.classList.toggle('is-hidden', away);
      repaint();
    });
  }
}

function cover(box: HTMLElement): { readonly layer: HTMLElement; readonly canvas: HTMLCanvasElement } {
  const layer = document.createElement('div');
  const canvas = document.createElement('canvas');
  layer.className = 'chart-live';
  layer.setAttribute('aria-hidden', 'true');
  layer.append(canvas);
  box.append(layer);
  return { layer, canvas };
}

/** Lays canvases over the vector pictures and takes over their curves and bars; axes, labels and gaps stay the pictures' own. */
export function draw(figure: HTMLElement, boxes: readonly HTMLElement[], spec: ChartSpec): void {
  const covers = boxes.map(cover);
  const hidden = new Set<number>();
  let charts: Chart<'line' | 'bar', Numbers, string>[] = [];
  const paint = () => {
    for (const chart of charts) chart.destroy();
    const colours = palette(figure);
    charts = canvases(spec, colours).flatMap((canvas, at) => {
      const place = covers[at];
      return place === undefined ? [] : [new Chart(place.canvas, configuration(canvas, hidden, colours))];
    });
  };
  try {
    paint();
  } catch (error) {
    for (const { layer } of covers) layer.remove();
    throw error;
  }
  figure.classList.add('is-live');
  toggles(figure, hidden, paint);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
}
