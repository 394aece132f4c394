import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRun, runChance, type Side } from './runs.ts';

const sidesOf = (text: string): Side[] => [...text].map((each) => (each === '+' ? 'above' : each === '-' ? 'below' : null));

/** Every order of so many signs. */
const orders = (above: number, below: number): string[] => {
  if (above + below === 0) return [''];
  return [
    ...(above > 0 ? orders(above - 1, below).map((rest) => `+${rest}`) : []),
    ...(below > 0 ? orders(above, below - 1).map((rest) => `-${rest}`) : []),
  ];
};

describe('a run on one side', () => {
  it('is the longest, ends at a gap and at the average, and is none where nothing lies on a side', () => {
    expect(longestRun(sidesOf('++---+'))).toEqual({ side: 'below', from: 2, length: 3 });
    expect(longestRun(sidesOf('++.++'))).toEqual({ side: 'above', from: 3, length: 2 });
    expect(longestRun(sidesOf('.....'))).toBeNull();
    expect(longestRun([])).toBeNull();
  });

  it('is as likely as the orders that have one', () => {
    // The one above has twelve below before and after it: eight together where it stands among the first five or the last five places.
    expect(runChance(1, 12, 8)).toBeCloseTo(10 / 13, 12);
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 8 }), (above, below, length) => {
        fc.pre(above + below > 0);
        const all = orders(above, below);
        const having = all.filter((each) => (longestRun(sidesOf(each))?.length ?? 0) >= length);
        expect(runChance(above, below, length)).toBeCloseTo(having.length / all.length, 12);
      }),
    );
  });
});
