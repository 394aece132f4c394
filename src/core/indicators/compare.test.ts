import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tally } from '../measures/tally.ts';
import { satisfies } from './compare.ts';
import { operators, type Target } from './indicator.ts';

const target = (operator: Target['operator'], value: number, unit: string = '%'): Target => ({
  from: '2024-11-01',
  operator,
  value,
  unit,
  period: 'month',
  basis: 'plan',
});
const ratio = (numerator: number, denominator: number): Tally => ({ kind: 'ratio', numerator, denominator });
const mean = (sum: number, count: number): Tally => ({ kind: 'mean', sum, count, squares: 0 });
const count = (events: number): Tally => ({ kind: 'count', events });

describe('satisfies', () => {
  it('compares unrounded: what prints as 95.0 % need not be 95 %', () => {
    expect(satisfies(ratio(19, 20), target('>=', 95))).toBe(true);
    expect(satisfies(ratio(9496, 10000), target('>=', 95))).toBe(false);
    expect(satisfies(ratio(18999999, 20000000), target('>=', 95))).toBe(false);
    expect(satisfies(ratio(19, 20), target('>', 95))).toBe(false);
    expect(satisfies(ratio(1, 3), target('<=', 33.3))).toBe(false);
    expect(satisfies(ratio(333, 1000), target('<=', 33.3))).toBe(true);
  });

  it('is not misled by binary fractions', () => {
    expect(satisfies(ratio(985, 1000), target('>=', 98.5))).toBe(true);
    expect(satisfies(ratio(29, 100), target('>=', 29))).toBe(true);
    expect(satisfies(ratio(57, 100), target('==', 57))).toBe(true);
    expect(satisfies(ratio(7, 1000), target('==', 0.7))).toBe(true);
    expect(satisfies(ratio(1005, 100000), target('>=', 1.005))).toBe(true);
    expect(satisfies(ratio(3, 1000), target('<=', 0.3))).toBe(true);
  });

  it('knows all of none: 0 of N and N of N', () => {
    expect(satisfies(ratio(0, 7), target('<=', 0))).toBe(true);
    expect(satisfies(ratio(7, 7), target('==', 100))).toBe(true);
    expect(satisfies(ratio(6, 7), target('==', 100))).toBe(false);
    expect(satisfies(ratio(8, 7), target('>', 100))).toBe(true);
  });

  it('has nothing to compare where nothing was due', () => {
    expect(satisfies(ratio(0, 0), target('>=', 95))).toBeNull();
    expect(satisfies(ratio(0, 0), target('<=', 0))).toBeNull();
    // Complaints where nothing was asked for are over any limit, and reach nothing.
    expect(satisfies(ratio(2, 0), target('<=', 1))).toBe(false);
    expect(satisfies(ratio(2, 0), target('<', 1))).toBe(false);
    expect(satisfies(ratio(2, 0), target('>=', 1))).toBeNull();
    expect(satisfies(mean(0, 0), target('<=', 30, 'min'))).toBeNull();
    expect(satisfies(count(0), target('<=', 0, '起'))).toBe(true);
    expect(satisfies(count(0), target('>=', 1, '项'))).toBe(false);
  });

  it('compares a mean without dividing', () => {
    expect(satisfies(mean(110, 3), target('<=', 36, 'min'))).toBe(false);
    expect(satisfies(mean(110, 3), target('<=', 36.67, 'min'))).toBe(true);
    expect(satisfies(mean(120, 2), target('<=', 1, 'h'))).toBe(true);
    expect(satisfies(mean(121, 2), target('<=', 1, 'h'))).toBe(false);
    expect(satisfies(mean(66, 1), target('==', 1.1, 'h'))).toBe(true);
    expect(satisfies(mean(4320, 2), target('<', 1.5, 'd'))).toBe(false);
    expect(satisfies(mean(9, 2), target('>=', 4.5, '分'))).toBe(true);
  });

  it('keeps a range with both its ends, of shares, means and counts, in decimals too', () => {
    const between = (value: number, upTo: number, unit = '%') => ({ ...target('between', value, unit), upTo });
    expect([19, 20, 26, 27].map((degrees) => satisfies(mean(degrees, 1), between(20, 26, '℃')))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(satisfies(mean(26.1, 1), between(20, 26, '℃'))).toBe(false);
    expect(satisfies(mean(61, 1), between(1, 1.5, 'h'))).toBe(true);
    expect(satisfies(mean(91, 1), between(1, 1.5, 'h'))).toBe(false);
    expect(satisfies(ratio(0.3, 3), between(10, 10))).toBe(true);
    expect(satisfies(ratio(0, 0), between(10, 20))).toBe(null);
    expect(satisfies(count(5), between(1, 4, '次'))).toBe(false);
  });

  it('counts events', () => {
    expect(satisfies(count(3), target('<=', 3, '起'))).toBe(true);
    expect(satisfies(count(3), target('<', 3, '起'))).toBe(false);
    expect(satisfies(count(4), target('>', 3, '次'))).toBe(true);
  });
});

/** A decimal with at most four places, as a number and as a whole number over a power of ten. */
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 100_0000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => ({ value: Number(`${digits}e-${places}`), digits: BigInt(digits), scale: 10n ** BigInt(places) }));
const operator = fc.constantFrom(...operators.filter((each) => each !== 'between'));

function exactly(left: bigint, sign: Exclude<Target['operator'], 'between'>, right: bigint): boolean {
  const order = left < right ? -1 : left > right ? 1 : 0;
  return { '>=': order >= 0, '<=': order <= 0, '==': order === 0, '>': order > 0, '<': order < 0 }[sign];
}

describe('satisfies agrees with exact arithmetic', () => {
  const near = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 20_000_000 }), fc.maxSafeNat());

  it('on ratios', () => {
    fc.assert(
      fc.property(near, near, decimal, operator, (n, all, { value, digits, scale }, sign) => {
        const ofNothing = n > 0 && (sign === '<=' || sign === '<') ? false : null;
        const expected = all === 0 ? ofNothing : exactly(BigInt(n) * 100n * scale, sign, digits * BigInt(all));
        expect(satisfies(ratio(n, all), target(sign, value))).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('on ratios that lie on the target or one case beside it', () => {
    const permille = fc.integer({ min: 1, max: 999 });
    const many = fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 9_000_000_000_000 }));
    fc.assert(
      fc.property(permille, many, fc.integer({ min: -1, max: 1 }), operator, (p, times, off, sign) => {
        const [n, all] = [p * times + off, 1000 * times];
        const expected = exactly(BigInt(n) * 1000n, sign, BigInt(p) * BigInt(all));
        expect(satisfies(ratio(n, all), target(sign, Number(`${p}e-1`)))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('on means in every unit of time', () => {
    const unit = fc.constantFrom<[string, bigint]>(['min', 1n], ['h', 60n], ['d', 1440n], ['分', 1n]);
    const sum = fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.maxSafeInteger());
    fc.assert(
      fc.property(sum, near, decimal, unit, operator, (total, cases, { value, digits, scale }, [name, minutes], sign) => {
        const expected = cases === 0 ? null : exactly(BigInt(total) * scale, sign, digits * minutes * BigInt(cases));
        expect(satisfies(mean(total, cases), target(sign, value, name))).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('on counts', () => {
    fc.assert(
      fc.property(near, decimal, operator, (events, { value, digits, scale }, sign) => {
        expect(satisfies(count(events), target(sign, value, '起'))).toBe(exactly(BigInt(events) * scale, sign, digits));
      }),
      { numRuns: 1000 },
    );
  });

  it('on targets so small that they are written with an exponent', () => {
    expect(satisfies(ratio(0, 10), target('>=', 1e-7))).toBe(false);
    expect(satisfies(ratio(1, 1_000_000_000), target('==', 1e-7))).toBe(true);
  });
});
