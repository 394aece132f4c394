import { lastDay } from '../calendar/date.ts';
import type { Values } from '../csv/column.ts';
import type { Commitment } from '../documents/commitment.ts';
import { tokensIn } from '../documents/filling.ts';
import type { Entry } from '../documents/library.ts';
import { type Indicator, type Target, targetOn } from '../indicators/indicator.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { inMinutes, isDuration } from '../measures/duration.ts';
import { type Measure, measuresOf } from '../measures/measure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { compile } from '../registers/condition.ts';
import type { Frequency } from '../registers/registers.ts';
import { type Promised, promisedIn } from '../reports/promised.ts';
import type { Content } from './project.ts';

/** A number against which a whole is judged. */
type Judged = Pick<Promised, 'value' | 'unit' | 'per'> & { readonly operator: NonNullable<Promised['operator']> };

const periodOf = { month: '每月', quarter: '每季度', year: '每年' } as const;

/** A target's number, or both ends of its range; in minutes where it is a duration. */
function judgedBy({ operator, value, upTo, unit, period }: Target): Judged[] {
  const inBase = (number: number) => (isDuration(unit) ? inMinutes(number, unit) : number);
  const base = { unit: isDuration(unit) ? 'min' : unit, per: periodOf[period] };
  if (operator !== 'between') return [{ ...base, operator, value: inBase(value) }];
  return [
    { ...base, operator: '>=', value: inBase(value) },
    { ...base, operator: '<=', value: inBase(upTo ?? value) },
  ];
}

const limitsOf = (measure: Measure): Judged[] =>
  measure.kind === 'within'
    ? measure.limits.map(({ max, unit }) => ({ operator: '<=', value: inMinutes(max, unit), unit: 'min', per: null }))
    : [];

/** Every number that decides a whole: targets in force, limits, and how many indicators must be met. */
function numbersOf(indicators: readonly Indicator[], day: string): Judged[] {
  const own = indicators.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      const target = targetOn(part, day) ?? part.targets[0];
      return [...(target === undefined ? [] : judgedBy(target)), ...measuresOf(part.measure).flatMap(limitsOf)];
    }),
  );
  return [...own, { operator: '==', value: indicators.length, unit: '项', per: null }];
}

/** Operators that demand at least what a promise says. */
const strict: Readonly<Record<NonNullable<Promised['operator']>, readonly Judged['operator'][]>> = {
  '>=': ['>=', '>', '=='],
  '>': ['>'],
  '<=': ['<=', '<', '=='],
  '<': ['<'],
  '==': ['=='],
};

const agrees = (promised: Promised, judged: Judged): boolean =>
  promised.value === judged.value &&
  promised.unit === judged.unit &&
  (promised.operator === null || strict[promised.operator].includes(judged.operator)) &&
  (promised.per === null || promised.per === judged.per);

const timesAYear: Readonly<Record<string, number>> = {
  每日: 365,
  每工作日: 250,
  每周: 52,
  每半月: 24,
  每月: 12,
  每两月: 6,
  每季度: 4,
  每半年: 2,
  每年: 1,
} satisfies Record<Frequency, number>;

/** How often a measure of what was due asks for each entry of the schedule that is in force on a day. */
function frequenciesAsked(measure: Measure, { registers }: Ledger, day: string): number[] {
  if (measure.kind !== 'coverage') return [];
  const schedule = registers.get('schedule');
  if (schedule === undefined) return [];
  const isAsked = compile(measure.due, schedule.register, registers);
  const inForce = ({ from, to }: Values) => String(from) <= day && (to === null || day <= String(to));
  return schedule.records
    .filter(({ values }) => values.log === measure.log && inForce(values) && isAsked(values))
    .map(({ values }) => timesAYear[String(values.frequency)] ?? 0);
}

/** Whether what was due is asked for as often as promised, at every place: 每月1次 is kept by a schedule that says 每周, not the other way round. */
function isScheduled({ per, unit, value }: Promised, indicators: readonly Indicator[], ledger: Ledger, day: string): boolean {
  if (per === null || unit !== '次') return false;
  const promised = value * (timesAYear[per] ?? Number.POSITIVE_INFINITY);
  return indicators
    .flatMap(({ parts }) => parts.flatMap(({ measure }) => measuresOf(measure)))
    .map((measure) => frequenciesAsked(measure, ledger, day))
    .some((asked) => asked.length > 0 && asked.every((times) => times >= promised));
}

/** Counter words of prose (三级, 五个) are no numbers of a check: only what some indicator could be judged by is compared. */
const isComparable = ({ unit, per }: Promised, numbers: readonly Judged[], sentence: string, text: string): boolean =>
  unit === '%' ||
  unit === 'min' ||
  per !== null ||
  (unit === '项' ? sentence.includes(`${text}指标`) : numbers.some((each) => each.unit === unit));

const judgedWords = ({ operator, value, unit }: Judged): string => `${operator} ${value} ${unit}`;

/** The numbers of a promise that its whole is not judged by, and what nobody has said yet. */
function differences(entry: Entry<Commitment>, whole: readonly Indicator[], content: Content, ledger: Ledger): Problem[] {
  const { text } = entry.data;
  const place = entry.place(['text']);
  const last = ledger.months.findLast(({ through }) => through === null);
  const day = last === undefined ? '9999-12-31' : lastDay(last.month);
  const numbers = numbersOf(whole, day);
  const asked = new Set(tokensIn(entry.written).flatMap(({ id, path }) => (path[0] === 'text' ? [id] : [])));
  const open = (content.blanks?.data.blanks ?? []).filter(({ id, value }) => asked.has(id) && value === null);
  const wrong = promisedIn(text).filter(
    (each) =>
      isComparable(each, numbers, text, each.text) &&
      !numbers.some((judged) => agrees(each, judged)) &&
      !isScheduled(each, whole, ledger, day),
  );
  const known = [...new Set(numbers.map(judgedWords))].slice(0, 8).join('、');
  return [
    ...wrong.map((each) => {
      const said = `${each.per ?? ''}${each.text}`;
      const message = `承诺写“${said}”，核对全句的指标没有这个目标、时限或排期，达标也不证明它`;
      return problem('commitment/number', place, message, `现有：${known}；请改成一致，或把这条证明写成 part`);
    }),
    ...open.map(({ id }) => {
      const message = `承诺里的“${id}”还没有填写，没有指标能核对全句`;
      return problem('commitment/number', place, message, '请先填写，或把这条证明写成 part');
    }),
  ];
}

/**
 * Numbers of promises against the numbers that judge them: every quantity in a promise that a whole makes green must be a
 * target, a limit or a frequency of that whole. Reports commitment/number at the sentence.
 */
export function checkPromises(content: Content, ledger: Ledger): Problem[] {
  const known = new Map(content.indicators.map(({ id, data }) => [id, data]));
  return content.commitments.flatMap((entry): Problem[] => {
    const whole = entry.data.proof.find(({ kind }) => kind === 'whole');
    const indicators = whole?.indicators.flatMap((id) => known.get(id) ?? []) ?? [];
    return whole === undefined || indicators.length < whole.indicators.length
      ? []
      : differences(entry, indicators, content, ledger);
  });
}
