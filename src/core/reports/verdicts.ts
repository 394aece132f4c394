import type { Period } from '../calendar/period.ts';
import type { Assessment } from '../indicators/assessment.ts';
import { type MissedBy, missedBy } from '../indicators/basis.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Result } from '../indicators/result.ts';
import type { Verdict } from '../indicators/verdict.ts';

/** What a contract came to in a period. */
export interface Verdicts {
  readonly period: Period;
  /** Results of every indicator with a measure: missed first, then what is unknown, then met; the plan's order within. */
  readonly results: readonly Result[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The misses by where the numbers of their targets come from. */
  readonly missedBy: MissedBy;
  /** Results of the supplementary indicators, in their own order; no count has them in it. */
  readonly supplementary: readonly Result[];
  /** Indicators without a measure. */
  readonly pending: readonly Indicator[];
}

/** Verdicts from what needs action to what needs none. */
export const urgency: readonly Verdict[] = ['missed', 'incomplete', 'no-data', 'under-way', 'met', 'not-applicable'];

/** Verdicts by which some results are counted: 进行中 only where one of them is. */
export const countedBy = (results: readonly Result[]): readonly Verdict[] =>
  urgency.filter((verdict) => verdict !== 'under-way' || results.some((each) => each.verdict === verdict));

/** Counts of each verdict; they add up to the number of results. */
export function countVerdicts(results: readonly Result[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    met: 0,
    missed: 0,
    incomplete: 0,
    'no-data': 0,
    'not-applicable': 0,
    'under-way': 0,
  };
  for (const { verdict } of results) counts[verdict] += 1;
  return counts;
}

/** Results with the most urgent verdict first, otherwise in their given order. */
export function byUrgency(results: readonly Result[]): Result[] {
  return urgency.flatMap((verdict) => results.filter((each) => each.verdict === verdict));
}

/** The results of the supplementary indicators in their order. */
const supplementaryOf = (assessment: Assessment, period: Period): Result[] =>
  [...assessment.supplementary]
    .sort((a, b) => a.order - b.order)
    .filter(({ parts }) => parts.length > 0)
    .map((indicator) => assessment.result(indicator, period));

/** The verdicts of a period. */
export function verdictsOf(assessment: Assessment, period: Period): Verdicts {
  const built = assessment.indicators.filter(({ parts }) => parts.length > 0);
  const results = byUrgency(built.map((indicator) => assessment.result(indicator, period)));
  const pending = assessment.indicators.filter(({ parts }) => parts.length === 0);
  return {
    period,
    results,
    counts: countVerdicts(results),
    missedBy: missedBy(results),
    supplementary: supplementaryOf(assessment, period),
    pending,
  };
}
