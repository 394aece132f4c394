import { folded } from './fold.ts';

/** A piece of a text; marked where it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text into pieces so that each occurrence of any of the folded words is marked. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const own = folded(text);
  const pieces: Piece[] = [];
  let from = 0;
  while (from < text.length) {
    const next = words
      .map((word) => ({ at: own.indexOf(word, from), length: word.length }))
      .filter(({ at, length }) => at >= 0 && length > 0)
      .sort((a, b) => a.at - b.at || b.length - a.length)[0];
    if (next === undefined) break;
    if (next.at > from) pieces.push({ text: text.slice(from, next.at), marked: false });
    pieces.push({ text: text.slice(next.at, next.at + next.length), marked: true });
    from = next.at + next.length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from), marked: false }] : pieces;
}

/** Where a sentence ends: after a full stop and its like, or where the index joins two blocks. */
const end = /[。！？；]|\.\s/gu;

/**
 * The sentence around a place of a text, at most about `most` characters of it, with an ellipsis where it is cut. The point
 * by which the index ends a block is left out.
 */
export function sentenceAt(text: string, at: number, length: number, most = 110): string {
  let [from, to] = [0, text.length];
  for (const match of text.matchAll(end)) {
    const after = match.index + match[0].length;
    if (after <= at) from = after;
    else if (match.index >= at + length) {
      to = match.index + 1;
      break;
    }
  }
  const lead = Math.max(from, at - Math.floor(most / 3));
  const last = Math.min(to, Math.max(lead + most, at + length));
  const shown = text.slice(lead, last).trim();
  return `${lead > from ? '…' : ''}${last < to ? `${shown}…` : shown.replace(/\.$/u, '')}`;
}
