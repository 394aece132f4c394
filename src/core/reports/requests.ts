import type { DateText } from '../calendar/date.ts';
import type { LogMonth } from '../logs/log.ts';
import { compile } from '../registers/condition.ts';
import type { Registers } from '../registers/registers.ts';
import { type LogRow, reachedBy, textOf } from './log-row.ts';
import { rolesOf } from './roles.ts';

/** What a customer asked for. */
export interface Request extends LogRow {
  readonly opened: string | null;
  /** Whether the row says that it was done by the end of the day looked at. */
  readonly done: boolean;
}

/** The requests of some deliveries, as they stood at the end of a day. */
export function requestsIn(deliveries: readonly LogMonth[], registers: Registers, day: DateText): Request[] {
  return deliveries.flatMap(({ log, records }) =>
    rolesOf(log, 'request').flatMap(({ where, done, opened, closed }) => {
      const [isRequest, isDone] = [compile(where, log, registers), compile(done, log, registers)];
      return records
        .filter(({ values }) => isRequest(values))
        .map((record) => ({
          log,
          record,
          opened: textOf(record, opened),
          done: isDone(record.values) && reachedBy(record, closed, day) !== null,
        }));
    }),
  );
}
