import { type Month, monthNumber, yearOf } from '../../core/calendar/date.ts';
import type { Period } from '../../core/calendar/period.ts';
import type { PartResult, Result } from '../../core/indicators/result.ts';
import type { Verdict } from '../../core/indicators/verdict.ts';
import { inMinutes, isDuration } from '../../core/measures/duration.ts';
import type { Reading } from '../../core/measures/tally.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { longRunOf } from '../../core/reports/long-run.ts';
import { inBrackets } from '../basis.ts';
import { quarterWords } from '../dates.ts';
import { casesWords, targetWords, unitWords, valueWords } from '../formats.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, say, text, time } from '../paper/say.ts';
import { verdictWords } from '../verdict.ts';
import { axisFor } from './axis.ts';
import { Figures } from './finding.ts';
import type { ChartPoint, ChartTime, ChartValue, SeriesChart } from './spec.ts';

/** Enough for drawing; what is printed comes from the formats. */
const forDrawing = (value: number): number => Math.round(value * 1e4) / 1e4;

/** A tally's number in the target's unit, or null where there is nothing to draw. */
function numberOf(tally: Reading, unit: string | undefined): number | null {
  switch (tally.kind) {
    case 'ratio':
      return tally.denominator === 0 ? null : forDrawing((tally.numerator * 100) / tally.denominator);
    case 'count':
      return tally.events;
    case 'mean': {
      const scale = isDuration(unit) ? inMinutes(1, unit) : 1;
      return tally.count === 0 ? null : forDrawing(tally.sum / tally.count / scale);
    }
  }
}

/** Verdicts that stand on a value; the others leave a gap. */
const drawn: ReadonlySet<Verdict> = new Set(['met', 'missed', 'incomplete']);

function labelOf({ judged }: PartResult, month: Month): string {
  if (judged.kind === 'quarter') return quarterWords(judged.id).slice(1);
  return judged.kind === 'year' ? '全年' : `${monthNumber(month)}月`;
}

/** What a part says of a period, ready to be drawn. */
export function chartValue({ tally, target, verdict, part }: PartResult): ChartValue {
  const figure = part.targets.length === 0 && verdict === 'not-applicable';
  const value = drawn.has(verdict) || figure ? numberOf(tally, target?.unit ?? part.figure) : null;
  return {
    value,
    verdict,
    basis: target?.basis ?? null,
    words: value === null ? '—' : (valueWords(tally, target, part.figure) ?? '—'),
    cases: verdict === 'no-data' ? '—' : casesWords(tally),
  };
}

/** Where a part judged in a month stands on the time axis. */
export function chartTime(part: PartResult, month: Month): ChartTime {
  const { target } = part;
  return {
    id: month,
    label: labelOf(part, month),
    year: `${yearOf(month)}年`,
    // A range has no one line; its words stand beside the values.
    target: target === null || target.operator === 'between' ? null : target.value,
    targetWords: target === null ? '—' : targetWords(target),
  };
}

/** A month that only waits for the end of its quarter or year has no point of its own. */
export const waits = ({ verdict, target, judged }: PartResult): boolean =>
  verdict === 'not-applicable' && target !== null && target.period !== 'month' && judged.kind === 'month';

const periodNouns: Partial<Record<Period['kind'], string>> = { month: '个月', quarter: '个季度', year: '年' };

const told: readonly Verdict[] = ['missed', 'incomplete', 'no-data', 'under-way', 'met', 'not-applicable'];

/** A point with what it was drawn from. */
interface JudgedPoint extends ChartPoint {
  readonly part: PartResult;
  readonly proof: Destination;
}

const pointName = ({ year, label }: ChartTime): string => `${year}${label}`;

/** 2024年11月至2026年10月共24个月：2个月未达标，22个月达标；最近一次未达标为2026年9月（98.7%，目标 ≥100%）。 */
function summaryOf(points: readonly JudgedPoint[], noun: string, figures: Figures): Pieces {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return say`目前没有可以评价的时期。`;
  const span = time(first === last ? pointName(first) : `${pointName(first)}至${pointName(last)}`);
  const total = figures.count('periods', points.length, noun);
  if (points.every(({ part }) => part.part.targets.length === 0)) return say`${span}共${total}；没有目标，只列数值。`;
  const counts = told
    .map((verdict) => ({ verdict, count: points.filter((point) => point.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  const [only] = counts;
  const found =
    counts.length === 1 && only !== undefined && points.length > 1
      ? say`全部${text(verdictWords(only.verdict))}`
      : joined(
          counts.map(({ verdict, count }) => say`${figures.count(verdict, count, noun)}${text(verdictWords(verdict))}`),
          '，',
        );
  const miss = [...points].reverse().find((point) => point.verdict === 'missed');
  const recent = miss === undefined ? [] : say`；最近一次未达标为${time(pointName(miss))}（${missPieces(miss, figures)}）`;
  return say`${span}共${total}：${found}${recent}${runPieces(points, figures)}。`;
}

/** ；其中2026年3月至2026年9月连续7个月低于最近13个月的平均，不像出于偶然: where a run is that long. */
function runPieces(points: readonly JudgedPoint[], figures: Figures): Pieces {
  const run = longRunOf(points.map(({ part }) => part));
  const [from, to] = run === null ? [] : [points[run.from], points[run.from + run.length - 1]];
  if (run === null || from === undefined || to === undefined) return [];
  const side = run.side === 'above' ? '高于' : '低于';
  return say`；其中${time(`${pointName(from)}至${pointName(to)}`)}连续${figures.count('run/length', run.length, '个月')}${text(side)}最近${figures.count('run/of', run.of, '个月')}的平均，不像出于偶然`;
}

/** 98.7%，目标 ≥100%（推得） */
function missPieces({ part: { tally, target }, proof }: JudgedPoint, figures: Figures): Pieces {
  const value = figures.say('missed/value', { kind: 'tally', tally, target }, proof);
  return target === null
    ? [value]
    : say`${value}，目标 ${figures.say('missed/target', { kind: 'target', target }, proof)}${text(inBrackets(target.basis))}`;
}

function chartOf(results: readonly Result[], index: number, href: (month: Month) => string): SeriesChart | null {
  const [first] = results;
  const parts = results.flatMap((result) => {
    const part = result.parts[index];
    const month = result.period.months.at(-1);
    return part === undefined || month === undefined || waits(part) ? [] : [{ part, month }];
  });
  const last = parts.at(-1)?.part ?? first?.parts[index];
  if (first === undefined || last === undefined) return null;
  const points = parts.map(
    ({ part, month }): ChartPoint => ({ ...chartTime(part, month), ...chartValue(part), href: href(month) }),
  );
  const judged = parts.flatMap(({ part, month }, at) => {
    const point = points[at];
    const proof: Destination = { kind: 'evidence', month, indicator: first.indicator.id };
    return point === undefined ? [] : [{ ...point, part, proof }];
  });
  const figures = new Figures();
  const unit = unitWords(last.target?.unit ?? last.part.figure ?? '');
  const kinds = new Set(parts.map(({ part }) => part.judged.kind));
  const noun = kinds.size > 1 ? '期' : (periodNouns[last.judged.kind] ?? '期');
  const numbers = points.flatMap(({ value, target }) => [value, target].filter((each) => each !== null));
  const { id, name } = first.indicator;
  return {
    form: 'series',
    id: `chart-${id}-${index + 1}`,
    title: first.parts.length > 1 ? `${name}：${last.part.name}` : name,
    summary: summaryOf(judged, noun, figures),
    figures: figures.all(),
    kind: last.tally.kind === 'count' ? 'bar' : 'line',
    unit,
    axis: axisFor(numbers, unit, last.tally.kind === 'count'),
    points,
  };
}

/** The series of an indicator's months, oldest first: one chart for each of its parts. */
export function seriesCharts(results: readonly Result[], href: (month: Month) => string): SeriesChart[] {
  return (results[0]?.parts ?? []).flatMap((_, index) => chartOf(results, index, href) ?? []);
}
