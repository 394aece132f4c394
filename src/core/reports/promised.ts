import type { Operator } from '../indicators/indicator.ts';
import { type DurationUnit, inMinutes } from '../measures/duration.ts';
import type { Frequency } from '../registers/registers.ts';
import { chineseNumber, typedNumbers } from './numbers.ts';

/** A quantity that a promise names: 每月至少1次, 95%以上, 30分钟内. */
export interface Promised {
  /** As it stands in the sentence, in Arabic digits. */
  readonly text: string;
  /** In minutes where it is a duration. */
  readonly value: number;
  /** `%`, `min`, or the counter word. */
  readonly unit: string;
  /** Which side of it keeps the promise; null where the sentence does not say. */
  readonly operator: Exclude<Operator, 'between'> | null;
  /** How often it is promised; null where it is no number of a period. */
  readonly per: Frequency | null;
}

const numerals = '[一二两三四五六七八九十百千]+';
const counted = '小时|分钟|天|日|次|起|项|件|份|个小时';

/** The sentence with the numbers that are written in Chinese in Arabic digits: 百分之五 is 5%, 半小时 is 30分钟, 三日内 is 3天内. */
const inDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(new RegExp(`百分之(${numerals}|\\d+(?:\\.\\d+)?)`, 'gu'), (_, digits: string) => `${arabic(digits)}%`)
    .replace(/半个?小时/gu, '30分钟')
    .replace(new RegExp(`(?<![月${numerals.slice(1, -2)}])(${numerals})(?=${counted})`, 'gu'), (digits) => arabic(digits))
    .replace(/(\d)个小时/gu, '$1小时')
    .replace(/(?<![月\d])(\d+)日(?!常)/gu, '$1天');

const arabic = (digits: string): string => (/\d/u.test(digits) ? digits : String(chineseNumber(digits)));

/** What stands before a number and says which side of it keeps the promise; what is denied stands before what it denies. */
const before: readonly { readonly operator: Exclude<Operator, 'between'>; readonly words: RegExp }[] = [
  { operator: '>=', words: /(?:不得?低于|不得?少于|不得?小于|至少|最少|达到)[^，。；、]{0,4}$/u },
  { operator: '<=', words: /(?:不得?超过|不得?高于|不得?多于|不得?大于|至多|最多)[^，。；、]{0,4}$/u },
  { operator: '<', words: /(?:低于|少于|小于|不到|不足)$/u },
  { operator: '>', words: /(?:高于|多于|大于|超过)$/u },
];
const after: typeof before = [
  { operator: '>=', words: /^及?以上/u },
  { operator: '<=', words: /^(?:及?以下|以内|之内|内)/u },
];

function operatorOf(head: string, tail: string): Promised['operator'] {
  const behind = after.find(({ words }) => words.test(tail));
  return (behind ?? before.find(({ words }) => words.test(head)))?.operator ?? null;
}

const periods: Readonly<Record<string, Frequency>> = {
  日: '每日',
  天: '每日',
  工作日: '每工作日',
  周: '每周',
  半月: '每半月',
  半个月: '每半月',
  月: '每月',
  两月: '每两月',
  两个月: '每两月',
  季度: '每季度',
  季: '每季度',
  半年: '每半年',
  年: '每年',
};

/** How many characters before a number are read: nothing that bears on it stands further away. */
const reach = 60;

/** The period that the number's own clause names before it: 每季度对团队考核1次. */
function perOf(head: string): Frequency | null {
  const clause = head.split(/[，。；：（）]/u).at(-1) ?? '';
  const named = [...clause.matchAll(/每个?(工作日|两个月|两月|半个月|半月|半年|季度|日|天|周|月|季|年)/gu)].at(-1)?.[1];
  return periods[named ?? ''] ?? null;
}

const durations: Readonly<Record<string, DurationUnit>> = { 分钟: 'min', 小时: 'h', 天: 'd' };

/**
 * The quantities that a promise names with a unit, in the order of the sentence. A bare number, a date, an ordinal or a code
 * is none; 一次 and the like are only where a period or a bound goes with them (每周一次, 至少一项).
 */
export function promisedIn(sentence: string): Promised[] {
  const text = inDigits(sentence);
  const written = new Set(typedNumbers(sentence).map((each) => each.text));
  return typedNumbers(text).flatMap((number): Promised[] => {
    const end = number.at + number.text.length;
    const head = text.slice(Math.max(0, number.at - reach), number.at);
    const tail = text.slice(end, end + 4);
    const duration = durations[number.unit];
    const operator = operatorOf(head, tail);
    const per = duration === undefined && number.unit !== '%' ? perOf(head) : null;
    const isArticle = number.value === 1 && per === null && operator === null && !written.has(number.text);
    if (number.unit === '' || number.of !== null || isArticle) return [];
    const value = duration === undefined ? number.value : inMinutes(number.value, duration);
    return [{ text: number.text, value, unit: duration === undefined ? number.unit : 'min', operator, per }];
  });
}
