import type { PartResult, Result } from '../core/indicators/result.ts';
import { durationWords } from '../core/measures/duration.ts';
import { subjectOf, type ValueBook } from '../core/reports/book.ts';
import type { Quantity } from '../core/reports/value.ts';
import { casesWords, targetWords, valueWords } from './formats.ts';
import { differenceWords } from './movement.ts';
import { type Piece, plainText } from './paper/piece.ts';
import { text } from './paper/say.ts';
import type { Printer } from './result.ts';

/** A quantity as it is printed; a dash where there is nothing to divide by. */
export function quantityWords(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'tally':
      return valueWords(quantity.tally, quantity.target, quantity.unit) ?? '—';
    case 'cases':
      return casesWords(quantity.tally);
    case 'target':
      return targetWords(quantity.target);
    case 'difference':
      return differenceWords(quantity.before, quantity.after, quantity.target?.unit ?? null);
    case 'share':
      return `${quantity.numerator}/${quantity.denominator}`;
    case 'duration':
      return durationWords(quantity.minutes);
    case 'count':
      return `${quantity.count}${quantity.unit}`;
  }
}

/** The value of an id as it is printed, leading to what it rests on. Asking for an id that the book does not have is our bug. */
export function value(book: ValueBook, id: string): Piece {
  const found = book.get(id);
  if (found === null) throw new TypeError(`no value ${id}`);
  return { kind: 'value', id, text: quantityWords(found.quantity), to: found.to };
}

/** A number of things without its counter word, for columns whose heading says what is counted. */
export function bare(book: ValueBook, id: string): Piece {
  const piece = value(book, id);
  const quantity = book.get(id)?.quantity;
  return piece.kind === 'value' && quantity?.kind === 'count' ? { ...piece, text: String(quantity.count) } : piece;
}

/** The value of an id, or a dash where the book has none: what is not known has no number. */
export const valueOrDash = (book: ValueBook, id: string): Piece => (book.get(id) === null ? text('—') : value(book, id));

/** Prints a result's numbers as values of a report's book. */
export function bookPrinter(book: ValueBook, result: Result): Printer {
  const of = (part: PartResult, field: string): Piece | null => {
    const id = `${subjectOf(result, part)}/${field}`;
    return book.get(id) === null ? null : value(book, id);
  };
  const known = (piece: Piece | null) => (piece === null || plainText([piece]) === '—' ? null : piece);
  return {
    value: (part) => known(of(part, 'value')),
    cases: (part) => of(part, 'cases') ?? text('—'),
    target: (part) => of(part, 'target'),
    small: ({ small }) => (small ? [text('样本少')] : []),
  };
}
