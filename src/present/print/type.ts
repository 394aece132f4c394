import { type Piece, type Pieces, plainText } from '../paper/piece.ts';

/*
 * How wide text is on paper, without a browser: in em, generous for every font of the stack (styles/sheet.css), because the
 * reader's machine has other fonts than the one that builds. Chinese characters are one em wide in all of them.
 */

function letterWidth(character: string): number {
  if (character > '\u00ff') return 1;
  if (character === ' ') return 0.35;
  if (/[MW%@m]/u.test(character)) return 0.95;
  return /[A-Z]/u.test(character) ? 0.75 : 0.58;
}

/** Runs between which a line may break: a word or number, or one Chinese character, each with the marks that cling to it; after % no line breaks before a bracket with a number (UAX 14, LB25). */
const unbroken =
  /[（《「『【“‘]*(?:[!-~\u00a1-\u00ff]+(?:(?<=%)（[!-~]+)?|[^!-~\u00a1-\u00ff])[，。、；：！？）》」』】”’%…—·]*/gu;

/** The width of a text in em. */
export const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + letterWidth(each), 0);

/** The widest run of a text in em: a column narrower than that breaks it. */
export const widestRun = (text: string): number => Math.max(0, ...[...text.matchAll(unbroken)].map(([run]) => widthOf(run)));

/** Lines that a text takes in a column so many em wide. A run wider than the column is broken where it must. */
export function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const [run] of text.matchAll(unbroken)) {
    const wide = widthOf(run);
    if (used > 0 && used + wide > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(wide / width) - 1);
    used = wide > width ? wide % width : used + wide;
  }
  return lines;
}

/** A verdict never breaks: it measures like one long word as wide as its shape, the gap and its characters. */
const told = (piece: Piece): string => {
  if (piece.kind !== 'verdict') return plainText([piece]);
  const characters = piece.compact ? 0 : plainText([piece]).length;
  return 'M'.repeat(Math.ceil((characters + 1.4) / 0.95));
};

/** Pieces as the text that measures like them. */
export const measured = (pieces: Pieces): string => pieces.map(told).join('');

/** The narrowest character in em. */
const narrowest = 0.35;

/** The beginning of a text that so many lines may at most hold: what lies behind it need not be measured. */
const beginning = (text: string, width: number, lines: number): string =>
  text.slice(0, 2 * Math.ceil((width * lines) / narrowest));

/** The longest beginning of a text that keeps to so many lines after what stands before. */
function fitting(before: string, text: string, width: number, lines: number): string {
  const letters = [...text];
  const upTo = (end: number) => letters.slice(0, end).join('');
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (linesOf(before + upTo(middle), width) <= lines) low = middle;
    else high = middle - 1;
  }
  return upTo(low);
}

/** Pieces cut after so many lines: what fits, and the rest. Values, dates and verdicts are never cut. */
export function cut(pieces: Pieces, width: number, lines: number): readonly [Pieces, Pieces] {
  const kept: Piece[] = [];
  let before = '';
  for (const [index, piece] of pieces.entries()) {
    const text = told(piece);
    const seen = beginning(text, width, lines);
    if (seen === text && linesOf(before + text, width) <= lines) {
      kept.push(piece);
      before += text;
      continue;
    }
    const rest = pieces.slice(index + 1);
    if (piece.kind !== 'text' && piece.kind !== 'quote') return [kept, [piece, ...rest]];
    const fits = fitting(before, seen, width, lines);
    const behind: Piece = { ...piece, text: text.slice(fits.length) };
    return [fits === '' ? kept : [...kept, { ...piece, text: fits }], [behind, ...rest]];
  }
  return [kept, []];
}
