import { addMonths } from '../calendar/date.ts';
import type { Columns, Values } from '../csv/column.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Result } from '../indicators/result.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Judgement } from '../measures/judgement.ts';
import type { Registers } from '../registers/registers.ts';

/** Where something failed: a thing that a register places, such as an area or a device, else the location as a whole. */
export interface Site {
  /** The register in which it stands; `locations` for a location as a whole. */
  readonly register: string;
  readonly id: string;
}

/** A site at which the same part failed more than once: in the period, or in it and in the month before. */
export interface Repeat {
  readonly site: Site;
  /** Failures in the period, at least one. */
  readonly failed: number;
  /** Failures in the month before; 0 for periods other than months. */
  readonly before: number;
}

/** Columns that name a thing of which a register says where it is; the schedule places work, not things. */
function thingFields(columns: Columns, registers: Registers): { field: string; register: string }[] {
  return Object.entries(columns).flatMap(([field, column]) => {
    if (column.type !== 'reference' || column.register === 'schedule') return [];
    const { register } = column;
    const own = Object.values(registers.get(register)?.register.columns ?? {});
    const isPlaced = own.some((each) => each.type === 'reference' && each.register === 'locations');
    return isPlaced ? [{ field, register }] : [];
  });
}

function thingIn(values: Values, columns: Columns, registers: Registers): Site | null {
  for (const { field, register } of thingFields(columns, registers)) {
    const id = values[field];
    if (typeof id === 'string') return { register, id };
  }
  return null;
}

/** Where something was judged: the thing that its row, or what was due, names; else its location; null for what belongs to none. */
export function siteOf({ record, occurrence, location }: Judgement, { logs, registers }: Ledger): Site | null {
  const scheduled = registers.get('schedule')?.register.columns ?? {};
  const log = record === null ? undefined : logs.find(({ id }) => record.file.endsWith(`/${id}.csv`));
  const named = record === null || log === undefined ? null : thingIn(record.values, log.columns, registers);
  const due = named !== null || occurrence === null ? null : thingIn(occurrence.entry, scheduled, registers);
  return named ?? due ?? (location === null ? null : { register: 'locations', id: location });
}

/** How often something failed at each site, by the site's register and id. */
type Failures = Map<string, { readonly site: Site; readonly failed: number }>;

function addFailures(found: Failures, judgements: readonly Judgement[], ledger: Ledger): void {
  for (const judgement of judgements) {
    const site = judgement.counted === 'fail' ? siteOf(judgement, ledger) : null;
    if (site === null) continue;
    const key = `${site.register}/${site.id}`;
    found.set(key, { site, failed: (found.get(key)?.failed ?? 0) + 1 });
  }
}

/**
 * The sites at which a missed indicator failed again: twice or more in the months that were judged, or in a month and the one
 * before. The most frequent first, then in the order in which they failed.
 */
export function repeatsOf(assessment: Assessment, { parts, period }: Result): Repeat[] {
  const { months, ledger } = assessment;
  const [now, earlier]: [Failures, Failures] = [new Map(), new Map()];
  for (const { part, judged } of parts.filter(({ verdict }) => verdict === 'missed')) {
    for (const month of judged.months.filter((each) => months.includes(each)))
      addFailures(now, assessment.judgements(part, month), ledger);
    const before = addMonths(judged.months[0] ?? '', -1);
    if (period.kind === 'month' && months.includes(before)) addFailures(earlier, assessment.judgements(part, before), ledger);
  }
  return [...now]
    .map(([key, { site, failed }]) => ({ site, failed, before: earlier.get(key)?.failed ?? 0 }))
    .filter(({ failed, before }) => failed > 1 || before > 0)
    .sort((a, b) => b.failed - a.failed || b.before - a.before);
}
