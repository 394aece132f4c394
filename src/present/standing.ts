import { type Month, monthOf } from '../core/calendar/date.ts';
import { monthsBetween } from '../core/calendar/period.ts';
import type { Result } from '../core/indicators/result.ts';
import type { Verdict } from '../core/indicators/verdict.ts';
import type { Proof, Standing } from '../core/reports/commitments.ts';
import { urgency } from '../core/reports/verdicts.ts';
import { verdictPhrases } from './basis.ts';
import { monthWords } from './dates.ts';
import type { Piece } from './paper/piece.ts';
import { mark, text } from './paper/say.ts';
import { verdictWords } from './verdict.ts';

/** How a promise without a verdict is proved. */
export const proofWords: Readonly<Record<Proof, string>> = {
  measured: '以指标证明',
  pending: '口径待建',
  documents: '以文件证明',
  'not-measurable': '不可度量',
};

/** How a promise stands, as a mark: its verdict, or how it is proved without one. */
export const standingPiece = ({ verdict, proof }: Pick<Standing, 'verdict' | 'proof'>): Piece =>
  verdict === null ? { kind: 'stressed', as: 'proof', pieces: [text(proofWords[proof])] } : mark(verdict);

/** 自2025年3月起（20个月）: since when the verdict stands. */
export function sinceWords({ since, month }: Pick<Standing, 'since' | 'month'>): string {
  if (since === null) return '—';
  const count = monthsBetween(monthOf(since), month).length;
  return count === 1 ? `本月起` : `自${monthWords(since)}起（连续${count}个月）`;
}

/** One sentence on how a promise stands and since when. */
export function standingSentence(standing: Standing): string {
  const { commitment, month, proof, verdict, since, results, pending } = standing;
  const rest = pending.length === 0 ? '' : `另有${pending.length}项指标的计算口径尚未建立，未计入。`;
  if (verdict !== null && since !== null) {
    const stands = `${monthWords(month)}${verdictWords(verdict)}：由${results.length}项指标合并判定，${sinceWords(standing)}${verdictWords(verdict)}。`;
    return `${stands}${rest}`;
  }
  switch (proof) {
    case 'measured':
    case 'pending':
      return `证明这项承诺的${pending.length}项指标尚未建立计算口径，暂无结论；目前凭${commitment.documents.length}种文件核对。`;
    case 'documents':
      return `这项承诺以${commitment.documents.length}种文件证明，没有指标，不作达标与否的结论。`;
    case 'not-measurable':
      return `这项承诺不可度量：${commitment.notMeasurable ?? '方案没有写明标准'}。`;
  }
}

const countOf = <T>(items: readonly T[], test: (item: T) => boolean): number => items.filter(test).length;

/** 99 项由指标证明，其中 89 项达标、6 项未达标…；58 项口径待建；87 项以文件证明。 */
export function standingsSentence(standings: readonly Standing[], month: Month): string {
  const verdicts = (verdict: Verdict) => countOf(standings, (each) => each.verdict === verdict);
  const judged = countOf(standings, ({ verdict }) => verdict !== null);
  const told = urgency
    .filter((verdict) => verdicts(verdict) > 0)
    .map((verdict) => `${verdicts(verdict)}项${verdictWords(verdict)}`);
  const proofs = (['pending', 'documents', 'not-measurable'] as const)
    .map((proof) => ({ proof, count: countOf(standings, (each) => each.verdict === null && each.proof === proof) }))
    .filter(({ count }) => count > 0)
    .map(({ proof, count }) => `${count}项${proofWords[proof]}`);
  const measured = judged === 0 ? [] : [`${judged}项由指标判定，${monthWords(month)}${told.join('、')}`];
  return `${[...measured, ...proofs].join('；')}。`;
}

/** 24项指标：2项未达标，均为推得数值；1项数据不完整；15项达标；6项口径待建。 */
export function resultsSentence(results: readonly Result[], pending = 0): string {
  const told = verdictPhrases(results);
  const waiting = pending === 0 ? [] : [`${pending}项${proofWords.pending}`];
  const all = [...told, ...waiting];
  return all.length === 0 ? '没有涉及的指标。' : `${results.length + pending}项指标：${all.join('；')}。`;
}
