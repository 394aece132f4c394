import { plainText } from '../../paper/piece.ts';
import type { ParetoChart } from '../spec.ts';
import { area, hatchesFor, type Picture, picture, tidy } from './frame.ts';
import { barTop, rowLayout, rowsHeight, rowWords, shareScale } from './rows.ts';

/** Bars of each group and diamonds of the running total, on one axis from nothing to all failures. */
export function drawPareto(spec: ParetoChart): Picture {
  const { id, title, summary, total, unit, bars } = spec;
  const words = bars.map(({ label, count, cumulativeWords }, row) =>
    rowWords(row, label, `${count}${unit}　累计${cumulativeWords}`),
  );
  const shares = bars.map(({ count }, row) => area(id, 'over', 0, (count * 100) / total, barTop(row), rowLayout.thick));
  const middle = (row: number) => barTop(row) + rowLayout.thick / 2;
  const curve = bars.slice(1).map(({ cumulative }, at) => {
    const before = bars[at]?.cumulative ?? 0;
    return `<line x1="${tidy(before)}%" x2="${tidy(cumulative)}%" y1="${middle(at)}" y2="${middle(at + 1)}"/>`;
  });
  const diamonds = bars.map(
    ({ cumulative }, row) =>
      `<svg class="diamond" x="${tidy(cumulative)}%" y="${middle(row)}" overflow="visible"><path d="M0-5.5 5.5 0 0 5.5-5.5 0z"/></svg>`,
  );
  const running = `<g class="running drawn" data-series="1">${curve.join('')}${diamonds.join('')}</g>`;
  const body = `${hatchesFor(id, ['over'])}${shareScale(bars.length)}<g class="drawn" data-series="0">${shares.join('')}</g>${running}<g class="rows">${words.join('')}</g>`;
  return picture(id, title, plainText(summary), rowsHeight(bars.length), body);
}
