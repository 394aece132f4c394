import type { Verdict } from '../../core/indicators/verdict.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { verdictWords } from '../verdict.ts';

/** How words stand out from those around them. */
export type Emphasis =
  /** A file, column or code, as machines write it. */
  | 'code'
  | 'strong'
  /** A remark below or beside what it belongs to. */
  | 'small'
  /** What the plan does not say and we propose. */
  | 'advice'
  /** How a promise without a verdict is proved. */
  | 'proof';

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

/**
 * A run of words. In a report our own sentences are `text` and hold no digit: every numeral is a `value` bound to an id of the
 * report's machine twin, a `time` (a date or period), or part of a `quote`: words that stand in content or in a row, or that the
 * reading of a file put down (how it differs from its slip).
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly to?: Destination }
  | { readonly kind: 'quote'; readonly text: string; readonly to?: Destination }
  | { readonly kind: 'time'; readonly text: string; readonly to?: Destination }
  | { readonly kind: 'value'; readonly text: string; readonly id: string; readonly to?: Destination }
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly compact: boolean; readonly to?: Destination }
  | Stressed
  | Folded;

export type Pieces = readonly Piece[];

/** One piece as plain text. */
function plainPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
    case 'quote':
    case 'time':
    case 'value':
      return piece.text;
    case 'verdict':
      return verdictWords(piece.verdict);
    case 'stressed':
      return plainText(piece.pieces);
    case 'folded':
      return piece.summary;
  }
}

/** Pieces as plain text, for captions read aloud, descriptions and machine twins. */
export const plainText = (pieces: Pieces): string => pieces.map(plainPiece).join('');
