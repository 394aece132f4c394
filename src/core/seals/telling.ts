import { verdictNames } from '../indicators/verdict.ts';
import type { Project } from '../project/project.ts';
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

const targetWords = (result: SealedResult | null): string =>
  (result?.parts ?? []).map(({ target }) => target ?? '没有目标').join('，');

/** How a result changed: verdict and numbers, else the target, else the places; `name` is the indicator's. */
export function resultChangeWords({ before, after }: SealedResultChange, name: string): string {
  const [was, is] = [resultWords(before), resultWords(after)];
  if (was !== is) return `${name} ${was} → ${is}`;
  const [target, newTarget] = [targetWords(before), targetWords(after)];
  return target === newTarget ? `${name}合计不变，各地点的数值有变` : `${name} ${is}，目标 ${target} → ${newTarget}`;
}

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

/** The name of an indicator with that of its service, or its id where there is none of it any more. */
export function indicatorName(id: string, { assessment, ledger }: Project): string {
  const indicator = assessment.all.find((each) => each.id === id);
  if (indicator === undefined) return id;
  const service = ledger.registers.get('services')?.byId.get(indicator.service)?.name;
  return typeof service === 'string' ? `${service}·${indicator.name}` : indicator.name;
}

/** A line for each thing that an amendment changes: its place, and what was and is there. */
export function amendedWords(change: Amended, project: Project): string {
  if (change.kind === 'result') return resultChangeWords(change, indicatorName(change.indicator, project));
  const line = change.line === null ? '' : `:${change.line}`;
  return `${change.file}${line} ${editWords(change)}`;
}
