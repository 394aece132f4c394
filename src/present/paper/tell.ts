import type { Block, Heading, List, ListLook, Neighbour, Paragraph, ReportBlock } from './block.ts';
import type { Pieces } from './piece.ts';
import { text } from './say.ts';

/** The heading of a part of a page; without an id of its own it is found by its words. */
export const heading = (words: string, more: Partial<Omit<Heading, 'kind' | 'text'>> = {}): Heading => ({
  kind: 'heading',
  level: 2,
  id: null,
  text: words,
  ...more,
});

/** Words alone, or pieces. */
type Told = string | Pieces;

const piecesOf = (told: Told): Pieces => (typeof told === 'string' ? [text(told)] : told);

export const paragraph = (told: Told, look?: Paragraph['look']): Paragraph => ({
  kind: 'paragraph',
  pieces: piecesOf(told),
  ...(look === undefined ? {} : { look }),
});

export const note = (told: Told): ReportBlock => ({ kind: 'note', pieces: piecesOf(told) });

const listOf = (ordered: boolean, items: readonly Told[], look: ListLook | undefined): List => ({
  kind: 'list',
  ordered,
  items: items.map(piecesOf),
  ...(look === undefined ? {} : { look }),
});

/** Things beside each other. */
export const list = (items: readonly Told[], look?: ListLook): List => listOf(false, items, look);

/** Things one after another. */
export const numbered = (items: readonly Told[], look?: ListLook): List => listOf(true, items, look);

/** The way from one of several pages to the one before and after. */
export function pager<T>(all: readonly T[], at: number, neighbour: (each: T) => Neighbour): Block {
  const [previous, next] = [all[at - 1], all[at + 1]];
  return {
    kind: 'pager',
    previous: previous === undefined ? null : neighbour(previous),
    next: next === undefined ? null : neighbour(next),
  };
}
