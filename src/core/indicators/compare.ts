import { inMinutes, isDuration } from '../measures/duration.ts';
import type { Reading } from '../measures/tally.ts';
import type { Operator, Target } from './indicator.ts';

/** A number as it is written, whole over a power of ten: 99.5 is 995 over 10. */
interface Decimal {
  readonly whole: bigint;
  readonly scale: bigint;
}

function decimal(value: number): Decimal {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [head = '0', tail = ''] = digits.split('.');
  const shift = Number(exponent) - tail.length;
  const whole = BigInt(head + tail);
  return shift < 0 ? { whole, scale: 10n ** BigInt(-shift) } : { whole: whole * 10n ** BigInt(shift), scale: 1n };
}

/** Target value in the tally's own unit: a percentage stays, a duration becomes minutes. */
function goalOf(value: number, { unit }: Target): Decimal {
  const { whole, scale } = decimal(value);
  return { whole: isDuration(unit) ? whole * BigInt(inMinutes(1, unit)) : whole, scale };
}

function compare(left: bigint, operator: Exclude<Operator, 'between'>, right: bigint): boolean {
  switch (operator) {
    case '>=':
      return left >= right;
    case '<=':
      return left <= right;
    case '==':
      return left === right;
    case '>':
      return left > right;
    case '<':
      return left < right;
  }
}

/**
 * Whether a tally satisfies a target, compared on the unrounded value by whole-number arithmetic (全数值比较法,
 * GB/T 8170): n/N against p % is n·100·s against p·s·N. Null when there is nothing to compare (N = 0).
 */
export function satisfies(tally: Reading, target: Target): boolean | null {
  /** part / whole × factor against a goal, multiplied out. */
  const against = (part: number, whole: number, factor: bigint) => {
    const [p, w] = [decimal(part), decimal(whole)];
    const stands = (operator: Exclude<Operator, 'between'>, value: number) => {
      const goal = goalOf(value, target);
      return compare(p.whole * w.scale * factor * goal.scale, operator, goal.whole * w.whole * p.scale);
    };
    if (target.operator !== 'between') return stands(target.operator, target.value);
    return stands('>=', target.value) && stands('<=', target.upTo ?? target.value);
  };
  switch (tally.kind) {
    case 'ratio':
      if (tally.denominator !== 0) return against(tally.numerator, tally.denominator, 100n);
      // Something of nothing is more than any limit: rows that are taken out of the denominator excuse no event.
      return tally.numerator > 0 && (target.operator === '<=' || target.operator === '<') ? false : null;
    case 'mean':
      return tally.count === 0 ? null : against(tally.sum, tally.count, 1n);
    case 'count':
      return against(tally.events, 1, 1n);
  }
}

/** How many steps, wholly gone or begun, lie between a value and the nearest number that keeps its target; null without a value. */
export function stepsBetween(
  tally: Reading,
  target: Target,
  step: number,
): { readonly whole: number; readonly begun: number } | null {
  const [part, whole, factor] =
    tally.kind === 'ratio'
      ? [tally.numerator, tally.denominator, 100n]
      : tally.kind === 'mean'
        ? [tally.sum, tally.count, 1n]
        : [tally.events, 1, 1n];
  if (whole === 0) return null;
  const [p, w, each] = [decimal(part), decimal(whole), goalOf(step, target)];
  const [value, unit] = [p.whole * w.scale * factor, w.whole * p.scale];
  const distances = [target.value, ...(target.upTo === undefined ? [] : [target.upTo])].map((bound) => {
    const goal = goalOf(bound, target);
    const distance = (goal.whole * unit - value * goal.scale) * each.scale;
    const divisor = goal.scale * unit * each.whole;
    const length = distance < 0n ? -distance : distance;
    return { whole: Number(length / divisor), begun: Number((length + divisor - 1n) / divisor) };
  });
  return distances.reduce((near, other) => (other.begun < near.begun || other.whole < near.whole ? other : near));
}
