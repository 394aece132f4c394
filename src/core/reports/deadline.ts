import { type DateText, dayOf, minuteOf, minuteText } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Log } from '../logs/log.ts';
import { eachRow } from '../measures/judgement.ts';
import { limitFor, limitsOf } from '../measures/within.ts';
import { reachedBy, textOf } from './log-row.ts';

/**
 * How a case stands to the limit for its end: `running` is open within it, `exempt` is let out of it by a recorded exception,
 * `none` has no limit.
 */
export type Deadline = 'kept' | 'running' | 'overdue' | 'exempt' | 'none';

/** A limit for a step of a row. */
export interface StepLimit {
  /** The column of the step. */
  readonly step: string;
  readonly from: string;
  readonly minutes: number;
  readonly exempt: boolean;
}

/** The limits that indicators set for some steps of a log's rows. */
export function limitsIn(
  assessment: Assessment,
  log: Log,
  records: readonly TableRecord[],
  steps: readonly string[],
): ReadonlyMap<TableRecord, readonly StepLimit[]> {
  const { registers, calendar } = assessment.ledger;
  const found = new Map<TableRecord, StepLimit[]>();
  if (records.length === 0) return found;
  for (const { measure } of assessment.indicators.flatMap((indicator) => indicator.parts)) {
    if (measure.kind !== 'within' || measure.log !== log.id || !steps.includes(measure.to)) continue;
    const limits = limitsOf(measure, log, registers);
    eachRow(
      measure,
      { log, month: '', until: '', records, carried: [], open: new Set(), registers, calendar, around: () => [], through: '' },
      (record, excluded) => {
        const from = textOf(record, measure.from);
        const limit = from === null ? null : limitFor(record, from, limits);
        if (from === null || (limit === null && excluded === null)) return;
        const own = { step: measure.to, from, minutes: limit?.minutes ?? 0, exempt: excluded !== null };
        found.set(record, [...(found.get(record) ?? []), own]);
      },
    );
  }
  return found;
}

/** From what a reader must know first; of several limits the first counts. */
const gravity: readonly Deadline[] = ['overdue', 'running', 'exempt', 'kept'];

const minutesADay = 1440;

interface Settlement {
  readonly deadline: Deadline;
  readonly limit: string | null;
  readonly over: number;
}

/** How a row stands to a limit of one of its steps, as within judges it at a month's end. */
export function settledWithin(record: TableRecord, { step, from, minutes, exempt }: StepLimit, day: DateText): Settlement {
  if (exempt) return { deadline: 'exempt', limit: null, over: 0 };
  const last = minuteOf(from) + minutes;
  const done = reachedBy(record, step, day);
  if (done !== null) return { deadline: minuteOf(done) <= last ? 'kept' : 'overdue', limit: null, over: 0 };
  const passed = last < (dayOf(day) + 1) * minutesADay;
  const limit = minuteText(last);
  return { deadline: passed ? 'overdue' : 'running', limit, over: passed ? dayOf(day) - dayOf(limit) : 0 };
}

/** How a row stands to the day that it names itself. */
export function settledByDue(due: string, closed: string | null, day: DateText): Settlement {
  if (closed !== null) return { deadline: closed.slice(0, 10) <= due ? 'kept' : 'overdue', limit: null, over: 0 };
  return { deadline: due < day ? 'overdue' : 'running', limit: due, over: Math.max(0, dayOf(day) - dayOf(due)) };
}

/** Of several limits the gravest, and of those the one that came first. */
export function gravest(settlements: readonly Settlement[]): Settlement {
  const rank = ({ deadline }: Settlement) => gravity.indexOf(deadline);
  const sorted = [...settlements].sort((a, b) => rank(a) - rank(b) || ((a.limit ?? '') < (b.limit ?? '') ? -1 : 1));
  return sorted[0] ?? { deadline: 'none', limit: null, over: 0 };
}
