import type { Result } from '../core/indicators/result.ts';
import { verdictPhrases } from './basis.ts';

/** What indicators are called that the plan names or promises without listing them; also the id of their sections. */
export const supplementaryWords = '补充指标';
export const supplementaryId = 'supplementary';

/** Who they are and why no count has them in it. */
export const supplementaryMeaning =
  '方案在别处写明或点名、却没有列入指标的数，照同样的办法由台账计算，另列于此，不计入上面的项数。方案没有写目标的只列数值，不作结论。';

/** 另有补充指标22项：3项未达标，均为推得数值；4项达标；15项只列数值。 Empty where there is none. */
export function supplementarySentence(results: readonly Result[]): string {
  if (results.length === 0) return '';
  const judged = results.filter(({ parts }) => parts.some(({ part }) => part.targets.length > 0));
  const told = verdictPhrases(judged);
  const figures = results.length - judged.length;
  const all = [...told, ...(figures > 0 ? [`${figures}项只列数值`] : [])];
  return `另有${supplementaryWords}${results.length}项：${all.join('；')}。`;
}
