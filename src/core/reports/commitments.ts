import type { Month } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import type { Commitment, Proof } from '../documents/commitment.ts';
import type { Assessment } from '../indicators/assessment.ts';
import { basisCounts, basisOf, type MissedBy } from '../indicators/basis.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Result } from '../indicators/result.ts';
import { allOf, type Verdict } from '../indicators/verdict.ts';

/**
 * How a promise reads: a verdict on what checks it; `partly` where what is checked is met and the rest is not checked;
 * `unchecked` where no indicator checks any of it.
 */
export type Reading = (typeof readings)[number];

/** Readings from what needs action to what needs none. */
export const readings = [
  'missed',
  'incomplete',
  'no-data',
  'under-way',
  'unchecked',
  'partly',
  'met',
  'not-applicable',
] as const satisfies readonly (Verdict | 'partly' | 'unchecked')[];

/** A link of a promise with its indicators. */
export interface Link {
  readonly kind: Proof['kind'];
  readonly indicators: readonly Indicator[];
  /** What of the promise these indicators leave unchecked; null where they are the whole of it, or none of it. */
  readonly unchecked: string | null;
}

/** How a promise stands in a month. */
export interface Standing {
  readonly commitment: Commitment;
  readonly month: Month;
  readonly reading: Reading;
  /** The first month since which it has read so without interruption; null where nothing checks it. */
  readonly since: Month | null;
  /** Its links, in the commitment's order. */
  readonly links: readonly Link[];
  /** Results of the indicators that check it: those of a whole or a part that can be judged. Context decides nothing. */
  readonly results: readonly Result[];
  /** What of it is not checked, link by link and in this month; empty where a whole checks all of it, or nothing checks any. */
  readonly unchecked: readonly string[];
}

/** Walks back from a month while the reading stays; the last month reached. */
function unbroken(months: readonly Month[], month: Month, readingIn: (month: Month) => Reading): Month {
  const reading = readingIn(month);
  const earlier = months.filter((each) => each < month).reverse();
  const change = earlier.findIndex((each) => readingIn(each) !== reading);
  const same = change === -1 ? earlier : earlier.slice(0, change);
  return same.at(-1) ?? month;
}

/** What judges the indicators. */
export type Judge = Pick<Assessment, 'all' | 'months' | 'result'>;

/** Keeps a month's result of each indicator: many promises share one. */
function resultsOnce(assessment: Judge): (indicator: Indicator, month: Month) => Result {
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

/** An indicator that can be judged: one with a measure, and with a target for each part of it. */
const isJudged = ({ parts }: Indicator): boolean => parts.length > 0 && parts.every(({ targets }) => targets.length > 0);

/** What a link leaves unchecked: what it says, and the indicators of it that cannot be judged. */
function uncheckedBy(link: Proof, indicators: readonly Indicator[]): string | null {
  if (link.kind === 'context') return null;
  const without = indicators
    .filter((each) => !isJudged(each))
    .map(({ name, parts }) => `指标“${name}”（没有${parts.length === 0 ? '计算口径' : '目标'}）`);
  const said = link.kind === 'part' ? [link.unchecked, ...without] : without;
  return said.length === 0 ? null : said.join('；');
}

function linksOf({ proof }: Commitment, known: ReadonlyMap<string, Indicator>): Link[] {
  return proof.map((link): Link => {
    const indicators = link.indicators.flatMap((id) => known.get(id) ?? []);
    return { kind: link.kind, indicators, unchecked: uncheckedBy(link, indicators) };
  });
}

/** Met reads so only where a whole leaves nothing unchecked, in this month too; whatever else was found stands as it is. */
function readingOf(links: readonly Link[], verdicts: readonly Verdict[]): Reading {
  if (verdicts.length === 0) return 'unchecked';
  const verdict = onPromise(verdicts);
  const isWhole = links.some(({ kind, unchecked }) => kind === 'whole' && unchecked === null);
  return verdict === 'met' && (!isWhole || verdicts.includes('not-applicable')) ? 'partly' : verdict;
}

/**
 * The standing of every commitment in a month. Every indicator of a whole or a part must be met; a miss, or data that are not
 * there, is told in any case, but only a whole makes a promise met.
 */
export function standings(assessment: Judge, commitments: readonly Commitment[], month: Month): Standing[] {
  const resultIn = resultsOnce(assessment);
  const known = new Map(assessment.all.map((each) => [each.id, each]));
  return commitments.map((commitment): Standing => {
    const links = linksOf(commitment, known);
    const deciding = links.flatMap(({ kind, indicators }) => (kind === 'context' ? [] : indicators.filter(isJudged)));
    const resultsIn = (each: Month) => deciding.map((indicator) => resultIn(indicator, each));
    const readingIn = (each: Month) =>
      readingOf(
        links,
        resultsIn(each).map(({ verdict }) => verdict),
      );
    const isChecked = deciding.length > 0;
    const results = resultsIn(month);
    const idle = results
      .filter(({ verdict }) => verdict === 'not-applicable')
      .map(({ indicator }) => `指标“${indicator.name}”（本期不适用）`);
    return {
      commitment,
      month,
      reading: readingIn(month),
      since: isChecked ? unbroken(assessment.months, month, readingIn) : null,
      links,
      results,
      unchecked: isChecked ? [...links.flatMap(({ unchecked }) => unchecked ?? []), ...idle] : [],
    };
  });
}

/** How many promises read each way; they add up to all of them. */
export function countReadings(all: readonly Standing[]): Record<Reading, number> {
  const counts: Record<Reading, number> = {
    met: 0,
    missed: 0,
    incomplete: 0,
    'no-data': 0,
    'under-way': 0,
    'not-applicable': 0,
    partly: 0,
    unchecked: 0,
  };
  for (const { reading } of all) counts[reading] += 1;
  return counts;
}

/** The promises that were not kept, by the firmest target that one of their indicators missed; they add up to these promises. */
export const missedPromisesBy = (all: readonly Standing[]): MissedBy =>
  basisCounts(
    all
      .filter(({ reading }) => reading === 'missed')
      .map(({ results }) => basisOf({ verdict: 'missed', parts: results.flatMap(({ parts }) => parts) })),
  );

/** Standings with what needs action first, otherwise in the plan's order of their first clauses. */
export function byNeed(all: readonly Standing[], clauses: readonly string[]): Standing[] {
  const place = new Map(clauses.map((clause, index) => [clause, index]));
  const first = ({ commitment }: Standing) =>
    Math.min(...commitment.clauses.map((clause) => place.get(clause) ?? clauses.length));
  const need = ({ reading }: Standing) => readings.indexOf(reading);
  return [...all].sort((a, b) => need(a) - need(b) || first(a) - first(b));
}

/** Whether a promise was not kept on a target that the plan prints or implies: missing a proposed one breaks no promise. */
export function isBreach({ reading, results }: Standing): boolean {
  const basis = reading === 'missed' ? basisOf({ verdict: 'missed', parts: results.flatMap(({ parts }) => parts) }) : null;
  return basis === 'plan' || basis === 'implied';
}
