import type { Assessment } from '../indicators/assessment.ts';
import { type Basis, bases, basisOf } from '../indicators/basis.ts';
import type { Target } from '../indicators/indicator.ts';
import type { PartResult } from '../indicators/result.ts';
import { inMinutes, isDuration } from '../measures/duration.ts';
import type { Tally } from '../measures/tally.ts';
import type { Miss } from './misses.ts';
import { declares } from './roles.ts';
import { type Repeat, repeatsOf } from './sites.ts';

/** A missed indicator with what a reviewer weighs it by. */
export interface Exception extends Miss {
  /** On which kind of number it was missed. */
  readonly basis: Basis | null;
  /** Whether a row that failed tells of an accident. */
  readonly incident: boolean;
  /** How far beyond its target it lies, as a part of the target; of a target of nought, of one event or of the whole. */
  readonly distance: number;
  /** Where it failed again. */
  readonly repeats: readonly Repeat[];
}

/** A tally's value in the unit of its target; null where there is nothing to divide by. */
function valueIn(tally: Tally, { unit }: Target): number | null {
  switch (tally.kind) {
    case 'count':
      return tally.events;
    case 'mean':
      return tally.count === 0 ? null : tally.sum / tally.count / (isDuration(unit) ? inMinutes(1, unit) : 1);
    case 'ratio':
      return tally.denominator === 0 ? null : (100 * tally.numerator) / tally.denominator;
  }
}

/** How far a part's value lies from what its target allows, as a part of the target; of a target of nought, of one or of 100 %. */
function distanceOf({ tally, target, verdict }: PartResult): number {
  const value = target === null || verdict !== 'missed' ? null : valueIn(tally, target);
  if (target === null || value === null) return 0;
  const limit = value > target.value ? (target.upTo ?? target.value) : target.value;
  return Math.abs(value - limit) / (limit === 0 ? (tally.kind === 'ratio' ? 100 : 1) : Math.abs(limit));
}

const rank = ({ basis }: Exception): number => (basis === null ? bases.length : bases.indexOf(basis));

/** Accidents first; then by the firmness of the number that was missed, the distance to it, how much failed, in how many places, for how long. */
function bySeverity(a: Exception, b: Exception): number {
  return (
    Number(b.incident) - Number(a.incident) ||
    rank(a) - rank(b) ||
    b.distance - a.distance ||
    b.failed - a.failed ||
    b.locations.length - a.locations.length ||
    b.streak - a.streak
  );
}

/** Every miss with what it is weighed by, the gravest first; misses that weigh the same keep their order. */
export function exceptionsOf(assessment: Assessment, misses: readonly Miss[]): Exception[] {
  const incidents = assessment.ledger.logs.filter((log) => declares(log, ['incident'])).map(({ id }) => `/${id}.csv`);
  return misses
    .map((miss) => ({
      ...miss,
      basis: basisOf(miss.result),
      incident: miss.rows.some(({ file }) => incidents.some((end) => file.endsWith(end))),
      distance: Math.max(0, ...miss.result.parts.map(distanceOf)),
      repeats: repeatsOf(assessment, miss.result),
    }))
    .sort(bySeverity);
}
