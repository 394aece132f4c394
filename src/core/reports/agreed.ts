import type { DateText, Month } from '../calendar/date.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Part } from '../indicators/indicator.ts';
import { compile } from '../registers/condition.ts';
import { dueOf } from '../registers/registers.ts';

/** Something that the schedule asks less often than the plan does. */
export interface Agreed {
  readonly item: string;
  /** How often the schedule asks for it. */
  readonly frequency: string;
  /** How often the plan does, in its words. */
  readonly asked: string;
  /** The day on which both sides decided so; null where nobody did. */
  readonly decided: DateText | null;
  /** The places concerned, in the schedule's order; none for what belongs to no place. */
  readonly locations: readonly string[];
}

const textOr = <T>(value: unknown, other: T): string | T => (typeof value === 'string' && value !== '' ? value : other);

/** What was due of a part in a month, where the schedule says that the plan asks for more; nothing where the schedule keeps no such columns. */
export function agreedIn({ ledger }: Assessment, { measure }: Part, month: Month): Agreed[] {
  const schedule = ledger.registers.get('schedule')?.register;
  if (measure.kind !== 'coverage' || schedule === undefined) return [];
  const isMeant = compile(measure.due, schedule, ledger.registers);
  const groups = new Map<string, Agreed & { readonly locations: string[] }>();
  for (const { entry } of dueOf(ledger.registers, ledger.calendar, measure.log, month)) {
    const asked = textOr(entry.asked, null);
    if (asked === null || !isMeant(entry)) continue;
    const [item, frequency, decided] = [String(entry.item), String(entry.frequency), textOr(entry.decided, null)];
    const key = [item, frequency, asked, decided].join('\n');
    const group = groups.get(key) ?? { item, frequency, asked, decided, locations: [] };
    groups.set(key, group);
    const location = textOr(entry.location, null);
    if (location !== null && !group.locations.includes(location)) group.locations.push(location);
  }
  return [...groups.values()];
}
