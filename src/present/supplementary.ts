import type { Result } from '../core/indicators/result.ts';
import type { Destination } from '../core/reports/destination.ts';
import { verdictPhrases } from './basis.ts';
import type { Piece } from './paper/piece.ts';
import { mark, stands, text } from './paper/say.ts';

/** What indicators are called that the plan names or promises without listing them; also the id of their sections. */
export const supplementaryWords = '补充指标';
export const supplementaryId = 'supplementary';

/** Who they are and why no count has them in it. */
export const supplementaryMeaning =
  '方案在别处写明或点名、却没有列入指标的数，照同样的办法由台账计算，另列于此，不计入指标的项数。方案没有写目标的只列数值，不作结论。';

/** A number that has no target, of which all that it rests on came in: there is nothing to keep or to miss. */
const isFigure = ({ verdict, parts }: Result): boolean =>
  verdict === 'not-applicable' && parts.length > 0 && parts.every(({ part }) => part.targets.length === 0);

/** How a result stands: its verdict, or that it is a mere number. */
export const resultMark = (result: Result, to?: Destination): Piece =>
  isFigure(result) ? text('只列数值', to) : mark(result.verdict, to);

/** The same with the basis of its target, where no target stands beside it. */
export const resultStands = (result: Result, to?: Destination): Piece =>
  isFigure(result) ? resultMark(result, to) : stands(result, to);

/** 另有补充指标22项：3项未达标，均为推得数值；4项达标；15项只列数值。 Empty where there is none. */
export function supplementarySentence(results: readonly Result[]): string {
  if (results.length === 0) return '';
  const judged = results.filter(({ parts }) => parts.some(({ part }) => part.targets.length > 0));
  const told = verdictPhrases(judged);
  const figures = results.length - judged.length;
  const all = [...told, ...(figures > 0 ? [`${figures}项只列数值`] : [])];
  return `另有${supplementaryWords}${results.length}项：${all.join('；')}。`;
}
