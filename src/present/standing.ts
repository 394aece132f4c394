import { type Month, monthOf } from '../core/calendar/date.ts';
import { monthsBetween } from '../core/calendar/period.ts';
import type { Proof } from '../core/documents/commitment.ts';
import type { Result } from '../core/indicators/result.ts';
import { countReadings, missedPromisesBy, type Reading, type Standing } from '../core/reports/commitments.ts';
import { basesMissed, missedCell, verdictPhrases } from './basis.ts';
import { monthWords } from './dates.ts';
import { readingWords } from './verdict.ts';

/** What is said of an indicator without a measure. */
export const pendingWords = '口径待建';

/** How an indicator bears on a promise. */
export const proofWords: Readonly<Record<Proof['kind'], string>> = {
  whole: '核对全句',
  part: '核对一部分',
  context: '有关，不作证明',
};

/** 自2025年3月起（20个月）: since when it has read so. */
export function sinceWords({ since, month }: Pick<Standing, 'since' | 'month'>): string {
  if (since === null) return '—';
  const count = monthsBetween(monthOf(since), month).length;
  return count === 1 ? `本月起` : `自${monthWords(since)}起（连续${count}个月）`;
}

/** 没有核对：窗户和门框；打扫的次数. Nothing where nothing was left. */
export const uncheckedWords = ({ unchecked }: Pick<Standing, 'unchecked'>): string =>
  unchecked.length === 0 ? '' : `没有核对：${unchecked.join('；')}`;

/** How many kinds of document are to prove it, apart from what its indicators say. */
const documentWords = ({ commitment: { documents } }: Standing): string =>
  documents.length === 0 ? '' : `应有${documents.length}种文件为凭。`;

/** Why nothing checks it. */
function whyUnchecked({ commitment, links }: Standing): string {
  const related = links.flatMap(({ kind, indicators }) => (kind === 'context' ? indicators : [])).length;
  const pending = links.flatMap(({ kind, indicators }) => (kind === 'context' ? [] : indicators)).length;
  if (commitment.notMeasurable !== undefined) return commitment.notMeasurable.replace(/。$/u, '');
  if (pending > 0) return `应当核对它的${pending}项指标没有计算口径或目标`;
  return related === 0 ? '没有指标核对它' : `有关的${related}项指标不能证明它`;
}

/** One sentence on how a promise stands and since when. */
export function standingSentence(standing: Standing): string {
  const { month, reading, results } = standing;
  const documents = documentWords(standing);
  if (reading === 'unchecked') return `无从核对：${whyUnchecked(standing)}，不作达标与否的结论。${documents}`;
  const word = readingWords(reading);
  const rest = uncheckedWords(standing);
  const judged = `${monthWords(month)}${word}：由${results.length}项指标${results.length > 1 ? '合并' : ''}判定，${sinceWords(standing)}${word}。`;
  return `${judged}${rest === '' ? '' : `${rest}。`}${documents}`;
}

/** The order in which a headline counts promises: what is proven, what is not, then what was not kept or is not known. */
const told: readonly Reading[] = ['met', 'partly', 'unchecked', 'missed', 'incomplete', 'no-data', 'under-way', 'not-applicable'];

/** 244项承诺（2026年10月）：达标14项、部分核对75项、无从核对143项、未达标8项（方案2、推得6）。只有达标的… */
export function standingsSentence(standings: readonly Standing[], month: Month): string {
  if (standings.length === 0) return '还没有列出承诺。';
  const counts = countReadings(standings);
  const by = missedPromisesBy(standings);
  const bases = basesMissed(by).length === 0 ? '' : `（${missedCell(by)}）`;
  const words = told
    .filter((each) => counts[each] > 0)
    .map((each) => `${readingWords(each)}${counts[each]}项${each === 'missed' ? bases : ''}`);
  const rest = counts.partly + counts.unchecked === 0 ? '' : '全句都核对过的才算达标。';
  return `${standings.length}项承诺（${monthWords(month)}）：${words.join('、')}。${rest}`;
}

/** 24项指标：2项未达标，均为推得数值；1项数据不完整；15项达标；6项口径待建。 */
export function resultsSentence(results: readonly Result[], pending = 0): string {
  const told = verdictPhrases(results);
  const waiting = pending === 0 ? [] : [`${pending}项${pendingWords}`];
  const all = [...told, ...waiting];
  return all.length === 0 ? '没有涉及的指标。' : `${results.length + pending}项指标：${all.join('；')}。`;
}
