import { escapeText, shortened } from './frame.ts';

/** Rows of a picture with bars lying down: a line of words, and below it a bar. Lengths in pixels. */
export const rowLayout = { top: 30, row: 46, words: 15, bar: 22, thick: 16, foot: 8 };

export const rowsHeight = (rows: number): number => rowLayout.top + rows * rowLayout.row + rowLayout.foot;

/** Upper edge of a row's bar. */
export const barTop = (row: number): number => rowLayout.top + row * rowLayout.row + rowLayout.bar;

/** The line of words above a bar: its name at the left, its numbers at the right. */
export function rowWords(row: number, label: string, numbers: string): string {
  const y = rowLayout.top + row * rowLayout.row + rowLayout.words;
  return `<text class="name" x="0" y="${y}">${escapeText(shortened(label, 13))}</text><text class="numbers" x="100%" y="${y}">${escapeText(numbers)}</text>`;
}

/** The scale above the rows, from nothing to the whole, with rules down to the last bar. */
export function shareScale(rows: number): string {
  const bottom = barTop(rows - 1) + rowLayout.thick;
  const rules = [0, 25, 50, 75, 100].map((share) => `<line x1="${share}%" x2="${share}%" y1="22" y2="${bottom}"/>`);
  const ends = `<text class="from" x="0" y="15">0%</text><text class="middle" x="50%" y="15">50%</text><text class="to" x="100%" y="15">100%</text>`;
  return `<g class="grid share">${rules.join('')}${ends}</g>`;
}
