import type { Value, Values } from './column.ts';

interface Row {
  readonly values: Values;
}

/** Rows that say the same have the same number, from 0 on in the order in which they begin. */
interface Numbered {
  readonly numbers: Int32Array;
  readonly size: number;
}

/** The rows numbered by one field. A row often says what the row above says. */
function numbered(rows: readonly Row[], field: string): Numbered {
  const known = new Map<Value | undefined, number>();
  const numbers = new Int32Array(rows.length);
  let above: Value | undefined;
  let number = 0;
  rows.forEach(({ values }, at) => {
    const value = values[field];
    if (at === 0 || value !== above) {
      number = known.get(value) ?? known.size;
      if (number === known.size) known.set(value, number);
      above = value;
    }
    numbers[at] = number;
  });
  return { numbers, size: known.size };
}

/** What gives each pair a number when it is first seen: a plain array, unless that would be empty for the most part. */
function pairNumbers(pairs: number, rows: number): (pair: number, next: number) => number {
  if (pairs > 16 * rows) {
    const known = new Map<number, number>();
    return (pair, next) => {
      const number = known.get(pair) ?? next;
      if (number === next) known.set(pair, number);
      return number;
    };
  }
  // One more than the number, because nothing seen yet is 0.
  const known = new Int32Array(pairs);
  return (pair, next) => {
    const seen = known[pair] ?? 0;
    if (seen > 0) return seen - 1;
    known[pair] = next + 1;
    return next;
  };
}

/** The rows numbered by what both say: `a` is overwritten. */
function paired({ numbers, size }: Numbered, b: Numbered): Numbered {
  const numberOf = pairNumbers(size * b.size, numbers.length);
  let next = 0;
  numbers.forEach((number, at) => {
    const pair = numberOf(number * b.size + (b.numbers[at] ?? 0), next);
    if (pair === next) next += 1;
    numbers[at] = pair;
  });
  return { numbers, size: next };
}

/** Groups of two or more rows that say the same in all fields (at least one), in the order in which they begin. */
export function alike<R extends Row>(rows: readonly R[], fields: readonly string[]): R[][] {
  const { numbers, size } = fields.map((field) => numbered(rows, field)).reduce(paired);
  if (size === rows.length) return [];
  const groups = Array.from({ length: size }, (): R[] => []);
  rows.forEach((row, at) => {
    groups[numbers[at] ?? 0]?.push(row);
  });
  return groups.filter(({ length }) => length > 1);
}
