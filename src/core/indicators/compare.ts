import { inMinutes } from '../measures/duration.ts';
import type { Tally } from '../measures/tally.ts';
import type { Operator, Target, TargetUnit } from './indicator.ts';

const places = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** Target value in the tally's own unit: a percentage stays, a duration becomes minutes. */
function inOwnUnit(value: number, unit: TargetUnit): number {
  return unit === 'min' || unit === 'h' || unit === 'd' ? inMinutes(value, unit) : value;
}

function compare(left: number, operator: Operator, right: number): boolean {
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
export function satisfies(tally: Tally, target: Target): boolean | null {
  const scale = 10 ** places(target.value);
  const goal = Math.round(inOwnUnit(target.value, target.unit) * scale);
  switch (tally.kind) {
    case 'ratio':
      return tally.denominator === 0 ? null : compare(tally.numerator * 100 * scale, target.operator, goal * tally.denominator);
    case 'mean':
      return tally.count === 0 ? null : compare(tally.sum * scale, target.operator, goal * tally.count);
    case 'count':
      return compare(tally.events * scale, target.operator, goal);
  }
}
