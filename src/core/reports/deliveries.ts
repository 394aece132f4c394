import type { Month } from '../calendar/date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { absentLog, type LogMonth } from '../logs/log.ts';

/** Every log of a month with what was handed in, in the logs' order; of a month without a folder every log is absent. */
export function deliveriesOf(ledger: Ledger, month: Month): LogMonth[] {
  const handed = ledger.months.find((each) => each.month === month)?.logs;
  return ledger.logs.map((log): LogMonth => handed?.get(log.id) ?? absentLog(log, month));
}
