import { satisfies } from '../indicators/compare.ts';
import type { Target } from '../indicators/indicator.ts';
import { inMinutes, isDuration } from '../measures/duration.ts';
import type { Reading } from '../measures/tally.ts';
import { type Course, courseOf, differenceBetween, differenceOf } from './movement.ts';
import type { Quantity } from './value.ts';

/** A number that a person typed into a report's text. */
export interface TypedNumber {
  /** As it stands there, with its unit. */
  readonly text: string;
  /** Where it begins, counted in characters from the beginning of the text. */
  readonly at: number;
  readonly value: number;
  /** How many decimals were written: so far the number is exact. */
  readonly places: number;
  /** 项, %, 分钟 …; empty when none was written. */
  readonly unit: string;
  /** The second number of n/N. */
  readonly of: number | null;
  /** Which way the words and the sign before it say that it went: 下降, 提高了, +. */
  readonly courses: readonly Course[];
}

/** Counter words of what reports count. 个, 个月 and the like follow Chinese numerals in any prose (两个夏季) and count only after digits. */
const counters = ['个百分点', '分钟', '小时', '天', '%', ...['项', '件', '次', '起', '份', '条', '行', '处', '例', '单', '盆']];
const anyUnit = [...counters, '个月', '个', ...['种', '分', '人', '倍', '成']]
  .sort((one, other) => other.length - one.length)
  .join('|');

/**
 * What is no number of a report: quoted names, dates, periods, times of day, ordinals, clause numbers and codes such as W01,
 * BX-202609-001 or GB/T 8170.
 */
const asides: readonly RegExp[] = [
  /[「『“《][^」』”》]*[」』”》]/gu,
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|第?[一二三四]季度)?/gu,
  /\d{1,2}月\d{1,2}日/gu,
  /(?<!\d|个)\d{1,2}(?:[、至—-]\d{1,2})?月(?!份?内\d)/gu,
  /(?<![\d-])\d{4}-(?:\d{2}(?:-\d{2}|-ytd)?|Q\d|W\d{2})(?![\d-])/gu,
  /\d{1,2}[:：]\d{2}/gu,
  /第[\d一二三四五六七八九十百]+[条章节款项部分季度周次名期]*/gu,
  /(?<!\d)\d+\.\d+(?:-\d+)+/gu,
  /(?<![A-Za-z])[A-Za-z]+(?:\/[A-Z])?[ -]?\d[\dA-Z-]*/gu,
];

const blanked = (text: string): string =>
  asides.reduce((rest, aside) => rest.replace(aside, (found) => '·'.repeat(found.length)), text);

const chineseDigits: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十五 is 15, 两百三十 is 230. */
export function chineseNumber(text: string): number {
  let [sum, digit] = [0, 0];
  for (const character of text) {
    const power = powers[character];
    if (power === undefined) digit = chineseDigits[character] ?? 0;
    else {
      sum += Math.max(digit, 1) * power;
      digit = 0;
    }
  }
  return sum + digit;
}

const arabic = new RegExp(`(\\d+(?:,\\d{3})*)(?:\\.(\\d+))?(?:\\s*/\\s*(\\d+))?\\s*(${anyUnit})?`, 'gu');
/** Chinese numerals count only before a counter word, and 一 never: 一次, 一项 and 一个 are articles as often as numbers. */
const chinese = new RegExp(
  `(?<![一二两三四五六七八九十百千])([二两三四五六七八九十百千][一二三四五六七八九十百千]*)(${counters.join('|')})`,
  'gu',
);

/** Words of movement as a text's end; each says which way the number went, not whether that is good. */
const movements: readonly { readonly course: Course; readonly words: RegExp; readonly sign: RegExp }[] = [
  { course: 'rose', words: /(?:上升|升高|上涨|提高|提升|增加|增长|增多|延长)$/u, sign: /[+＋]$/u },
  { course: 'fell', words: /(?:下降|降低|下滑|回落|减少|减低|缩短)$/u, sign: /[-－−]$/u },
];

/** Which way the words at the end of a text say that a number went; null where they say nothing of it. */
export const courseSaid = (text: string): Course | null =>
  movements.find(({ words }) => words.test(text.slice(-8).replace(/[\s了约近：:]+$/u, '')))?.course ?? null;

/** What stands before a number: a sign, and before that a word of movement. */
function coursesBefore(text: string): Course[] {
  const tail = text.slice(-10).trimEnd();
  const signed = movements.find(({ sign }) => sign.test(tail));
  const said = courseSaid(signed === undefined ? tail : tail.slice(0, -1));
  return [...(signed === undefined ? [] : [signed.course]), ...(said === null ? [] : [said])];
}

/**
 * Every number that a text holds, by these rules: Arabic digits (full-width ones too) that do not belong to a quoted name,
 * a date or period, a time of day, an ordinal, a clause or a code; and Chinese numerals from 二 on before a counter word.
 */
export function typedNumbers(text: string): TypedNumber[] {
  const plain = blanked(text.replace(/[０-９％．，]/gu, (each) => each.normalize('NFKC')));
  const found = [...plain.matchAll(arabic)].map(
    ({ 0: whole, 1: digits = '', 2: tail = '', 3: of, 4: counter = '', index }): TypedNumber => ({
      text: text.slice(index, index + whole.length).trim(),
      at: index,
      value: Number(`${digits.replace(/,/gu, '')}${tail === '' ? '' : `.${tail}`}`),
      places: tail.length,
      unit: counter,
      of: of === undefined ? null : Number(of),
      courses: coursesBefore(plain.slice(0, index)),
    }),
  );
  const words = [...plain.matchAll(chinese)].map(({ 0: whole, 1: digits = '', 2: counter = '', index }): TypedNumber => {
    const courses = coursesBefore(plain.slice(0, index));
    return { text: whole, at: index, value: chineseNumber(digits), places: 0, unit: counter, of: null, courses };
  });
  return [...found, ...words].sort((a, b) => a.at - b.at);
}

const unitNames: Readonly<Record<string, string>> = { min: '分钟', h: '小时', d: '天' };
const spans: Readonly<Record<string, number>> = { 分钟: 1, 小时: inMinutes(1, 'h'), 天: inMinutes(1, 'd') };

/** Rounded at most by half of its last written digit. */
const rounds = ({ value, places }: TypedNumber, exact: number): boolean => Math.abs(exact - value) <= 0.5 / 10 ** places + 1e-9;

/** A typed value of an indicator must also stand on the same side of the target as the value itself. */
function matchesTally(typed: TypedNumber, quantity: Extract<Quantity, { kind: 'tally' }>): boolean {
  const { tally, target } = quantity;
  const side = (other: Reading) => target === null || satisfies(other, target) === satisfies(tally, target);
  const scale = 10 ** typed.places;
  const whole = Math.round(typed.value * scale);
  switch (tally.kind) {
    case 'ratio': {
      if (typed.unit !== '%' || tally.denominator === 0) return false;
      return (
        rounds(typed, (tally.numerator * 100) / tally.denominator) &&
        side({ kind: 'ratio', numerator: whole, denominator: 100 * scale })
      );
    }
    case 'mean': {
      if (tally.count === 0) return false;
      const own = target !== null && !isDuration(target.unit);
      const minutes = own ? (typed.unit === target.unit ? 1 : undefined) : spans[typed.unit];
      return (
        minutes !== undefined &&
        rounds(typed, tally.sum / tally.count / minutes) &&
        side({ kind: 'mean', sum: whole * minutes, count: scale })
      );
    }
    case 'count':
      return typed.unit === target?.unit && typed.value === tally.events;
  }
}

/** A typed difference must also have gone the way that its words and its sign say. */
function matchesDifference(typed: TypedNumber, { before, after, target }: Extract<Quantity, { kind: 'difference' }>): boolean {
  const between = differenceBetween(before, after);
  if (between === null || typed.courses.some((course) => course !== courseOf(between))) return false;
  const difference = Math.abs(differenceOf(before, after) ?? Number.NaN);
  if (after.kind === 'ratio') return typed.unit === '个百分点' && rounds(typed, difference);
  const minutes = after.kind === 'mean' && (target === null || isDuration(target.unit)) ? spans[typed.unit] : undefined;
  return minutes === undefined ? typed.unit === target?.unit && rounds(typed, difference) : rounds(typed, difference / minutes);
}

/** A typed value of a target is the value itself, or either end of a range. */
const matchesTarget = (typed: TypedNumber, { unit, value, upTo }: Target): boolean =>
  typed.unit === (unitNames[unit] ?? unit) && (typed.value === value || typed.value === upTo);

/** Whether a typed number says what a value says. n/N must be the very cases; everything else needs the value's unit. */
export function matches(typed: TypedNumber, quantity: Quantity): boolean {
  if (typed.of !== null) {
    const cases =
      quantity.kind === 'cases' && quantity.tally.kind === 'ratio' ? quantity.tally : quantity.kind === 'share' ? quantity : null;
    return cases !== null && typed.value === cases.numerator && typed.of === cases.denominator;
  }
  switch (quantity.kind) {
    case 'tally':
      return matchesTally(typed, quantity);
    case 'cases':
      return quantity.tally.kind === 'mean' && typed.unit === '单' && typed.value === quantity.tally.count;
    case 'target':
      return matchesTarget(typed, quantity.target);
    case 'difference':
      return matchesDifference(typed, quantity);
    case 'share':
      return typed.unit === '%' && quantity.denominator > 0 && rounds(typed, (quantity.numerator * 100) / quantity.denominator);
    case 'duration': {
      const minutes = spans[typed.unit];
      return minutes !== undefined && rounds(typed, Math.abs(quantity.minutes) / minutes);
    }
    case 'count':
      return typed.unit === quantity.unit && typed.value === quantity.count;
  }
}
