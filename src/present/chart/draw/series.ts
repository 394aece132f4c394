import { inBrackets } from '../../basis.ts';
import { plainText } from '../../paper/piece.ts';
import { verdictWords } from '../../verdict.ts';
import type { ChartPoint, SeriesChart } from '../spec.ts';
import { escapeText, halves, marker, type Picture, picture, tidy } from './frame.ts';

const height = 258;
const plot = { top: 48, bottom: 208 };
/** Plot widths for which labels are placed: a 340 px phone, and a desk. Class `wide` marks what only the desk has room for. */
const widths = { phone: 270, desk: 640 };

/** Where things stand: `x` of a point's index, `y` of a value. */
class Scale {
  readonly spec: SeriesChart;
  constructor(spec: SeriesChart) {
    this.spec = spec;
  }
  x(index: number): string {
    return `${tidy(((index + 0.5) * 100) / this.spec.points.length)}%`;
  }
  /** The border before a point's slot. */
  edge(index: number): string {
    return `${tidy((index * 100) / this.spec.points.length)}%`;
  }
  y(value: number): number {
    const { min, max } = this.spec.axis;
    return Math.round((plot.bottom - ((value - min) / (max - min)) * (plot.bottom - plot.top)) * 10) / 10;
  }
  /** Pixels between two neighbours at a plot width. */
  slot(width: number): number {
    return width / Math.max(1, this.spec.points.length);
  }
}

function grid(scale: Scale): string {
  const { min, ticks } = scale.spec.axis;
  const rules = ticks.map((tick) => {
    const y = scale.y(tick);
    return `<line${tick === min ? ' class="base"' : ''} x1="0" x2="100%" y1="${y}" y2="${y}"/><text x="-8" y="${y + 5}">${tick}</text>`;
  });
  return `<g class="grid">${rules.join('')}</g>`;
}

/** The line above the plot: the axis's unit, where it begins when not at zero, and the target's sign. */
function heading(scale: Scale): string {
  const { unit, axis, points } = scale.spec;
  const from = axis.min === 0 ? '' : `，纵轴从${axis.min}起`;
  const last = points.at(-1);
  const target = last?.targetWords ?? '—';
  const goal =
    target === '—'
      ? ''
      : `<text class="goal" data-series="1" x="100%" y="16">┄ 目标 ${escapeText(target)}${inBrackets(last?.basis ?? null)}</text>`;
  return `<text x="-36" y="16">${unit === '' ? '' : `单位：${escapeText(unit)}`}${from}</text>${goal}`;
}

/** Runs of neighbouring points that agree in something, as [first, after last]. */
function runs<T>(points: readonly ChartPoint[], same: (point: ChartPoint) => T): { from: number; to: number; value: T }[] {
  const found: { from: number; to: number; value: T }[] = [];
  points.forEach((point, index) => {
    const value = same(point);
    const open = found.at(-1);
    if (open !== undefined && open.value === value) open.to = index + 1;
    else found.push({ from: index, to: index + 1, value });
  });
  return found;
}

/** Dashed steps: the target of each time where it was in force. An earlier target carries its own label. */
function targetSteps(scale: Scale): string {
  const { points } = scale.spec;
  const steps = runs(points, (point) => point.target);
  const parts = steps.map(({ from, to, value }, index) => {
    if (value === null) return '';
    const y = scale.y(value);
    const before = steps[index - 1]?.value ?? null;
    const rise =
      before === null ? '' : `<line x1="${scale.edge(from)}" x2="${scale.edge(from)}" y1="${scale.y(before)}" y2="${y}"/>`;
    const words = escapeText(points[from]?.targetWords ?? '');
    const label = index === steps.length - 1 ? '' : `<text x="${scale.edge(from)}" dx="4" y="${y - 6}">${words}</text>`;
    return `${rise}<line x1="${scale.edge(from)}" x2="${scale.edge(to)}" y1="${y}" y2="${y}"/>${label}`;
  });
  return `<g class="target drawn" data-series="1">${parts.join('')}</g>`;
}

function curve(scale: Scale): string {
  const { points } = scale.spec;
  const segments = points.map((point, index) => {
    const next = points[index + 1];
    if (next === undefined || point.value === null || next.value === null) return '';
    const unsure = point.verdict === 'incomplete' || next.verdict === 'incomplete' ? ' class="unsure"' : '';
    const ends = `x1="${scale.x(index)}" x2="${scale.x(index + 1)}" y1="${scale.y(point.value)}" y2="${scale.y(next.value)}"`;
    return `<line${unsure} ${ends}/>`;
  });
  return `<g class="curve drawn" data-series="0">${segments.join('')}</g>`;
}

function bars(scale: Scale): string {
  const { points } = scale.spec;
  const share = Math.min(0.6 / points.length, 0.08);
  const rects = points.map(({ value, verdict }, index) => {
    if (value === null || value <= scale.spec.axis.min) return '';
    const y = scale.y(value);
    const x = tidy(((index + 0.5) / points.length - share / 2) * 100);
    return `<rect class="${verdict}" x="${x}%" width="${tidy(share * 100)}%" y="${y}" height="${tidy(plot.bottom - y)}"/>`;
  });
  return `<g class="bars drawn" data-series="0">${rects.join('')}</g>`;
}

/** A label is left out where it would touch one already placed, first on the phone, then on the desk too. */
class Room {
  private readonly scale: Scale;
  private readonly placed: { index: number; chars: number; wide: boolean }[] = [];
  constructor(scale: Scale) {
    this.scale = scale;
  }
  /** The class attribute for a label of so many characters, or null where there is no room at any width. */
  take(index: number, chars: number): string | null {
    const free = (width: number, among: (each: { wide: boolean }) => boolean) =>
      this.placed
        .filter(among)
        .every((each) => Math.abs(each.index - index) * this.scale.slot(width) >= (each.chars + chars) * 5 + 6);
    if (!free(widths.desk, () => true)) return null;
    const wide = !free(widths.phone, (each) => !each.wide);
    this.placed.push({ index, chars, wide });
    return wide ? ' class="wide"' : '';
  }
}

/** Where a label stands clear of the curve: below a valley, above everything else. */
function labelY(scale: Scale, index: number, value: number): number {
  const { kind, points } = scale.spec;
  const beside = [points[index - 1]?.value, points[index + 1]?.value].filter((each) => typeof each === 'number');
  const y = scale.y(value);
  const valley = kind === 'line' && beside.length > 0 && beside.every((each) => each > value);
  return valley && y + 24 < plot.bottom ? y + 20 : y - 11;
}

/** Values written at the last point and at misses, newest first, as far as there is room. */
function valueLabels(scale: Scale): string {
  const { points } = scale.spec;
  const room = new Room(scale);
  const last = points.length - 1;
  const labels = points.map((_, back) => {
    const index = last - back;
    const point = points[index];
    if (point === undefined || point.value === null || (index < last && point.verdict !== 'missed')) return '';
    const place = room.take(index, halves(point.words));
    if (place === null) return '';
    const end = index === last && points.length > 6;
    const at = end ? 'class="end" x="100%" dx="8"' : `${place} x="${scale.x(index)}"`;
    return `<text ${at} y="${labelY(scale, index, point.value)}">${escapeText(point.words)}</text>`;
  });
  return `<g class="values" data-series="0">${labels.join('')}</g>`;
}

/** Shapes of all points that have a value. */
function marks(scale: Scale): string {
  const shapes = scale.spec.points.map(({ value, verdict }, index) =>
    value === null ? '' : marker(verdict, scale.x(index), scale.y(value)),
  );
  return `<g class="marks drawn" data-series="0">${shapes.join('')}</g>`;
}

/** Points without a value: their shapes stand on the base line, and one word names each run of them. */
function gaps(scale: Scale): string {
  const { points } = scale.spec;
  const shapes = points.map(({ value, verdict }, index) => (value === null ? marker(verdict, scale.x(index), plot.bottom) : ''));
  const room = new Room(scale);
  const words = runs(points, ({ value, verdict }) => (value === null ? verdict : null)).map(({ from, to, value }) => {
    if (value === null) return '';
    const middle = (from + to - 1) / 2;
    const place = room.take(middle, halves(verdictWords(value)));
    return place === null ? '' : `<text${place} x="${scale.x(middle)}" y="${plot.bottom - 10}">${verdictWords(value)}</text>`;
  });
  return `<g class="gaps">${shapes.join('')}${words.join('')}</g>`;
}

/** Labels below the axis, counted back from the newest; years beneath where there is room for their name. */
function timeAxis(scale: Scale): string {
  const { points } = scale.spec;
  const widest = Math.max(...points.map(({ label }) => halves(label)), 1) * 10 + 8;
  const every = (width: number) => Math.max(1, Math.ceil(widest / scale.slot(width)));
  const [desk, phone] = [every(widths.desk), Math.ceil(every(widths.phone) / every(widths.desk)) * every(widths.desk)];
  const labels = points.map(({ label }, index) => {
    const back = points.length - 1 - index;
    if (back % desk !== 0) return '';
    return `<text${back % phone === 0 ? '' : ' class="wide"'} x="${scale.x(index)}" y="${plot.bottom + 22}">${label}</text>`;
  });
  const years = runs(points, ({ year }) => year).map(({ from, to, value }, index) => {
    const border =
      index === 0 ? '' : `<line x1="${scale.edge(from)}" x2="${scale.edge(from)}" y1="${plot.bottom}" y2="${plot.bottom + 46}"/>`;
    const span = to - from;
    if (span * scale.slot(widths.desk) < 56) return border;
    const wide = span * scale.slot(widths.phone) < 52 ? ' class="wide"' : '';
    return `${border}<text${wide} x="${scale.x((from + to - 1) / 2)}" y="${plot.bottom + 43}">${value}</text>`;
  });
  return `<g class="time">${labels.join('')}${years.join('')}</g>`;
}

/** A series as a picture whose text keeps its size at any width. */
export function drawSeries(spec: SeriesChart): Picture {
  const { id, title, summary, kind, points } = spec;
  const scale = new Scale(spec);
  const layers = kind === 'bar' ? [grid, bars, targetSteps] : [grid, targetSteps, curve];
  const drawn = [heading, ...layers, gaps, marks, valueLabels, timeAxis].map((layer) => layer(scale)).join('');
  const body = points.length === 0 ? `<text x="0" y="${plot.top}">没有可画的数据</text>` : drawn;
  return picture(id, title, plainText(summary), height, body);
}
