import type { Basis } from '../../core/indicators/basis.ts';
import type { Reading } from '../../core/reports/commitments.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { inBrackets } from '../basis.ts';
import { readingWords } from '../verdict.ts';

/** How words stand out from those around them. */
export type Emphasis =
  /** A file, column or code, as machines write it. */
  | 'code'
  | 'strong'
  /** A remark below or beside what it belongs to. */
  | 'small'
  /** The same in a line of its own. */
  | 'below'
  /** What is not counted. */
  | 'excluded'
  /** A link to what the page is there to do. */
  | 'button'
  /** A value that nobody has said yet. */
  | 'blank'
  /** What the plan does not say and we propose. */
  | 'advice'
  /** What has no measure yet, or is not checked. */
  | 'pending';

/** Words that stand out, with further words in them. */
export interface Stressed {
  readonly kind: 'stressed';
  readonly as: Emphasis;
  readonly pieces: Pieces;
}

/** Words that show more when asked: how many things there are, then which. */
export interface Folded {
  readonly kind: 'folded';
  readonly summary: string;
  readonly items: readonly Pieces[];
}

/** Points below the words that they belong to. */
export interface Points {
  readonly kind: 'points';
  readonly items: readonly Pieces[];
}

/**
 * A run of words. In a report our own sentences are `text` and hold no digit: every numeral is a `value` bound to an id of the
 * report's machine twin, a `time` (a date or period), or part of a `quote`: words that stand in content or in a row, or that the
 * reading of a file put down (how it differs from its slip). The title of a quote says what its words stand for where they are
 * an id.
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly to?: Destination }
  | { readonly kind: 'quote'; readonly text: string; readonly to?: Destination; readonly title?: string }
  | { readonly kind: 'time'; readonly text: string; readonly to?: Destination }
  | { readonly kind: 'value'; readonly text: string; readonly id: string; readonly to?: Destination }
  | {
      readonly kind: 'verdict';
      readonly verdict: Reading;
      readonly compact: boolean;
      /** On which basis its target stands, where no target beside it says so. */
      readonly basis?: Basis;
      readonly to?: Destination;
    }
  | Stressed
  | Folded
  | Points;

export type Pieces = readonly Piece[];

/** Whether a piece is bare words: nothing leads from them, nothing sets them apart. */
export const isPlain = (piece: Piece): piece is Extract<Piece, { kind: 'text' | 'quote' | 'time' }> =>
  (piece.kind === 'text' || piece.kind === 'quote' || piece.kind === 'time') && piece.to === undefined;

/** One piece as plain text. */
function plainPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
    case 'quote':
    case 'time':
    case 'value':
      return piece.text;
    case 'verdict':
      return `${readingWords(piece.verdict)}${inBrackets(piece.basis ?? null)}`;
    case 'stressed':
      return plainText(piece.pieces);
    case 'folded':
      return piece.summary;
    case 'points':
      return piece.items.map(plainText).join('；');
  }
}

/** Pieces as plain text, for captions read aloud, descriptions and machine twins. */
export const plainText = (pieces: Pieces): string => pieces.map(plainPiece).join('');
