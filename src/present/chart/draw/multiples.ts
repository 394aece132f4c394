import type { ChartValue, MultiplesChart, MultiplesPanel } from '../spec.ts';
import { escapeText, marker, type Picture, picture, tidy } from './frame.ts';

const height = 128;
const plot = { top: 28, bottom: 104 };

/** Unbroken stretches of values, as path data in units of the plot: one step a time, one pixel a pixel. */
function curve(values: readonly ChartValue[], y: (value: number) => number): string {
  let open = false;
  const moves = values.map(({ value }, at) => {
    if (value === null) {
      open = false;
      return '';
    }
    const move = `${open ? 'L' : 'M'}${at + 0.5} ${y(value)}`;
    open = true;
    return move;
  });
  return moves.join('');
}

function bars(values: readonly ChartValue[], y: (value: number) => number, zero: number): string {
  return values
    .map(({ value }, at) => (value === null || value <= zero ? '' : `M${at + 0.2} ${plot.bottom}V${y(value)}h.6V${plot.bottom}z`))
    .join('');
}

/** The target's steps as path data; months without a target leave a gap. */
function goal(targets: readonly (number | null)[], y: (value: number) => number): string {
  return targets
    .map((target, at) => {
      if (target === null) return '';
      const before = at === 0 ? null : (targets[at - 1] ?? null);
      return before === null ? `M${at} ${y(target)}H${at + 1}` : `V${y(target)}H${at + 1}`;
    })
    .join('');
}

function drawPanel(spec: MultiplesChart, panel: MultiplesPanel): Picture {
  const { id, title, kind, axis, times } = spec;
  const { values, label } = panel;
  const own = `${id}-${panel.id}`;
  const y = (value: number) =>
    Math.round((plot.bottom - ((value - axis.min) / (axis.max - axis.min)) * (plot.bottom - plot.top)) * 10) / 10;
  const x = (at: number) => `${tidy(((at + 0.5) * 100) / times.length)}%`;
  const ends = [axis.min, axis.max].map(
    (tick) =>
      `<line${tick === axis.min ? ' class="base"' : ''} x1="0" x2="100%" y1="${y(tick)}" y2="${y(tick)}"/><text x="-6" y="${y(tick) + 5}">${tick}</text>`,
  );
  const stretch = (kind: string, data: string, series: number) =>
    `<svg class="${kind} drawn" data-series="${series}" y="0" width="100%" height="${height}" viewBox="0 0 ${times.length} ${height}" preserveAspectRatio="none"><path d="${data}"/></svg>`;
  const target = stretch(
    'goal-line',
    goal(
      times.map((time) => time.target),
      y,
    ),
    1,
  );
  const shape = kind === 'bar' ? stretch('columns', bars(values, y, axis.min), 0) : stretch('curve', curve(values, y), 0);
  const last = values.length - 1;
  const marks = values.map(({ verdict, value }, at) => {
    if (verdict === 'not-applicable' || (verdict === 'met' && at < last)) return '';
    return marker(verdict, x(at), value === null ? plot.bottom : y(value));
  });
  const now = values[last];
  const first = times[0];
  const heading = `<text class="name" x="-30" y="16">${escapeText(label)}</text><text class="numbers" x="100%" y="16">${escapeText(now?.words ?? '—')}</text>`;
  const span = `<g class="time"><text class="from" x="0" y="${plot.bottom + 18}">${escapeText(`${first?.year ?? ''}${first?.label ?? ''}`)}</text><text class="to" x="100%" y="${plot.bottom + 18}">${escapeText(`${times[last]?.year ?? ''}${times[last]?.label ?? ''}`)}</text></g>`;
  const misses = values.filter(({ verdict }) => verdict === 'missed').length;
  const words = `最近一期${now?.words ?? '—'}；${times.length}期中${misses}期未达到目标。`;
  const body = `${heading}<g class="grid">${ends.join('')}</g>${target}${shape}<g class="marks drawn" data-series="0">${marks.join('')}</g>${span}`;
  return picture(own, `${title}：${label}`, words, height, body);
}

/** One small picture for each place, all on the same axes; the number at the right is the last one. */
export const drawMultiples = (spec: MultiplesChart): Picture[] => spec.panels.map((panel) => drawPanel(spec, panel));
