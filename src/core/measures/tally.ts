/** What a value is read from: n of N, a number of events, or a sum over a number of cases. */
export type Reading =
  | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'count'; readonly events: number }
  | { readonly kind: 'mean'; readonly sum: number; readonly count: number };

/**
 * The additive result of a measure: counts whose sum over months and locations is the result of the joined rows. A mean keeps
 * the squares of its cases too (each to the nearest millionth), which tell how far apart they lie.
 */
export type Tally = Exclude<Reading, { kind: 'mean' }> | (Extract<Reading, { kind: 'mean' }> & { readonly squares: number });

export type TallyKind = Reading['kind'];

const grid = 1e6;

/**
 * The exact sum of two numbers with at most six decimals (no column has more): whole numbers of millionths are added, so that
 * 0.1 and 0.2 make 0.3 in whatever order many of them are added up.
 */
export const plus = (a: number, b: number): number =>
  Number.isInteger(a) && Number.isInteger(b) ? a + b : (Math.round(a * grid) + Math.round(b * grid)) / grid;

/** The least power of ten that makes a number with at most six decimals whole. */
function scaleOf(value: number): number {
  let scale = 1;
  while (scale < grid && Math.round(value * scale) / scale !== value) scale *= 10;
  return scale;
}

/** Two numbers of the same quotient, both whole. */
export function inWholes(numerator: number, denominator: number): readonly [number, number] {
  const scale = Math.max(scaleOf(numerator), scaleOf(denominator));
  return [Math.round(numerator * scale), Math.round(denominator * scale)];
}

/** What one case adds to a ratio: it passed, it failed, or it does not count. */
export const passed: Tally = { kind: 'ratio', numerator: 1, denominator: 1 };
export const failed: Tally = { kind: 'ratio', numerator: 0, denominator: 1 };
export const leftOut: Tally = { kind: 'ratio', numerator: 0, denominator: 0 };

/** What one case adds to a mean. */
export const caseOf = (value: number): Tally => ({ kind: 'mean', sum: value, count: 1, squares: plus(value * value, 0) });

/** The identity of addition. */
export function zero(kind: TallyKind): Tally {
  switch (kind) {
    case 'ratio':
      return { kind, numerator: 0, denominator: 0 };
    case 'count':
      return { kind, events: 0 };
    case 'mean':
      return { kind, sum: 0, count: 0, squares: 0 };
  }
}

/** Whether nothing was added up. */
export function isZero(tally: Tally): boolean {
  switch (tally.kind) {
    case 'ratio':
      return tally.numerator === 0 && tally.denominator === 0;
    case 'mean':
      return tally.count === 0;
    case 'count':
      return tally.events === 0;
  }
}

/** What takes a tally away from a sum that holds it. */
export function negative(tally: Tally): Tally {
  switch (tally.kind) {
    case 'ratio':
      return { ...tally, numerator: -tally.numerator, denominator: -tally.denominator };
    case 'count':
      return { ...tally, events: -tally.events };
    case 'mean':
      return { kind: 'mean', sum: -tally.sum, count: -tally.count, squares: -tally.squares };
  }
}

/** Sum of two tallies of one kind; tallies of different kinds never meet, because a measure yields one kind only. */
export function add(a: Tally, b: Tally): Tally {
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    return { kind: 'ratio', numerator: plus(a.numerator, b.numerator), denominator: plus(a.denominator, b.denominator) };
  }
  if (a.kind === 'count' && b.kind === 'count') return { kind: 'count', events: a.events + b.events };
  if (a.kind === 'mean' && b.kind === 'mean')
    return { kind: 'mean', sum: plus(a.sum, b.sum), count: a.count + b.count, squares: plus(a.squares, b.squares) };
  throw new TypeError(`a ${a.kind} tally cannot be added to a ${b.kind} tally`);
}

/** How many cases a tally rests on: N of a ratio or mean. A count rests on the whole period, so it has none. */
export function casesOf(tally: Reading): number | null {
  switch (tally.kind) {
    case 'ratio':
      return tally.denominator;
    case 'mean':
      return tally.count;
    case 'count':
      return null;
  }
}
