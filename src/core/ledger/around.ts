import { addMonths, type DateText, firstDay, lastDay } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import type { LogMonth } from '../logs/log.ts';
import type { Slot } from '../registers/registers.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerMonth } from './month.ts';

/**
 * The rows of a log in the files of other months that lie within some days: a week and a quarter reach beyond the month in which
 * they are judged. Of a month in which the log was not handed in nothing is known.
 */
export function rowsAround(
  { months }: Pick<Ledger, 'months'>,
  { log, month }: LogMonth,
  { from, to }: Slot,
): readonly TableRecord[] {
  return months.flatMap((each) => {
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
export function toldThrough({ months }: Pick<Ledger, 'months'>, log: string): DateText | null {
  const last = months.at(-1);
  return last === undefined ? null : lastTold(last, log);
}
