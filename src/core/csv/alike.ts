import type { Value, Values } from './column.ts';

/** Equal values have equal numbers, from 0 on in the order in which they come. */
interface Numbered {
  readonly numbers: readonly number[];
  readonly size: number;
}

function numbered(values: readonly (Value | undefined)[]): Numbered {
  const known = new Map<Value | undefined, number>();
  const numbers = values.map((value) => {
    const number = known.get(value) ?? known.size;
    if (number === known.size) known.set(value, number);
    return number;
  });
  return { numbers, size: known.size };
}

/** Numbers of pairs, equal where both are: looked up in a plain array, unless that would be empty for the most part. */
function paired(a: Numbered, b: Numbered): Numbered {
  const pairOf = (number: number, at: number) => number * b.size + (b.numbers[at] ?? 0);
  if (a.size * b.size > 16 * a.numbers.length) return numbered(a.numbers.map(pairOf));
  const known = new Int32Array(a.size * b.size);
  let size = 0;
  const numbers = a.numbers.map((number, at) => {
    const pair = pairOf(number, at);
    const earlier = known[pair] ?? 0;
    if (earlier > 0) return earlier - 1;
    size += 1;
    known[pair] = size;
    return size - 1;
  });
  return { numbers, size };
}

/** Groups of two or more rows that say the same in all fields (at least one), in the order in which they begin. */
export function alike<Row extends { readonly values: Values }>(rows: readonly Row[], fields: readonly string[]): Row[][] {
  const { numbers, size } = fields.map((field) => numbered(rows.map(({ values }) => values[field]))).reduce(paired);
  if (size === rows.length) return [];
  const groups = Array.from({ length: size }, (): Row[] => []);
  for (const [at, row] of rows.entries()) groups[numbers[at] ?? 0]?.push(row);
  return groups.filter(({ length }) => length > 1);
}
