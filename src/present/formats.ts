import { satisfies } from '../core/indicators/compare.ts';
import type { Operator, Target } from '../core/indicators/indicator.ts';
import type { PartResult } from '../core/indicators/result.ts';
import { type DurationUnit, isDuration } from '../core/measures/duration.ts';
import { inWholes, type Reading } from '../core/measures/tally.ts';
import { dateWords, monthWords, yearWords } from './dates.ts';
import { decimalText, type Rounded, roundedWhile } from './rounding.ts';

const signs: Record<Exclude<Operator, 'between'>, string> = { '>=': '≥', '<=': '≤', '==': '=', '>': '>', '<': '<' };
const durationNames: Record<DurationUnit, string> = { min: '分钟', h: '小时', d: '天' };
const every: Record<Target['period'], string> = { month: '每月', quarter: '每季度', year: '每年' };
const counted: ReadonlySet<string> = new Set([
  '起',
  '次',
  '项',
  '份',
  '件',
  '个',
  '人',
  '人次',
  '台',
  '台次',
  '批',
  '场',
  '处',
  '条',
]);

/** A target's unit as readers see it. */
export const unitWords = (unit: string): string => (isDuration(unit) ? durationNames[unit] : unit);

/**
 * ≥95%, ≤24小时, ≤0起, 20至26℃, 每月≥1项, 每季度≥1项. The period is named where the reader needs it: for a number of things to be
 * reached, and for whatever is not judged monthly.
 */
export function targetWords({ operator, value, upTo, unit, period }: Target): string {
  const often = period === 'month' ? '' : every[period];
  if (operator === 'between') return `${often}${value}至${upTo ?? value}${unitWords(unit)}`;
  // Nothing lies above the whole: ≥100% is said as 100%.
  if (unit === '%' && value === 100 && operator !== '<=' && operator !== '<') return `${often}100%`;
  const reached = counted.has(unit) && (operator === '>=' || operator === '>');
  const prefix = reached ? every[period] : often;
  return `${prefix}${signs[operator]}${value}${unitWords(unit)}`;
}

/** Whether a rounded value would get the same verdict as the value itself. */
function sameVerdict(tally: Reading, rounded: Reading, target: Target | null): boolean {
  return target === null || satisfies(tally, target) === satisfies(rounded, target);
}

/** 98.7%; 100% and 0% only when they are exact. */
function percentWords(tally: Extract<Reading, { kind: 'ratio' }>, target: Target | null): string {
  const { numerator, denominator } = tally;
  if (numerator === 0 || numerator === denominator) return numerator === 0 ? '0%' : '100%';
  const [part, all] = inWholes(numerator, denominator);
  const { units, places } = roundedWhile(part * 100, all, 1, (each) => {
    const whole = 100 * 10 ** each.places;
    const rounded = { kind: 'ratio', numerator: each.units, denominator: whole } as const;
    return each.units !== 0 && each.units !== whole && sameVerdict(tally, rounded, target);
  });
  return `${decimalText(units, places)}%`;
}

const minutesIn = { d: 1440, h: 60, min: 60 } as const;

/** 3小时12分钟; days only beside a target in days, so that value and target can be compared at sight. */
export function durationText({ units, places }: Rounded, unit: keyof typeof minutesIn): string {
  if (units < 0) return `提前${durationText({ units: -units, places }, unit)}`;
  const scale = 10 ** places;
  const minutes = Math.floor(units / scale);
  const days = unit === 'd' ? Math.floor(minutes / minutesIn.d) : 0;
  const hours = Math.floor((minutes - days * minutesIn.d) / 60);
  const rest = decimalText((minutes % 60) * scale + (units % scale), places);
  const parts = [days > 0 ? `${days}天` : '', hours > 0 ? `${hours}小时` : '', /[1-9]/u.test(rest) ? `${rest}分钟` : ''].join('');
  return parts === '' ? '0分钟' : parts;
}

/** A mean in the target's unit: a duration in words, anything else with two places. */
function meanWords(tally: Extract<Reading, { kind: 'mean' }>, target: Target | null, unit: string | undefined): string {
  const duration = isDuration(unit);
  const rounded = roundedWhile(...inWholes(tally.sum, tally.count), duration ? 0 : 2, (each) =>
    sameVerdict(tally, { kind: 'mean', sum: each.units, count: 10 ** each.places }, target),
  );
  if (duration) return durationText(rounded, unit);
  return `${decimalText(rounded.units, rounded.places)}${unit ?? ''}`;
}

/**
 * The value with as many digits as it takes to see on which side of the target it lies (94.96% beside ≥95%), or null where
 * there is nothing to divide by. `own` is the unit of a figure without a target.
 */
export function valueWords(tally: Reading, target: Target | null, own?: string): string | null {
  const unit = target?.unit ?? own;
  switch (tally.kind) {
    case 'ratio':
      return tally.denominator === 0 ? null : percentWords(tally, target);
    case 'mean':
      return tally.count === 0 ? null : meanWords(tally, target, unit);
    case 'count':
      return `${tally.events}${unit === undefined ? '' : unitWords(unit)}`;
  }
}

/** 312/316 for a ratio, 16单 for a mean; a number of events rests on no cases and shows a dash. */
export function casesWords(tally: Reading): string {
  switch (tally.kind) {
    case 'ratio':
      return `${tally.numerator}/${tally.denominator}`;
    case 'mean':
      return `${tally.count}单`;
    case 'count':
      return '—';
  }
}

/** 样本少，仅6例，1例相当于16.7个百分点: what a small sample does to its ratio; null where the sample is not small. */
export function smallWords({ small, tally }: Pick<PartResult, 'small' | 'tally'>): string | null {
  if (!small || tally.kind === 'count') return null;
  const cases = tally.kind === 'ratio' ? tally.denominator : tally.count;
  const few = `样本少，仅${cases}例`;
  if (tally.kind === 'mean') return few;
  const { units, places } = roundedWhile(100, cases, 1, () => true);
  return `${few}，1例相当于${decimalText(units, places)}个百分点`;
}

/** A reason from the assessment with its months, quarters and dates written out: 2026-09 checks → 2026年9月 checks. */
export function reasonWords(reason: string): string {
  return reason
    .replace(/(?<![\d-])(\d{4}-\d{2})-\d{2}(?![\d-])/gu, (date) => dateWords(date))
    .replace(/(?<![\d-])((?:FY)?\d{4}-Q[1-4])\s?/gu, (_, id: string) => yearWords(id))
    .replace(/(?<![\d-])(FY\d{4})(?![\d-])\s?/gu, (_, id: string) => yearWords(id))
    .replace(/(?<![\d-])(\d{4}-(?:0[1-9]|1[0-2]))(?![\d-])\s?/gu, (_, month: string) => monthWords(month));
}
