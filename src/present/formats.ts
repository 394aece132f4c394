import { satisfies } from '../core/indicators/compare.ts';
import type { Operator, Target } from '../core/indicators/indicator.ts';
import type { PartResult, Result } from '../core/indicators/result.ts';
import { type DurationUnit, isDuration } from '../core/measures/duration.ts';
import type { Measure } from '../core/measures/measure.ts';
import { inWholes, type Tally } from '../core/measures/tally.ts';
import { dateWords, monthWords, periodWords, quarterWords, yearWords } from './dates.ts';
import { type Piece, type Pieces, plainText } from './report/block.ts';
import { joined, quote, say, text, time } from './report/say.ts';
import { decimalText, type Rounded, roundedWhile } from './rounding.ts';
import { verdictWords } from './verdict.ts';

export { dateWords, monthWords, periodWords, quarterWords };

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
function sameVerdict(tally: Tally, rounded: Tally, target: Target | null): boolean {
  return target === null || satisfies(tally, target) === satisfies(rounded, target);
}

/** 98.7%; 100% and 0% only when they are exact. */
function percentWords(tally: Extract<Tally, { kind: 'ratio' }>, target: Target | null): string {
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
function meanWords(tally: Extract<Tally, { kind: 'mean' }>, target: Target | null): string {
  const unit = target?.unit;
  const duration = isDuration(unit);
  const rounded = roundedWhile(...inWholes(tally.sum, tally.count), duration ? 0 : 2, (each) =>
    sameVerdict(tally, { kind: 'mean', sum: each.units, count: 10 ** each.places }, target),
  );
  if (duration) return durationText(rounded, unit);
  return `${decimalText(rounded.units, rounded.places)}${unit ?? ''}`;
}

/**
 * The value with as many digits as it takes to see on which side of the target it lies (94.96% beside ≥95%), or null where
 * there is nothing to divide by.
 */
export function valueWords(tally: Tally, target: Target | null): string | null {
  switch (tally.kind) {
    case 'ratio':
      return tally.denominator === 0 ? null : percentWords(tally, target);
    case 'mean':
      return tally.count === 0 ? null : meanWords(tally, target);
    case 'count':
      return `${tally.events}${target === null ? '' : unitWords(target.unit)}`;
  }
}

/** 312/316 for a ratio, 16单 for a mean; a number of events rests on no cases and shows a dash. */
export function casesWords(tally: Tally): string {
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

const saysWhatItIs = /[率度量数比分值]$|时间$|时长$|用时$|平均$/u;

/** The word that every passing row carries, where it is a single Chinese word: 合格, 完成, 正常. */
function passingWord(measure: Measure): string | null {
  if (measure.kind !== 'share' && measure.kind !== 'coverage') return null;
  const passing = (measure.kind === 'share' ? measure.pass : measure.done) ?? [];
  const alternatives = Array.isArray(passing) ? passing : [passing];
  const [word, ...others] = new Set(alternatives.flatMap((each) => Object.values(each)));
  return others.length === 0 && typeof word === 'string' && /^\p{Script=Han}{2,4}$/u.test(word) ? word : null;
}

/** The name with the noun of its number, where the name alone does not say what the number is: 热菜温度 becomes 热菜温度合格率. */
function subjectWords(name: string, { part: { measure } }: PartResult): string {
  if (measure.kind === 'mean') return name.endsWith('平均') ? name : `${name}平均`;
  if (saysWhatItIs.test(name) || measure.kind === 'count' || measure.kind === 'sum-share') return name;
  const word = measure.kind === 'within' ? '按时' : passingWord(measure);
  if (word === null) return name;
  return name.endsWith(word) ? `${name}率` : `${name}${word}率`;
}

const shortOf: Record<Operator, string> = {
  '>=': '低于',
  '<=': '超过',
  '==': '不等于',
  '>': '未超过',
  '<': '未低于',
  between: '超出',
};
const monthsOf: Record<Target['period'], number> = { month: 1, quarter: 3, year: 12 };

/** How the numbers of a part are printed: as plain words, or as values of a report that lead to what they rest on. */
export interface Printer {
  /** Null where there is nothing to divide by. */
  value(part: PartResult): Piece | null;
  cases(part: PartResult): Piece;
  target(part: PartResult): Piece | null;
  /** What must be said of a small sample; empty where it is not small. */
  small(part: PartResult): Pieces;
}

const plain: Printer = {
  value: ({ verdict, tally, target }) => {
    const words = verdict === 'no-data' ? null : valueWords(tally, target);
    return words === null ? null : text(words);
  },
  cases: ({ tally }) => text(casesWords(tally)),
  target: ({ target }) => (target === null ? null : text(targetWords(target))),
  small: (part) => [smallWords(part) ?? ''].filter((each) => each !== '').map((each) => text(each)),
};

/** 低于目标 ≥95%, 符合目标 ≤24小时, or for events over several of the target's periods 各期均符合目标 每月≥1项. */
function againstTarget(part: PartResult, print: Printer): Pieces {
  const { verdict, target, tally, judged } = part;
  const goal = print.target(part);
  if (target === null || goal === null) return say`没有目标`;
  const several = tally.kind === 'count' && judged.months.length > monthsOf[target.period];
  if (several) return verdict === 'met' ? say`各期均符合目标 ${goal}` : say`目标 ${goal}`;
  return say`${text(verdict === 'met' ? '符合' : shortOf[target.operator])}目标 ${goal}`;
}

/** What one part says: its value, n/N, target and verdict, or why there is none; without a full stop. */
function partWords(result: PartResult, subject: string, print: Printer): Pieces {
  const { verdict, tally } = result;
  const value = print.value(result);
  const target = print.target(result);
  const cases = tally.kind === 'count' ? [] : say`（${print.cases(result)}）`;
  const reasons = quote(result.reasons.map(reasonWords).join('；'));
  const goal = target === null ? [] : say`目标 ${target}`;
  const name = quote(subject);
  switch (verdict) {
    case 'met':
    case 'missed': {
      const because = [...(result.reasons.length === 0 ? [] : [[reasons]]), print.small(result)].filter(
        ({ length }) => length > 0,
      );
      const stands = say`${name} ${value ?? text('—')}${cases}，${againstTarget(result, print)}，${text(verdictWords(verdict))}`;
      return because.length === 0 ? stands : say`${stands}（${joined(because, '；')}）`;
    }
    case 'incomplete':
      return say`${name}${value === null ? [] : say`暂为 ${value}${cases}，${goal}；`}数据不完整，不作结论：${reasons}`;
    case 'no-data':
      return say`${name}无数据：${reasons}${target === null ? [] : say`（${goal}）`}`;
    case 'not-applicable': {
      const empty = value === null || (tally.kind === 'count' && tally.events === 0);
      return say`${name}不适用：${reasons}${empty ? [] : say`，目前 ${value}${cases}`}`;
    }
  }
}

/**
 * One sentence that answers “so what?”, as pieces: when it was, what was found, and how it stands against the target.
 * `place` names the location when the result is that of one location.
 */
export function resultPieces(result: Result, place: string, print: Printer): Pieces {
  const { indicator, parts, period, verdict } = result;
  const [only] = parts;
  const at = quote(place);
  const name = quote(indicator.name);
  if (only === undefined) return say`${time(periodWords(period))}${at}${name}尚未建立计算口径，不作结论。`;
  if (parts.length === 1)
    return say`${time(periodWords(only.judged))}${at}${partWords(only, subjectWords(indicator.name, only), print)}。`;
  const told = parts.map((part) => {
    const when = part.judged.id === period.id ? '' : periodWords(part.judged);
    return partWords(part, `${when}${subjectWords(part.part.name, part)}`, print);
  });
  return say`${time(periodWords(period))}${at}${name}${text(verdictWords(verdict))}：${joined(told, '；')}。`;
}

/** 2026年9月热菜温度合格率 98.7%（312/316），低于目标 ≥100%，未达标。 */
export const resultSentence = (result: Result, place = ''): string => plainText(resultPieces(result, place, plain));
