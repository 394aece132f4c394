/** Lanczos' approximation with g = 7 and nine terms; its relative error is below 1e-14. */
const lanczos = [
  676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59, 12.507_343_278_686_905,
  -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6, 1.505_632_735_149_311_6e-7,
];

/** The natural logarithm of Γ(x) for x above zero. */
export function logGamma(x: number): number {
  const series = lanczos.reduce((sum, each, index) => sum + each / (x + index), 0.999_999_999_999_809_93);
  const base = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/** The logarithm of the number of ways to choose k of n. */
export const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

const enough = 1e-16;
const tiny = 1e-300;
const most = 100_000;

/** One step of a continued fraction by Lentz's method: its numerator and denominator, counted from one. */
type Step = (index: number) => readonly [numerator: number, denominator: number];

/** 1 / (b₀ + a₁ / (b₁ + a₂ / (b₂ + …))), by the modified method of Lentz. */
function fraction(start: number, step: Step): number {
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let d = 1 / away(start);
  let c = 1 / tiny;
  let value = d;
  for (let index = 1; index < most; index += 1) {
    const [a, b] = step(index);
    d = 1 / away(b + a * d);
    c = away(b + a / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < enough * 4) break;
  }
  return value;
}

/** The regularised incomplete gamma function P(a, x): the probability that a Poisson count of mean x is at least a (DLMF 8.9 and 8.11). */
export function incompleteGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x >= a + 1) return 1 - front * fraction(x + 1 - a, (index) => [-index * (index - a), x + 2 * index + 1 - a]);
  let term = 1 / a;
  let sum = term;
  for (let index = 1; index < most && term > sum * enough; index += 1) {
    term *= x / (a + index);
    sum += term;
  }
  return front * sum;
}

/** The regularised incomplete beta function I(x; a, b): the probability of at least a successes in a + b − 1 draws of chance x (DLMF 8.17). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  const step: Step = (index) => {
    const half = Math.floor(index / 2);
    const even = (half * (b - half) * x) / ((a + 2 * half - 1) * (a + 2 * half));
    const odd = (-(a + half) * (a + b + half) * x) / ((a + 2 * half) * (a + 2 * half + 1));
    return [index % 2 === 0 ? even : odd, 1];
  };
  return front * fraction(1, step);
}

/** Where a rising function reaches a value between two ends, by halving. */
export function reaches(rising: (x: number) => number, value: number, [from, to]: readonly [number, number]): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
