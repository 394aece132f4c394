import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLimits, meanLimits, shareLimits } from './limits.ts';

// Expected values: SciPy 1.17.1, stats.beta.ppf, stats.gamma.ppf and stats.t.interval; 5 events: 1.62 to 11.67, as Garwood's table has it.
describe('exact limits', () => {
  it('of shares are those of Clopper and Pearson', () => {
    const golden = [
      [0, 10, 0.05, 0, 0.308_497_107_818_761],
      [10, 10, 0.05, 0.691_502_892_181_239, 1],
      [1, 1, 0.05, 0.025, 1],
      [29, 30, 0.05, 0.827_830_544_366_587, 0.999_156_429_073_37],
      [129, 133, 0.026, 0.917_892_692_475_523, 0.993_249_887_720_198],
      [35_000, 36_000, 0.05, 0.970_472_191_968_652, 0.973_895_503_942_678],
    ] as const;
    for (const [k, n, level, low, high] of golden) {
      const limits = shareLimits(k, n, level);
      expect(limits.low).toBeCloseTo(low, 9);
      expect(limits.high).toBeCloseTo(high, 9);
    }
  });

  it('of counts are those of Garwood', () => {
    const golden = [
      [0, 0.05, 0, 3.688_879_454_113_94],
      [1, 0.05, 0.025_317_807_984_289_9, 5.571_643_390_938_9],
      [5, 0.05, 1.623_486_390_118_42, 11.668_332_079_322_7],
      [10, 0.05, 4.795_388_698_632_43, 18.390_356_042_017_8],
      [100, 0.026, 79.067_990_183_943_3, 124.678_174_192_113],
      [4000, 0.05, 3876.990_848_272_49, 4125.918_917_806_66],
    ] as const;
    for (const [events, level, low, high] of golden) {
      const limits = countLimits(events, level);
      expect(limits.low).toBeCloseTo(low, 7);
      expect(limits.high).toBeCloseTo(high, 7);
    }
  });

  it('of means are those of Student', () => {
    const golden = [
      [10, 4.5, 0.25, 0.05, 4.142_321_547_014_67, 4.857_678_452_985_33],
      [2, 3, 1, 0.05, -5.984_643_532_093_75, 11.984_643_532_093_8],
      [30, 100, 6400, 0.026, 65.728_747_538_027_2, 134.271_252_461_973],
    ] as const;
    for (const [cases, mean, variance, level, low, high] of golden) {
      const limits = meanLimits({ cases, mean, variance }, level);
      expect(limits.low).toBeCloseTo(low, 7);
      expect(limits.high).toBeCloseTo(high, 7);
    }
    expect(meanLimits({ cases: 1, mean: 3, variance: 0 }, 0.05).high).toBe(Number.POSITIVE_INFINITY);
  });

  it('hold the value, never leave 0 and 1, and say nothing of nothing', () => {
    expect(shareLimits(0, 0, 0.05)).toEqual({ low: 0, high: 1 });
    const share = fc.integer({ min: 1, max: 2000 }).chain((n) => fc.record({ k: fc.nat(n), n: fc.constant(n) }));
    fc.assert(
      fc.property(share, fc.constantFrom(0.001, 0.025, 0.05), ({ k, n }, level) => {
        const { low, high } = shareLimits(k, n, level);
        expect(low >= 0 && low <= k / n && k / n <= high && high <= 1).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.nat(5000), (events) => {
        const { low, high } = countLimits(events, 0.025);
        expect(low >= 0 && low <= events && events <= high).toBe(true);
      }),
    );
  });
});
