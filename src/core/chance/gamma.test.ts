import { describe, expect, it } from 'vitest';
import { incompleteBeta, incompleteGamma, logGamma } from './gamma.ts';

// Expected values: scipy.special 1.17.1 (gammaln, betainc, gammainc); P(3, 8.767) is 0.9925 in table 26.7 of Abramowitz and Stegun.
describe('the functions of probability', () => {
  it('agree with published values to ten digits', () => {
    const logs = [
      [0.5, 0.572_364_942_924_7],
      [1, 0],
      [2.5, 0.284_682_870_472_919],
      [10, 12.801_827_480_081_5],
      [171.3, 708.114_947_038_997],
    ] as const;
    for (const [x, value] of logs) expect(logGamma(x)).toBeCloseTo(value, 10);
    expect(logGamma(36_000)).toBeCloseTo(341_681.545_131_516, 7);
    const betas = [
      [0.03, 1, 30, 0.598_992_931_456_842],
      [0.5, 2, 3, 0.6875],
      [0.97, 129, 5, 0.630_835_719_298_666],
      [0.2, 0.5, 0.5, 0.295_167_235_300_867],
      [0.9, 3000, 300, 0.037_419_116_770_478_2],
      [0.3, 12.5, 0.5, 5.412_985_002_965e-8],
      [0, 2, 3, 0],
      [1, 2, 3, 1],
    ] as const;
    for (const [x, a, b, value] of betas) expect(incompleteBeta(x, a, b)).toBeCloseTo(value, 10);
    const gammas = [
      [1, 0, 0],
      [1, 0.5, 0.393_469_340_287_367],
      [3, 8.767_273_069_7, 0.992_492_989_466_064],
      [10, 3, 0.001_102_488_130_115_48],
      [10, 25, 0.999_778_523_361_751],
      [500, 520, 0.815_308_850_901_256],
    ] as const;
    for (const [a, x, value] of gammas) expect(incompleteGamma(a, x)).toBeCloseTo(value, 10);
  });
});
