import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { skippedNumbers } from './stories.ts';

/** Gives rows the month's running numbers in their order, leaving out the numbers that the stories skip. */
export function numbered(log: string, series: string, month: Month, rows: readonly Row[]): Row[] {
  const skipped = skippedNumbers.filter((gap) => gap.log === log && gap.month === month).map((gap) => gap.number);
  let number = 0;
  return rows.map((row) => {
    number += 1;
    while (skipped.includes(number)) number += 1;
    return { id: `${series}-${month.replace('-', '')}-${String(number).padStart(3, '0')}`, ...row };
  });
}

/** Rows by the text of one field, which sorts in time's order. */
export const sortedBy = (field: string, rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => {
    const [left, right] = [String(a[field] ?? ''), String(b[field] ?? '')];
    return left === right ? 0 : left < right ? -1 : 1;
  });
