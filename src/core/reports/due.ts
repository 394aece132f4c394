import { addMonths, type DateText, type Month } from '../calendar/date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../logs/log.ts';
import {
  type Frequency,
  frequencies,
  type Occurrence,
  occurrencesOf,
  type Slot,
  workCalendarOf,
} from '../registers/registers.ts';

/** One thing of the schedule that falls due, wherever it does in the same slot. */
export interface DueItem {
  /** Service id. */
  readonly service: string;
  /** The log into which it is written when done. */
  readonly log: Log;
  readonly item: string;
  /** How many entries of the schedule ask for it: one for each place, device or post. */
  readonly places: number;
}

/** What falls due in the first slot of a frequency after a month. */
export interface DueSlot {
  readonly frequency: Frequency;
  readonly slot: Slot;
  readonly items: readonly DueItem[];
}

interface Due {
  readonly log: Log;
  readonly occurrence: Occurrence;
}

/** Equal things are one item, in the order in which the schedule names them. */
function itemsOf(due: readonly Due[]): DueItem[] {
  const items = new Map<string, DueItem>();
  for (const { log, occurrence } of due) {
    const [service, item] = [String(occurrence.entry.service), String(occurrence.entry.item)];
    const key = [service, log.id, item].join('\n');
    items.set(key, { service, log, item, places: (items.get(key)?.places ?? 0) + 1 });
  }
  return [...items.values()];
}

/** No slot lies further ahead: a quarter is due in its last month. */
const horizon = 3;

/**
 * What falls due next, as seen from the last day of a month: of each frequency the first slot with anything in it, from
 * the shortest frequency to the longest. Comes from the schedule and the calendar alone.
 */
export function nextDue(ledger: Ledger, after: Month): DueSlot[] {
  const calendar = workCalendarOf(ledger.registers);
  const months = Array.from({ length: horizon }, (_, index) => addMonths(after, index + 1));
  const all = ledger.logs.flatMap((log) =>
    months.flatMap((month) =>
      occurrencesOf(ledger.registers, calendar, log.id, month).map((occurrence) => ({ log, occurrence })),
    ),
  );
  return frequencies.flatMap((frequency): DueSlot[] => {
    const own = all.filter(({ occurrence }) => occurrence.entry.frequency === frequency);
    const first = own.reduce<DateText | null>(
      (least, { occurrence }) => (least === null || occurrence.slot.from < least ? occurrence.slot.from : least),
      null,
    );
    const due = own.filter(({ occurrence }) => occurrence.slot.from === first);
    const slot = due[0]?.occurrence.slot;
    return slot === undefined ? [] : [{ frequency, slot, items: itemsOf(due) }];
  });
}
