import type { Verdict } from '../../../core/indicators/verdict.ts';
import { plainText } from '../../paper/piece.ts';
import { verdictLooks } from '../../verdict.ts';
import type { BreakdownChart } from '../spec.ts';
import { area, hatchesFor, type Picture, picture } from './frame.ts';
import { barTop, rowLayout, rowsHeight, rowWords, shareScale } from './rows.ts';

/** A verdict's shape; the dash of 不适用 before a number would read as a minus. */
const sign = (verdict: Verdict): string =>
  verdict === 'not-applicable' ? verdictLooks[verdict].word : verdictLooks[verdict].shape;

/** Stacked bars of verdicts: each segment has its own pattern, and the shapes with their numbers stand above the bar. */
export function drawBreakdown(spec: BreakdownChart): Picture {
  const { id, title, summary, verdicts, rows } = spec;
  const numbers = (counts: readonly number[]) =>
    verdicts.flatMap((verdict, at) => (counts[at] === 0 ? [] : [`${sign(verdict)}${counts[at]}`])).join('　');
  const words = rows.map(({ label, counts }, row) => rowWords(row, label, numbers(counts)));
  const bars = verdicts.map((verdict, at) => {
    const segments = rows.map(({ counts, total }, row) => {
      const before = counts.slice(0, at).reduce((sum, count) => sum + count, 0);
      const count = counts[at] ?? 0;
      const share = (part: number) => (part * 100) / total;
      return count === 0 ? '' : area(id, verdict, share(before), share(count), barTop(row), rowLayout.thick);
    });
    return `<g class="drawn" data-series="${at}">${segments.join('')}</g>`;
  });
  const body = `${hatchesFor(id, verdicts)}${shareScale(rows.length)}<g class="rows">${words.join('')}</g>${bars.join('')}`;
  return picture(id, title, plainText(summary), rowsHeight(rows.length), body);
}
