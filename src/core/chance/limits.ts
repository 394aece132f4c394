import { incompleteBeta, incompleteGamma, reaches } from './gamma.ts';

/** Between which values the chance behind a number lies, unless the case is one of the few that `level` allows. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** The exact limits of a share, k of n (Clopper and Pearson 1934): they never leave 0 and 1. Of nothing nothing is known. */
export function shareLimits(k: number, n: number, level: number): Limits {
  const [from, half] = [[0, 1] as const, level / 2];
  return {
    low: k === 0 ? 0 : reaches((p) => incompleteBeta(p, k, n - k + 1), half, from),
    high: k === n ? 1 : reaches((p) => incompleteBeta(p, k + 1, n - k), 1 - half, from),
  };
}

/** The exact limits of the mean of a Poisson count (Garwood 1936): the lower never falls below 0. */
export function countLimits(events: number, level: number): Limits {
  const [from, half] = [[0, 2 * events + 100] as const, level / 2];
  return {
    low: events === 0 ? 0 : reaches((mean) => incompleteGamma(events, mean), half, from),
    high: reaches((mean) => incompleteGamma(events + 1, mean), 1 - half, from),
  };
}

/** The probability that Student's t is as far from zero as this, either way. */
export const studentTail = (t: number, freedom: number): number => incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);

/** A mean with the variance of its cases. */
export interface Mean {
  readonly cases: number;
  readonly mean: number;
  readonly variance: number;
}

/** The limits of a mean by Student's t; of fewer than two cases there are none. */
export function meanLimits({ cases, mean, variance }: Mean, level: number): Limits {
  if (cases < 2) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  // x runs over t / (1 + t), so that every t lies between 0 and 1.
  const x = reaches((each) => 1 - studentTail(each / (1 - each), cases - 1), 1 - level, [0, 1]);
  const reach = (x / (1 - x)) * Math.sqrt(variance / cases);
  return { low: mean - reach, high: mean + reach };
}
