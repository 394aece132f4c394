import type { Month } from '../calendar/date.ts';
import { caseKey } from '../cases/carrying.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { absentLog, type Log, type LogMonth } from '../logs/log.ts';

/** Every log of a month with what was handed in, in the logs' order; of a month without a folder every log is absent. */
export function deliveriesOf(ledger: Ledger, month: Month): LogMonth[] {
  const handed = ledger.months.find((each) => each.month === month)?.logs;
  return ledger.logs.map((log): LogMonth => handed?.get(log.id) ?? absentLog(log, month));
}

/** Of a row of a log the one that told of it last: itself unless it was handed in again. */
export type Retelling = (log: Log, record: TableRecord) => TableRecord;

/** How the cases that were handed in again were told of last, in the files up to a month. */
export function retelling({ months }: Ledger, until: Month): Retelling {
  const last = new Map<string, Map<string, TableRecord>>();
  for (const { logs } of months.filter(({ month }) => month <= until)) {
    for (const { log, carried } of logs.values()) {
      if (carried.length === 0) continue;
      const rows = last.get(log.id) ?? new Map<string, TableRecord>();
      last.set(log.id, rows);
      for (const { record } of carried) rows.set(caseKey(record.values, log), record);
    }
  }
  return (log, record) => {
    const rows = last.get(log.id);
    return rows?.get(caseKey(record.values, log)) ?? record;
  };
}

/**
 * Logs of some months with their cases as they were told of last, in the files up to a month: what was reported in July and
 * repaired in August stands once, in July, with its end.
 */
export function lastTold(deliveries: readonly LogMonth[], ledger: Ledger, until: Month): LogMonth[] {
  const last = retelling(ledger, until);
  return deliveries.map((delivery) => ({
    ...delivery,
    records: delivery.records.map((record) => last(delivery.log, record)),
  }));
}
