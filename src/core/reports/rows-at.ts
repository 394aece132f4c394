import type { Month } from '../calendar/date.ts';
import { unplaced } from '../indicators/result.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { locator } from '../measures/judgement.ts';

/** How many rows of a log there are. */
export interface LogRows {
  /** The log's id. */
  readonly log: string;
  /** In one month, and in all that came in up to it. */
  readonly month: number;
  readonly all: number;
}

/** Rows by location and log; `unplaced` holds those of no location. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Every row of a month at the location that it names, itself or through an area or device. */
function countsIn({ months, registers }: Ledger, month: Month): Counts {
  const counts = new Map<string, Map<string, number>>();
  for (const { log, records } of months.find((each) => each.month === month)?.logs.values() ?? []) {
    const locate = locator(log, registers);
    for (const record of records) {
      const location = locate(record) ?? unplaced;
      const own = counts.get(location) ?? new Map<string, number>();
      counts.set(location, own);
      own.set(log.id, (own.get(log.id) ?? 0) + 1);
    }
  }
  return counts;
}

/** What was counted of a ledger; every location's page asks for the same months. */
const known = new WeakMap<Ledger, Map<Month, Counts>>();

function kept(ledger: Ledger, month: Month): Counts {
  const months = known.get(ledger) ?? new Map<Month, Counts>();
  known.set(ledger, months);
  const counts = months.get(month) ?? countsIn(ledger, month);
  months.set(month, counts);
  return counts;
}

/** The rows at a location (or of none: `unplaced`) by log, in the logs' order; logs without any are left out. */
export function rowsAt(ledger: Ledger, location: string, month: Month): LogRows[] {
  const months = ledger.months.map((each) => each.month).filter((each) => each <= month);
  const count = (of: Month, log: string) => kept(ledger, of).get(location)?.get(log) ?? 0;
  return ledger.logs
    .map(({ id }) => ({ log: id, month: count(month, id), all: months.reduce((sum, each) => sum + count(each, id), 0) }))
    .filter(({ all }) => all > 0);
}
