import { incompleteBeta, logChoose } from './gamma.ts';
import { type Mean, studentTail } from './limits.ts';

/** Twice the smaller tail, each holding half of what was seen itself (the mid-p of Lancaster 1961). */
const midP = (tail: number): number => Math.min(1, 2 * Math.min(tail, 1 - tail));

/** n cases, of which k. */
export interface Share {
  readonly k: number;
  readonly n: number;
}

/**
 * How likely two shares of one unchanged chance are at least as far apart, by the conditional distribution of Fisher: the
 * central two-sided mid-p. Of k₁ + k₂ among n₁ + n₂ cases the number in the first group is hypergeometric, whatever the chance.
 */
export function sharesApart(one: Share, other: Share): number {
  const [total, all] = [one.k + other.k, one.n + other.n];
  const [least, most] = [Math.max(0, total - other.n), Math.min(one.n, total)];
  if (least === most) return 1;
  const own = Math.exp(logChoose(one.n, one.k) + logChoose(other.n, other.k) - logChoose(all, total));
  const down = one.k * all <= total * one.n;
  let [tail, term, at] = [own / 2, own, one.k];
  while (at !== (down ? least : most) && term > tail * 1e-17) {
    const [inFirst, inOther] = [at, total - at];
    term *= down
      ? (inFirst * (other.n - inOther)) / ((one.n - inFirst + 1) * (inOther + 1))
      : ((one.n - inFirst) * inOther) / ((inFirst + 1) * (other.n - inOther + 1));
    tail += term;
    at += down ? -1 : 1;
  }
  return midP(tail);
}

/** n cases, each passing with chance p. */
export interface Process {
  readonly n: number;
  readonly p: number;
}

/** Outcomes less likely than this change no printed digit. */
const negligible = 1e-9;

/** How likely each number of passed cases is, where it is likely at all. */
function outcomesOf({ n, p }: Process): { readonly k: number; readonly chance: number }[] {
  const chance = (k: number) => {
    if (p === 0 || p === 1) return k === n * p ? 1 : 0;
    return Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
  };
  return Array.from({ length: n + 1 }, (_, k) => ({ k, chance: chance(k) })).filter((each) => each.chance > negligible);
}

/** How likely two processes show shares that a test at a level calls different: its power, and of equal chances its false alarms. */
export function claimsOf(one: Process, other: Process, level: number): number {
  const [first, second] = [outcomesOf(one), outcomesOf(other)];
  const claim = (k: number, otherK: number) => sharesApart({ k, n: one.n }, { k: otherK, n: other.n }) <= level;
  return first.reduce(
    (sum, { k, chance }) => sum + chance * second.reduce((inner, each) => inner + (claim(k, each.k) ? each.chance : 0), 0),
    0,
  );
}

/** Events during an exposure, such as a number of days. */
export interface Events {
  readonly events: number;
  readonly exposure: number;
}

/**
 * How likely two counts of one unchanged rate are at least as far apart: of all events the number in the first exposure is
 * binomial with the first's part of both exposures (Przyborowski and Wilenski 1940); the central two-sided mid-p.
 */
export function countsApart(one: Events, other: Events): number {
  const total = one.events + other.events;
  const part = one.exposure / (one.exposure + other.exposure);
  if (total === 0) return 1;
  const own = Math.exp(logChoose(total, one.events) + one.events * Math.log(part) + other.events * Math.log1p(-part));
  const below = one.events === 0 ? 0 : 1 - incompleteBeta(part, one.events, other.events + 1);
  return midP(below + own / 2);
}

/** How likely two means of one unchanged mean are at least as far apart, by the t test of Welch (1947); null where a group has fewer than two cases. */
export function meansApart(one: Mean, other: Mean): number | null {
  if (one.cases < 2 || other.cases < 2) return null;
  const [first, second] = [one.variance / one.cases, other.variance / other.cases];
  const spread = first + second;
  if (spread === 0) return one.mean === other.mean ? 1 : 0;
  const freedom = spread ** 2 / (first ** 2 / (one.cases - 1) + second ** 2 / (other.cases - 1));
  return studentTail((other.mean - one.mean) / Math.sqrt(spread), freedom);
}
