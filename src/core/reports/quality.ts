import type { Month } from '../calendar/date.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type Handed, type LogMonth, noRows, type RowCounts } from '../logs/log.ts';
import { type Problem, sortProblems } from '../problem/problem.ts';
import { deliveriesOf } from './deliveries.ts';

/** What came in for one month, and what was found in it. */
export interface MonthQuality {
  readonly month: Month;
  readonly deliveries: readonly LogMonth[];
  /** Logs by how they came in; they add up to the logs asked for. */
  readonly counts: Readonly<Record<Handed['state'], number>>;
  readonly late: number;
  readonly rows: RowCounts;
  /** Findings in the month's own files, by place; late deliveries are told by the deliveries. */
  readonly problems: readonly Problem[];
}

/** Cells that were read in another spelling than they were written in, or kept although they look odd. */
export const repairsIn = ({ problems }: MonthQuality): readonly Problem[] => problems.filter(({ cells }) => cells !== undefined);

/** What could not be read or contradicts: it forbids publishing, so a published month has none. */
export const refusalsIn = ({ problems }: MonthQuality): readonly Problem[] =>
  problems.filter(({ severity }) => severity === 'error');

/** Findings that are neither. */
export const remarksIn = ({ problems }: MonthQuality): readonly Problem[] =>
  problems.filter(({ cells, severity }) => cells === undefined && severity !== 'error');

/** How far the published numbers can be trusted. */
export interface Quality {
  /** Latest first. */
  readonly months: readonly MonthQuality[];
  /** Findings outside the months' folders: registers and documents. */
  readonly elsewhere: readonly Problem[];
  /** Indicators without a measure. */
  readonly pending: readonly Indicator[];
}

const added = (a: RowCounts, b: RowCounts): RowCounts => ({
  given: a.given + b.given,
  read: a.read + b.read,
  repaired: a.repaired + b.repaired,
  refused: a.refused + b.refused,
  carried: a.carried + b.carried,
});

const isIn = ({ file }: Problem, month: Month): boolean => file.startsWith(`data/${month}/`);

/** Deliveries and findings of one month, of all problems found. */
export function monthQuality(assessment: Assessment, month: Month, problems: readonly Problem[]): MonthQuality {
  const deliveries = deliveriesOf(assessment.ledger, month);
  const counts: Record<Handed['state'], number> = { absent: 0, nil: 0, complete: 0, incomplete: 0 };
  for (const { handed: state } of deliveries) counts[state.state] += 1;
  return {
    month,
    deliveries,
    counts,
    late: deliveries.filter(({ handed: state }) => state.state !== 'absent' && state.late).length,
    rows: deliveries.reduce((sum, { rows }) => added(sum, rows), noRows),
    problems: sortProblems(problems.filter((each) => isIn(each, month) && each.code !== 'delivery/late')),
  };
}

/** Deliveries and findings of every month, and what is not computed at all. */
export function qualityReport(assessment: Assessment, problems: readonly Problem[]): Quality {
  return {
    months: [...assessment.months].reverse().map((month) => monthQuality(assessment, month, problems)),
    elsewhere: sortProblems(problems.filter((each) => !assessment.months.some((month) => isIn(each, month)))),
    pending: assessment.indicators.filter(({ parts }) => parts.length === 0),
  };
}
