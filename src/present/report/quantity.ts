import type { Quantity } from '../../core/reports/value.ts';
import { casesWords, targetWords, valueWords } from '../formats.ts';

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
      return '—';
    case 'count':
      return `${quantity.count}${quantity.unit}`;
  }
}
