import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, caseOf, casesOf, inWholes, plus, type Tally, zero } from './tally.ts';

const whole = fc.integer({ min: 0, max: 1_000_000 });
const anyTallies = fc.oneof(
  fc.array(fc.record({ kind: fc.constant('ratio'), numerator: whole, denominator: whole })),
  fc.array(fc.record({ kind: fc.constant('count'), events: whole })),
  fc.array(
    fc.record({ kind: fc.constant('mean'), sum: fc.integer({ min: -1_000_000, max: 1_000_000 }), count: whole, squares: whole }),
  ),
);
const kindOf = (tallies: readonly Tally[]) => tallies[0]?.kind ?? 'ratio';
const total = (tallies: readonly Tally[], kind: Tally['kind']) => tallies.reduce(add, zero(kind));

describe('tally', () => {
  it('adds part to part', () => {
    expect(add({ kind: 'ratio', numerator: 31, denominator: 31 }, { kind: 'ratio', numerator: 20, denominator: 28 })).toEqual({
      kind: 'ratio',
      numerator: 51,
      denominator: 59,
    });
    expect(add({ kind: 'count', events: 2 }, { kind: 'count', events: 3 })).toEqual({ kind: 'count', events: 5 });
    expect(add({ kind: 'mean', sum: -5, count: 1, squares: 25 }, { kind: 'mean', sum: 25, count: 3, squares: 225 })).toEqual({
      kind: 'mean',
      sum: 20,
      count: 4,
      squares: 250,
    });
  });

  it('adds decimals exactly, in whatever order', () => {
    expect(plus(0.1, 0.2)).toBe(0.3);
    expect([0.7, 0.1, 0.1, 0.1].reduce(plus)).toBe(1);
    const millionths = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.array(millionths), (wholes) => {
        const sum = wholes.reduce((total, each) => total + each, 0) / 1e6;
        const decimals = wholes.map((each) => each / 1e6);
        expect(decimals.reduce(plus, 0)).toBe(sum);
        expect(decimals.toReversed().reduce(plus, 0)).toBe(sum);
      }),
    );
  });

  it('keeps the square of a case of a mean, to the nearest millionth', () => {
    expect(caseOf(36.7)).toEqual({ kind: 'mean', sum: 36.7, count: 1, squares: 1346.89 });
    expect(caseOf(0.000001)).toMatchObject({ squares: 0 });
  });

  it('makes both numbers of a quotient whole, no more than they need', () => {
    expect(inWholes(31, 28)).toEqual([31, 28]);
    expect(inWholes(38.7, 432)).toEqual([387, 4320]);
    expect(inWholes(0.1, 0.03)).toEqual([10, 3]);
    expect(inWholes(-0.000001, 3)).toEqual([-1, 3000000]);
  });

  it('counts the cases it rests on', () => {
    expect(casesOf({ kind: 'ratio', numerator: 3, denominator: 7 })).toBe(7);
    expect(casesOf({ kind: 'mean', sum: 90, count: 4 })).toBe(4);
    expect(casesOf({ kind: 'count', events: 0 })).toBeNull();
    expect(casesOf(zero('ratio'))).toBe(0);
  });

  it('never adds different kinds', () => {
    expect(() => add(zero('ratio'), zero('count'))).toThrow(TypeError);
    expect(() => add(zero('mean'), zero('ratio'))).toThrow(TypeError);
  });
});

describe('laws of tallies', () => {
  it('zero changes nothing, on either side', () => {
    fc.assert(
      fc.property(anyTallies, (tallies) => {
        for (const each of tallies) {
          expect(add(each, zero(each.kind))).toEqual(each);
          expect(add(zero(each.kind), each)).toEqual(each);
        }
      }),
    );
  });

  it('a sum is the sum of its parts in any split and order', () => {
    fc.assert(
      fc.property(anyTallies, fc.func(fc.integer({ min: 0, max: 3 })), (tallies, groupOf) => {
        const kind = kindOf(tallies);
        const groups = [0, 1, 2, 3].map((group) =>
          total(
            tallies.filter((_, index) => groupOf(index) === group),
            kind,
          ),
        );
        expect(total(groups, kind)).toEqual(total(tallies, kind));
        expect(total(groups.toReversed(), kind)).toEqual(total(tallies, kind));
      }),
    );
  });
});
