import type { Month } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import type { Commitment } from '../documents/commitment.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Result } from '../indicators/result.ts';
import { allOf, type Verdict } from '../indicators/verdict.ts';
import { urgency } from './verdicts.ts';

/** What a promise rests on: computed indicators, indicators whose measure is not built, documents only, or nothing measurable. */
export type Proof = 'measured' | 'pending' | 'documents' | 'not-measurable';

/** How a promise stands in a month. */
export interface Standing {
  readonly commitment: Commitment;
  readonly month: Month;
  readonly proof: Proof;
  /** The verdict on all of its computed indicators together; null where it has none. */
  readonly verdict: Verdict | null;
  /** The first month since which the verdict has been this one without interruption; null without a verdict. */
  readonly since: Month | null;
  /** Results of the computed indicators, in the commitment's order. */
  readonly results: readonly Result[];
  /** Indicators of the promise whose measure is not built yet. */
  readonly pending: readonly Indicator[];
}

function proofOf(commitment: Commitment, built: readonly Indicator[]): Proof {
  if (built.length > 0) return 'measured';
  if (commitment.indicators.length > 0) return 'pending';
  return commitment.documents.length > 0 ? 'documents' : 'not-measurable';
}

/** Walks back from a month while the verdict stays; the last month reached. */
function unbroken(months: readonly Month[], month: Month, verdict: Verdict, verdictIn: (month: Month) => Verdict): Month {
  const earlier = months.filter((each) => each < month).reverse();
  const change = earlier.findIndex((each) => verdictIn(each) !== verdict);
  const same = change === -1 ? earlier : earlier.slice(0, change);
  return same.at(-1) ?? month;
}

/** Keeps a month's result of each indicator: many promises share one. */
function resultsOnce(assessment: Assessment): (indicator: Indicator, month: Month) => Result {
  const kept = new Map<Indicator, Map<Month, Result>>();
  return (indicator, month) => {
    const months = kept.get(indicator) ?? new Map<Month, Result>();
    kept.set(indicator, months);
    const result = months.get(month) ?? assessment.result(indicator, monthPeriod(month));
    months.set(month, result);
    return result;
  };
}

/** A promise on several indicators is 数据不完整, not 无数据, while some of them have data. */
function onPromise(verdicts: readonly Verdict[]): Verdict {
  const verdict = allOf(verdicts);
  return verdict === 'no-data' && verdicts.some((each) => each !== 'no-data') ? 'incomplete' : verdict;
}

/**
 * The standing of every commitment in a month. A promise is kept when all of its computed indicators are; those without a
 * measure are listed and never counted as kept.
 */
export function standings(assessment: Assessment, commitments: readonly Commitment[], month: Month): Standing[] {
  const resultIn = resultsOnce(assessment);
  const indicators = new Map(assessment.all.map((each) => [each.id, each]));
  return commitments.map((commitment): Standing => {
    const own = commitment.indicators.flatMap((id) => indicators.get(id) ?? []);
    const built = own.filter(({ parts }) => parts.length > 0);
    const verdictIn = (each: Month) => onPromise(built.map((indicator) => resultIn(indicator, each).verdict));
    const verdict = built.length === 0 ? null : verdictIn(month);
    return {
      commitment,
      month,
      proof: proofOf(commitment, built),
      verdict,
      since: verdict === null ? null : unbroken(assessment.months, month, verdict, verdictIn),
      results: built.map((indicator) => resultIn(indicator, month)),
      pending: own.filter(({ parts }) => parts.length === 0),
    };
  });
}

/** From what needs action to what needs none; what has no verdict comes last. */
const needOf = ({ verdict, proof }: Standing): number =>
  verdict === null ? urgency.length + (proof === 'pending' ? 0 : 1) : urgency.indexOf(verdict);

/** Standings with what needs action first, otherwise in the plan's order of their first clauses. */
export function byNeed(all: readonly Standing[], clauses: readonly string[]): Standing[] {
  const place = new Map(clauses.map((clause, index) => [clause, index]));
  const first = ({ commitment }: Standing) =>
    Math.min(...commitment.clauses.map((clause) => place.get(clause) ?? clauses.length));
  return [...all].sort((a, b) => needOf(a) - needOf(b) || first(a) - first(b));
}
