import type { Month } from '../calendar/date.ts';
import type { Period } from '../calendar/period.ts';
import type { Assessment } from '../indicators/assessment.ts';
import { type MissedBy, missedBy } from '../indicators/basis.ts';
import { type Passes, passesOf } from '../indicators/passes.ts';
import type { PartResult, Result } from '../indicators/result.ts';
import type { Verdict } from '../indicators/verdict.ts';
import type { LogMonth } from '../logs/log.ts';
import { isZero } from '../measures/tally.ts';
import { type Problem, sortProblems } from '../problem/problem.ts';
import { type Change, changesSince } from './changes.ts';
import { type Decision, decisionsOf } from './decisions.ts';
import { deliveriesOf, lastTold } from './deliveries.ts';
import { type Exception, exceptionsOf } from './exceptions.ts';
import { type Feedback, feedbackOf } from './feedback.ts';
import { type Improvement, improvementReport } from './improvement.ts';
import { isServed, resultsAt } from './location.ts';
import { type Miss, missesOf, outsideFindings } from './misses.ts';
import { type Movement, movementsSince } from './movement.ts';
import { type Plan, planAfter } from './plan.ts';
import { countVerdicts, type Verdicts, verdictsOf } from './verdicts.ts';
import { type Workload, workloadOf } from './workload.ts';

/** A period beside an earlier one. */
export interface Comparison {
  readonly with: 'previous' | 'last-year';
  readonly period: Period;
  readonly changes: readonly Change[];
  readonly movements: readonly Movement[];
  /** Those of the supplementary indicators, which no count has in it. */
  readonly supplementary: readonly Movement[];
}

/** Verdicts at one location or of one service. */
export interface Standings {
  readonly id: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly missedBy: MissedBy;
}

/** How the services stood in another period, beside which a report shows its own. */
export interface Beside {
  readonly with: Comparison['with'] | 'to-date';
  readonly period: Period;
  readonly services: readonly Standings[];
}

/** What passed of a part at once, and when it was looked at again. */
export interface Recheck {
  readonly result: Result;
  readonly part: PartResult;
  readonly passes: Passes;
}

const rechecksOf = (assessment: Assessment, results: readonly Result[]): Recheck[] =>
  results.flatMap((result) =>
    result.parts.flatMap((part): Recheck[] => {
      const passes = passesOf(assessment, part.part, part.judged.months);
      return passes === null || isZero(passes.first) ? [] : [{ result, part, passes }];
    }),
  );

const standingsOf = (id: string, results: readonly Result[]): Standings => ({
  id,
  counts: countVerdicts(results),
  missedBy: missedBy(results),
});

/** What happened in a month, quarter, year or year to date: facts only, in the order in which a report tells them. */
export interface PeriodReport extends Verdicts {
  /** The period's months that the contract covers and that have come in; the report is of these. */
  readonly months: readonly Month[];
  /** Months of the period before the contract, and months that have not come in yet. */
  readonly before: readonly Month[];
  readonly after: readonly Month[];
  /** Earlier periods of as many months; empty where there is none. */
  readonly comparisons: readonly Comparison[];
  readonly deliveries: readonly LogMonth[];
  readonly services: readonly Standings[];
  /** The same of the periods that it is compared with, and of a month or quarter since the year began. */
  readonly beside: readonly Beside[];
  /** Locations that were served in the period, or of which something was written down. */
  readonly locations: readonly Standings[];
  readonly workload: Workload;
  /** The missed indicators, the gravest first. */
  readonly exceptions: readonly Exception[];
  /** Those of them of which nothing is among the period's findings. */
  readonly outside: readonly Miss[];
  readonly improvement: Improvement;
  /** First pass and recheck of every part whose log keeps them, where something was due. */
  readonly rechecks: readonly Recheck[];
  readonly feedback: Feedback;
  readonly decisions: readonly Decision[];
  /** What the month after the period asks for. */
  readonly plan: Plan;
  /** Repairs and warnings in the period's own files. */
  readonly problems: readonly Problem[];
}

const knownMonths = (assessment: Assessment, period: Period): Month[] =>
  period.months.filter((month) => assessment.months.includes(month));

/** The periods that a period is compared with: only such as have just as many months of data, so that counts can be compared. */
function comparisonsOf(assessment: Assessment, period: Period, { results, supplementary }: Verdicts): Comparison[] {
  const known = knownMonths(assessment, period).length;
  const length = period.months.length;
  const wanted: readonly (readonly [Comparison['with'], Period])[] = [
    ...(period.kind === 'ytd' || period.kind === 'year' ? [] : [['previous', assessment.year.earlier(period, length)] as const]),
    ['last-year', assessment.year.earlier(period, 12)],
  ];
  return wanted.flatMap(([kind, other]) =>
    known < length || knownMonths(assessment, other).length < length
      ? []
      : [
          {
            with: kind,
            period: other,
            changes: changesSince(assessment, results, other),
            movements: movementsSince(assessment, results, other),
            supplementary: movementsSince(assessment, supplementary, other),
          },
        ],
  );
}

const servicesOf = (assessment: Assessment, results: readonly Result[]): Standings[] =>
  idsOf(assessment, 'services').map((id) =>
    standingsOf(
      id,
      results.filter(({ indicator }) => indicator.service === id),
    ),
  );

/** The year up to a period's last month of data; the year itself where it ends with it, since there is no other report on that. */
function sinceYearBegan({ year, months }: Assessment, period: Period): Period | null {
  const last = period.months.filter((month) => months.includes(month)).at(-1) ?? '';
  return [...year.toDates([last]), ...year.periods('year', [last])].find((each) => each.months.at(-1) === last) ?? null;
}

/** The services in the periods that a period is shown beside; the year to date of a month that does not begin the year. */
function besidesOf(assessment: Assessment, { period, results }: Verdicts, comparisons: readonly Comparison[]): Beside[] {
  const since = period.kind === 'month' || period.kind === 'quarter' ? sinceYearBegan(assessment, period) : null;
  const others: readonly Pick<Beside, 'with' | 'period'>[] = [
    ...comparisons,
    ...(since === null || knownMonths(assessment, since).length <= period.months.length
      ? []
      : [{ with: 'to-date', period: since } as const]),
  ];
  return others.map(({ with: kind, period: other }) => ({
    with: kind,
    period: other,
    services: servicesOf(
      assessment,
      results.map(({ indicator }) => assessment.result(indicator, other)),
    ),
  }));
}

const idsOf = ({ ledger }: Assessment, register: string): string[] => [...(ledger.registers.get(register)?.byId.keys() ?? [])];

/** Verdicts of every location that was served in some of the months, or of which rows came in. */
function locationsOf(assessment: Assessment, period: Period, months: readonly Month[], { locations }: Workload): Standings[] {
  return idsOf(assessment, 'locations')
    .filter((id) => (locations.get(id)?.rows ?? 0) > 0 || months.some((month) => isServed(assessment, id, month)))
    .map((id) => standingsOf(id, resultsAt(assessment, id, period)));
}

/** The report of a period of which at least one month is known; null for any other. */
export function periodReport(assessment: Assessment, period: Period, problems: readonly Problem[]): PeriodReport | null {
  const months = knownMonths(assessment, period);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const verdicts = verdictsOf(assessment, period);
  const { results } = verdicts;
  const { ledger } = assessment;
  const deliveries = lastTold(
    months.flatMap((month) => deliveriesOf(ledger, month)),
    ledger,
    last,
  );
  const misses = missesOf(assessment, results);
  const exceptions = exceptionsOf(assessment, misses);
  const comparisons = comparisonsOf(assessment, period, verdicts);
  const workload = workloadOf(assessment, months);
  const improvement = improvementReport(assessment, last, months.length);
  return {
    ...verdicts,
    months,
    before: period.months.filter((month) => month < first),
    after: period.months.filter((month) => month > last),
    comparisons,
    deliveries,
    services: servicesOf(assessment, results),
    beside: besidesOf(assessment, verdicts, comparisons),
    locations: locationsOf(assessment, period, months, workload),
    workload,
    exceptions,
    rechecks: rechecksOf(assessment, results),
    outside: outsideFindings(misses, improvement.findings),
    improvement,
    feedback: feedbackOf(deliveries, results, assessment),
    decisions: decisionsOf(exceptions, deliveries, improvement),
    plan: planAfter(assessment, last),
    problems: sortProblems(problems.filter(({ file }) => months.some((month) => file.startsWith(`data/${month}/`)))),
  };
}
