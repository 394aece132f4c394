import { addMonths, type DateText, firstDay, lastDay, later, type Month } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import { type LogMonth, noRows } from '../logs/log.ts';
import { dueOf, type Slot } from '../registers/registers.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerMonth } from './month.ts';

/**
 * The rows of a log in the files of other months that lie within some days: a week and a quarter reach beyond the month in which
 * they are judged. Of a month in which the log was not handed in nothing is known.
 */
export function rowsAround(
  { months, beyond }: Pick<Ledger, 'months' | 'beyond'>,
  { log, month }: LogMonth,
  { from, to }: Slot,
): readonly TableRecord[] {
  return [...months, ...(beyond === null ? [] : [beyond])].flatMap((each) => {
    if (each.month === month || lastDay(each.month) < from || to < firstDay(each.month)) return [];
    const other = each.logs.get(log.id);
    if (other === undefined || other.handed.state === 'absent') return [];
    return other.records.filter(({ values }) => {
      const day = String(values[log.date] ?? '').slice(0, 10);
      return from <= day && day <= to;
    });
  });
}

/** The last day of which a month's file of a log tells: of a month under way what the slip says, and nothing before the log came in. */
function lastTold({ month, logs }: LedgerMonth, log: string): DateText {
  const own = logs.get(log);
  if (own === undefined || own.through === null) return lastDay(month);
  return own.handed.state === 'absent' ? lastDay(addMonths(month, -1)) : own.through;
}

/** The last day of which the files tell of a log; null before any was handed in. */
export function toldThrough({ months, beyond }: Pick<Ledger, 'months' | 'beyond'>, log: string): DateText | null {
  const last = beyond ?? months.at(-1);
  return last === undefined ? null : lastTold(last, log);
}

/** The last day that what was due of a log in a month reaches into. */
export const reachOf = (log: string, month: Month, { registers, calendar }: Ledger): DateText =>
  dueOf(registers, calendar, log, month)
    .flatMap(({ slots }) => slots.at(-1)?.to ?? [])
    .reduce(later, lastDay(month));

/** A later month's logs into which the weeks of a month reach, each with the rows on those days alone. */
function reachedLogs(next: LedgerMonth, month: Month, ledger: Ledger): ReadonlyMap<string, LogMonth> {
  const reached = [...next.logs].flatMap(([id, own]) => {
    const last = reachOf(id, month, ledger);
    if (last === lastDay(month)) return [];
    const records = own.records.filter(({ values }) => String(values[own.log.date] ?? '').slice(0, 10) <= last);
    return [[id, { ...own, records, carried: [], open: new Set<never>(), refused: [], rows: noRows }] as const];
  });
  return new Map(reached);
}

/** A ledger without the months after one, but for the days that the weeks of that month reach into. */
export function ledgerThrough(ledger: Ledger, month: Month): Ledger {
  const months = ledger.months.filter((each) => each.month <= month);
  const next = ledger.months.find((each) => each.month > month);
  if (next === undefined) return { ...ledger, months };
  return { ...ledger, months, beyond: { ...next, logs: reachedLogs(next, month, ledger), slip: [], left: new Map() } };
}
