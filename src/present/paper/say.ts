import { basisOf } from '../../core/indicators/basis.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { Reading } from '../../core/reports/commitments.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { excerptWords } from '../cells.ts';
import type { Emphasis, Piece, Pieces } from './piece.ts';

const destined = (to: Destination | undefined) => (to === undefined ? {} : { to });

/** Words of our own; they hold no digit. */
export const text = (words: string, to?: Destination): Piece => ({ kind: 'text', text: words, ...destined(to) });
/** Words that stand in content or in a row. */
export const quote = (words: string, to?: Destination): Piece => ({ kind: 'quote', text: words, ...destined(to) });
/** Words of a row, cut where they would fill sheets. */
export const excerpt = (words: string, to?: Destination): Piece => quote(excerptWords(words), to);
/** A date or a period. */
export const time = (words: string, to?: Destination): Piece => ({ kind: 'time', text: words, ...destined(to) });
/** Words that stand out. */
export const stressed = (as: Emphasis, ...pieces: Pieces): Piece => ({ kind: 'stressed', as, pieces });
/** A file, a column or a command, as machines write it. */
export const code = (words: string): Piece => stressed('code', quote(words));
/** What goes beyond the plan, behind the word that says so. */
export const advised = (words: string, sign = '建议'): Piece => stressed('advice', stressed('strong', text(sign)), quote(words));
/** A verdict, or how a promise reads. */
export const mark = (verdict: Reading, to?: Destination): Piece => ({
  kind: 'verdict',
  verdict,
  compact: false,
  ...destined(to),
});

/** The verdict of a result with the basis of its target, where no target stands beside it. */
export function stands(result: Pick<Result, 'verdict' | 'parts'>, to?: Destination): Piece {
  const basis = basisOf(result);
  return { kind: 'verdict', verdict: result.verdict, compact: false, ...(basis === null ? {} : { basis }), ...destined(to) };
}

/** A verdict's shape alone: what it says stands beside it. */
export const shape = (verdict: Reading, to?: Destination): Piece => ({
  kind: 'verdict',
  verdict,
  compact: true,
  ...destined(to),
});

/** A sentence template: the words between are ours, what is filled in is pieces. */
export function say(words: TemplateStringsArray, ...filled: readonly (Piece | Pieces)[]): Pieces {
  return words.flatMap((own, index) => {
    const next = filled[index];
    const between = own === '' ? [] : [text(own)];
    if (next === undefined) return between;
    return 'kind' in next ? [...between, next] : [...between, ...next];
  });
}

/** Several runs of pieces with words between them. */
export const joined = (runs: readonly Pieces[], between: string): Pieces =>
  runs.flatMap((pieces, index) => (index === 0 ? pieces : [text(between), ...pieces]));
