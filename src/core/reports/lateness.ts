import { addMonths, dayOf, type Month } from '../calendar/date.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Log } from '../logs/log.ts';
import { deliveriesOf } from './deliveries.ts';

/** A month in which a log came after the day agreed on. */
export interface Lateness {
  readonly month: Month;
  readonly on: string;
  /** Days after the last day on which it would have been in time. */
  readonly days: number;
}

/** How a log came in over the months of the contract. */
export interface DeliveryHistory {
  readonly log: Log;
  readonly months: number;
  /** Earliest first. */
  readonly late: readonly Lateness[];
  /** Months for which nothing came. */
  readonly absent: readonly Month[];
}

/** Every log's history of lateness; `deliveryDay` is the last day of the next month on which a delivery is in time. */
export function deliveryHistories(assessment: Assessment, deliveryDay: number): DeliveryHistory[] {
  const months = assessment.months.map((month) => ({ month, deliveries: deliveriesOf(assessment.ledger, month) }));
  return assessment.ledger.logs.map((log) => {
    const own = months.flatMap(({ month, deliveries }) =>
      deliveries.filter((each) => each.log.id === log.id).map(({ handed }) => ({ month, handed })),
    );
    const late = own.flatMap(({ month, handed }): Lateness[] => {
      if (handed.state === 'absent' || !handed.late) return [];
      const due = `${addMonths(month, 1)}-${String(deliveryDay).padStart(2, '0')}`;
      return [{ month, on: handed.on, days: dayOf(handed.on) - dayOf(due) }];
    });
    const absent = own.flatMap(({ month, handed }) => (handed.state === 'absent' ? [month] : []));
    return { log, months: own.length, late, absent };
  });
}
