import type { PartResult, Result } from '../../core/indicators/assessment.ts';
import type { TargetUnit } from '../../core/indicators/indicator.ts';
import { durationWords } from '../../core/measures/duration.ts';
import type { Tally } from '../../core/measures/tally.ts';
import { subjectOf, type ValueBook } from '../../core/reports/book.ts';
import type { Quantity } from '../../core/reports/value.ts';
import { casesWords, durationText, type Printer, targetWords, unitWords, valueWords } from '../formats.ts';
import { decimalText, roundedUnits } from '../rounding.ts';
import type { Piece } from './block.ts';
import { text } from './say.ts';

const signed = (units: number, words: string): string => (units > 0 ? `+${words}` : units < 0 ? `−${words}` : words);

/** +1.2个百分点, −35分钟, +0.25分, −2起: how much a value changed. */
function differenceWords(before: Tally, after: Tally, unit: TargetUnit | null): string {
  if (before.kind === 'ratio' && after.kind === 'ratio') {
    const cross = after.numerator * before.denominator - before.numerator * after.denominator;
    const units = roundedUnits(cross * 100, after.denominator * before.denominator, 1);
    return signed(units, `${decimalText(Math.abs(units), 1)}个百分点`);
  }
  if (before.kind === 'mean' && after.kind === 'mean') {
    const cross = after.sum * before.count - before.sum * after.count;
    const duration = unit === 'min' || unit === 'h' || unit === 'd';
    const places = duration ? 0 : 2;
    const units = roundedUnits(cross, after.count * before.count, places);
    const size = { units: Math.abs(units), places };
    return signed(
      units,
      duration ? durationText(size, unit) : `${decimalText(size.units, places)}${unit === null ? '' : unitWords(unit)}`,
    );
  }
  const events = before.kind === 'count' && after.kind === 'count' ? after.events - before.events : 0;
  return signed(events, `${Math.abs(events)}${unit === null ? '' : unitWords(unit)}`);
}

/** A quantity as it is printed; a dash where there is nothing to divide by. */
export function quantityWords(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'tally':
      return valueWords(quantity.tally, quantity.target) ?? '—';
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
  const known = (piece: Piece | null) => (piece === null || piece.kind === 'verdict' || piece.text === '—' ? null : piece);
  return {
    value: (part) => known(of(part, 'value')),
    cases: (part) => of(part, 'cases') ?? text('—'),
    target: (part) => of(part, 'target'),
    small: ({ small }) => (small ? [text('样本少')] : []),
  };
}
