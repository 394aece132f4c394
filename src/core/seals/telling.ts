import type { Indicator } from '../indicators/indicator.ts';
import { verdictNames } from '../indicators/verdict.ts';
import type { Amended, SealedEdit, SealedResult, SealedResultChange, SealedTally } from './seal.ts';

type Json = SealedEdit['fields'][number]['before'];

/** The longest value that a message repeats. */
const longest = 60;

const shown = (words: string): string => (words.length <= longest ? words : `${words.slice(0, longest - 1)}…`);

/** A value as a sentence quotes it. */
export function valueWords(value: Json): string {
  if (value === null) return '空';
  return `“${shown(typeof value === 'string' ? value : JSON.stringify(value))}”`;
}

function tallyWords(tally: SealedTally): string {
  if ('events' in tally) return String(tally.events);
  return 'sum' in tally ? `合计${tally.sum}、${tally.count}件` : `${tally.numerator}/${tally.denominator}`;
}

/** A result in a few words: verdict, then the numbers of each part. */
export const resultWords = (result: SealedResult | null): string =>
  result === null
    ? '没有这项结论'
    : `${verdictNames[result.verdict]}（${result.parts.map(({ tally }) => tallyWords(tally)).join('，')}）`;

/** How a result changed; `name` is the indicator's. */
export const resultChangeWords = ({ before, after }: SealedResultChange, name: string): string => {
  const [was, is] = [resultWords(before), resultWords(after)];
  return was === is ? `${name}（合计不变，各地点或目标有变）` : `${name} ${was} → ${is}`;
};

const changeWords = { added: '是封存以后加进来的', removed: '封存时有，现在没有了' } as const;

const fieldWords = ({ field, before, after }: SealedEdit['fields'][number]): string =>
  `“${field}”由${valueWords(before)}变为${valueWords(after)}`;

/** The first fields of an edit in words, and how many more there are. */
function fieldsWords(fields: SealedEdit['fields']): string {
  const more = fields.length > 3 ? `，另有${fields.length - 3}处` : '';
  return `${fields.slice(0, 3).map(fieldWords).join('；')}${more}`;
}

/** What was changed, in one sentence without its place. */
export function editWords({ change, name, fields, known }: SealedEdit): string {
  if (change !== 'changed') return `${name}${changeWords[change]}`;
  if (!known || fields.length === 0) return `${name}与封存时不同，原值只留有摘要，请查 git 历史或备份`;
  return `${name}：${fieldsWords(fields)}`;
}

/** The name of an indicator, or its id where there is none of it any more. */
export const indicatorName = (id: string, indicators: readonly Indicator[]): string =>
  indicators.find((each) => each.id === id)?.name ?? id;

/** A line for each thing that an amendment changes: its place, and what was and is there. */
export function amendedWords(change: Amended, indicators: readonly Indicator[]): string {
  if (change.kind === 'result') return resultChangeWords(change, indicatorName(change.indicator, indicators));
  const line = change.line === null ? '' : `:${change.line}`;
  return `${change.file}${line} ${editWords(change)}`;
}
