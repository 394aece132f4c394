import { earlier, lastDay, monthOf } from '../calendar/date.ts';
import type { Week } from '../calendar/week.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Log } from '../logs/log.ts';
import { type Occurrence, occurrencesOf } from '../registers/registers.ts';
import { type Finding, findingsOf } from './cases.ts';
import { deliveriesOf, lastTold } from './deliveries.ts';
import { type Opinions, opinionsIn } from './feedback.ts';
import { type OpenCases, openAt } from './open.ts';
import { type Request, requestsIn } from './requests.ts';
import { declares, measureState, type RoleRow, rowsIn } from './roles.ts';

/** Scheduled work of one log that was due by a day of the week. */
export interface WeekWork {
  readonly log: Log;
  readonly due: number;
  readonly done: number;
  /** What was due and is not shown to be done, with the reason and its row where there is one. */
  readonly failed: readonly { readonly occurrence: Occurrence; readonly record: TableRecord | null; readonly reason: string }[];
}

/** What was due, done and left undone in a week. There are no verdicts: targets are monthly or longer. */
export interface WeekReport {
  readonly week: Week;
  /** Whether every day of it lies in months that have come in. */
  readonly whole: boolean;
  readonly work: readonly WeekWork[];
  /** Logs with work due in the week that were not handed in: nothing can be said of it. */
  readonly unknown: readonly { readonly log: Log; readonly due: number }[];
  readonly requests: readonly Request[];
  readonly feedback: readonly Opinions[];
  /** Found in the week; settled in the week. */
  readonly found: readonly Finding[];
  readonly settled: readonly Finding[];
  /** Improvement measures raised in the week, and carried out in it. */
  readonly raised: readonly RoleRow<'measure'>[];
  readonly carriedOut: readonly RoleRow<'measure'>[];
  /** Everything that was open at its end, whenever it was begun. */
  readonly open: OpenCases;
}

interface Shown {
  readonly done: boolean;
  readonly record: TableRecord | null;
  readonly reason: string | null;
}

/** For each due occurrence of a log, whether the rows show it done, by the indicators that judge the schedule. */
function shownBy(assessment: Assessment, log: string, months: readonly string[]): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const { parts } of assessment.all) {
    for (const part of parts) {
      if (part.measure.kind !== 'coverage' || part.measure.log !== log) continue;
      for (const { occurrence, record, counted, reason } of months.flatMap((month) => assessment.judgements(part, month))) {
        if (occurrence === null || counted === 'excluded') continue;
        const known = shown.get(occurrence.id);
        if (known === undefined || (!known.done && counted === 'pass'))
          shown.set(occurrence.id, { done: counted === 'pass', record, reason });
      }
    }
  }
  return shown;
}

/** The scheduled work of a log that was due by a day of the week, as far as its rows came in and an indicator judges it. */
function workOf(assessment: Assessment, log: Log, known: readonly Occurrence[], months: readonly string[]): WeekWork[] {
  const shown = shownBy(assessment, log.id, months);
  const judged = known.flatMap((occurrence) => {
    const each = shown.get(occurrence.id);
    return each === undefined ? [] : [{ occurrence, ...each }];
  });
  const failed = judged.filter(({ done }) => !done).map(({ reason, ...each }) => ({ ...each, reason: reason ?? '没有记录' }));
  return judged.length === 0 ? [] : [{ log, due: judged.length, done: judged.length - failed.length, failed }];
}

/** Work due in the week by log, and what is due in logs that were not handed in. */
function scheduled(assessment: Assessment, week: Week, months: readonly string[]): Pick<WeekReport, 'work' | 'unknown'> {
  const { registers, calendar, logs } = assessment.ledger;
  const all = logs.map((log) => {
    const due = months
      .flatMap((month) => occurrencesOf(registers, calendar, log.id, month))
      .filter(({ slot }) => week.from <= slot.to && slot.to <= week.to);
    const absent = months.filter((month) =>
      deliveriesOf(assessment.ledger, month).some((each) => each.log === log && each.handed.state === 'absent'),
    );
    const known = due.filter(({ slot }) => !absent.includes(monthOf(slot.to)));
    return { work: workOf(assessment, log, known, months), unknown: { log, due: due.length - known.length } };
  });
  return {
    work: all.flatMap(({ work }) => work),
    unknown: all.map(({ unknown }) => unknown).filter(({ due }) => due > 0),
  };
}

/** Whether a day or moment lies in a week. */
function isIn({ from, to }: Week, moment: unknown): boolean {
  const day = String(moment ?? '').slice(0, 10);
  return from <= day && day <= to;
}

/**
 * A week's report; months outside the contract or not handed in are left out and make it not whole. Null without any month.
 * `measures` are those raised or carried out in the week, whose rows may stand in later months.
 */
export function weekReport(
  assessment: Assessment,
  week: Week,
  measures: readonly RoleRow<'measure'>[] = weekMeasures(assessment, week),
): WeekReport | null {
  const months = week.months.filter((month) => assessment.months.includes(month));
  const last = months.at(-1);
  if (last === undefined) return null;
  const within = (moment: unknown) => isIn(week, moment);
  const { ledger } = assessment;
  const deliveries = lastTold(
    months.flatMap((month) => deliveriesOf(ledger, month)),
    ledger,
    last,
  );
  const known = assessment.months.filter((month) => month <= last);
  // Of a week that has not come in whole, nothing is known of its last days.
  const told = assessment.underWayTo(last) ?? lastDay(last);
  const day = earlier(week.to, told);
  const findings = findingsOf(assessment, known, day);
  return {
    week,
    whole: months.length === week.months.length && week.to <= day,
    ...scheduled(assessment, monthOf(week.to) === last ? { ...week, to: day } : week, months),
    requests: requestsIn(deliveries, ledger.registers, day).filter(({ opened }) => within(opened)),
    feedback: opinionsIn(deliveries, ledger).map(({ rows, ...each }) => ({
      ...each,
      rows: rows.filter(({ record, role }) => within(record.values[role.received])),
    })),
    found: findings.filter(({ opened }) => within(opened)),
    settled: findings.filter(({ closed }) => within(closed)),
    raised: measures.filter(({ record, role }) => within(record.values[role.raised])),
    carriedOut: measures.filter(({ record, role }) => within(record.values[role.done])),
    open: openAt(assessment, day),
  };
}

/**
 * Improvement measures raised or carried out in a week, those called off aside, from the rows of all months: a measure's row stands
 * in the month in which it fell due, and says what it was last told to be.
 */
export const weekMeasures = ({ ledger }: Assessment, week: Week): RoleRow<'measure'>[] =>
  rowsIn(
    lastTold(
      ledger.months.flatMap(({ logs }) => [...logs.values()].filter(({ log }) => declares(log, ['measure']))),
      ledger,
      ledger.months.at(-1)?.month ?? '',
    ),
    'measure',
  ).filter(
    (row) =>
      (isIn(week, row.record.values[row.role.raised]) || isIn(week, row.record.values[row.role.done])) &&
      measureState(row, ledger.registers) !== 'cancelled',
  );
