import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsApart, meansApart, sharesApart } from './change.ts';

// Expected values: SciPy 1.17.1. Mid-p: 2·min(cdf(k−1) + pmf(k)/2, sf(k) + pmf(k)/2) of hypergeom(n₁+n₂, k₁+k₂, n₁) and of
// binom(e₁+e₂, t₁/(t₁+t₂)); Welch: ttest_ind_from_stats(equal_var=False).
describe('the chance of two numbers so far apart', () => {
  it('is for shares the central mid-p of the hypergeometric distribution', () => {
    const golden = [
      [29, 30, 25, 30, 0.109_115_238_018_003],
      [60, 60, 55, 60, 0.028_657_616_892_911],
      [129, 133, 113, 133, 0.000_537_994_136_600_586],
      [291, 300, 255, 300, 1.323_144_178_874_46e-7],
      [10, 10, 5, 10, 0.016_253_869_969_040_2],
      [9, 9, 0, 9, 2.056_766_762_649_12e-5],
      [93, 94, 91, 95, 0.217_883_276_706_806],
    ] as const;
    for (const [k, n, otherK, otherN, chance] of golden)
      expect(sharesApart({ k, n }, { k: otherK, n: otherN }) / chance).toBeCloseTo(1, 9);
    expect(sharesApart({ k: 35_000, n: 36_000 }, { k: 34_800, n: 36_000 }) / 1.474_803_167_348_03e-5).toBeCloseTo(1, 7);
  });

  it('is for counts the central mid-p of the binomial distribution of the exposures', () => {
    const golden = [
      [0, 31, 6, 30, 0.014_149_741_903_891_1],
      [1, 31, 4, 28, 0.181_407_200_988_143],
      [5, 30, 20, 31, 0.003_225_040_694_662_4],
      [100, 92, 100, 90, 0.876_648_958_552_741],
      [3, 365, 0, 365, 0.125],
    ] as const;
    for (const [events, exposure, otherEvents, otherExposure, chance] of golden)
      expect(countsApart({ events, exposure }, { events: otherEvents, exposure: otherExposure })).toBeCloseTo(chance, 12);
  });

  it('is for means the t test of Welch, and nothing of a single case', () => {
    const of = (cases: number, mean: number, deviation: number) => ({ cases, mean, variance: deviation ** 2 });
    expect(meansApart(of(20, 40, 12), of(25, 31, 9))).toBeCloseTo(0.008_630_383_623_684_78, 12);
    expect(meansApart(of(10, 4.5, 0.5), of(40, 4.7, 0.6))).toBeCloseTo(0.293_989_970_386_98, 12);
    expect(meansApart(of(30, 100, 80), of(30, 100, 60))).toBe(1);
    expect(meansApart(of(12, 5, 0), of(12, 4, 0))).toBe(0);
    expect(meansApart(of(1, 5, 0), of(12, 4, 1))).toBeNull();
  });

  const share = fc.nat(400).chain((n) => fc.record({ k: fc.nat(n), n: fc.constant(n) }));
  const events = fc.record({ events: fc.nat(200), exposure: fc.integer({ min: 1, max: 400 }) });

  it('is a probability, and the same whichever comes first and whether passed or failed cases are counted', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const chance = sharesApart(one, other);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(sharesApart(other, one)).toBeCloseTo(chance, 9);
        const failed = ({ k, n }: typeof one) => ({ k: n - k, n });
        expect(sharesApart(failed(one), failed(other))).toBeCloseTo(chance, 9);
      }),
    );
    fc.assert(
      fc.property(events, events, (one, other) => {
        expect(countsApart(other, one)).toBeCloseTo(countsApart(one, other), 9);
      }),
    );
  });
});
