import type { Target } from '../indicators/indicator.ts';
import { measuresOf, type PartMeasure } from '../measures/measure.ts';
import type { Tally } from '../measures/tally.ts';

/** Which cases are the failed ones, by what a target asks for: those that were counted, or the others; null where no case fails. */
export function failing({ operator, value }: Target, measure: PartMeasure): 'counted' | 'others' | null {
  const kinds = measuresOf(measure).map(({ kind }) => kind);
  if (kinds.includes('mean') || operator === 'between') return null;
  if (operator === '<' || operator === '<=' || (operator === '==' && value === 0)) return 'counted';
  if (kinds.includes('count')) return null;
  return operator !== '==' || value === 100 ? 'others' : null;
}

/** How many cases of a tally failed a target; null where it has no failed cases, or counts in parts of a thing. */
export function failedCases(tally: Tally, target: Target, measure: PartMeasure): number | null {
  const which = failing(target, measure);
  if (which === null || tally.kind === 'mean') return null;
  const counted = tally.kind === 'count' ? tally.events : tally.numerator;
  const failed = which === 'counted' ? counted : tally.kind === 'count' ? 0 : tally.denominator - tally.numerator;
  return Number.isSafeInteger(failed) && failed >= 0 ? failed : null;
}
