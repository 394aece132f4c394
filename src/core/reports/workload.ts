import { type DateText, lastDay, type Month } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Log, LogMonth } from '../logs/log.ts';
import { locationOf } from '../measures/judgement.ts';
import { add, type Tally, zero } from '../measures/tally.ts';
import { type Occurrence, occurrencesOf } from '../registers/registers.ts';
import { isDone, logOf } from './cases.ts';
import { deliveriesOf } from './deliveries.ts';

/** How much was done: rows written down, planned tasks done of those due, requests settled of those received. */
export interface Work {
  readonly rows: number;
  /** Null where the log was not handed in for some month: what was not told is not zero. */
  readonly tasks: Tally | null;
  readonly requests: Tally | null;
}

/** 服务总量, 类型, 分布: the work of some months in all, by service and by location (ids of the registers). */
export interface Workload {
  readonly all: Work;
  readonly services: ReadonlyMap<string, Work>;
  readonly locations: ReadonlyMap<string, Work>;
}

/** One thing that was done or left, with the service and location it belongs to. */
interface Item {
  readonly service: string | null;
  readonly location: string | null;
  readonly counted: {
    readonly rows: number;
    readonly tasks: readonly [number, number];
    readonly requests: readonly [number, number];
  };
}

const nothing = [0, 0] as const;
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The service of a log whose rows do not name one: that of the indicators which read it, when they agree. */
function servicesOfLogs(assessment: Assessment): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { service, parts } of assessment.indicators)
    for (const { measure } of parts) found.set(measure.log, (found.get(measure.log) ?? new Set()).add(service));
  return new Map(
    [...found].flatMap(([log, [only, ...others]]) => (only === undefined || others.length > 0 ? [] : [[log, only]])),
  );
}

/** What the items of some months are made from. */
interface Source {
  readonly assessment: Assessment;
  /** The service of a log whose rows do not name one. */
  readonly services: ReadonlyMap<string, string>;
  /** The last day looked at. */
  readonly day: DateText;
}

function rowItem(record: TableRecord, log: Log, { assessment, services, day }: Source): Item {
  const { registers } = assessment.ledger;
  return {
    service: textOf(record.values.service) ?? services.get(log.id) ?? null,
    location: locationOf(record, log, registers),
    counted: { rows: 1, tasks: nothing, requests: log.id === logOf('request') ? [isDone(record, day) ? 1 : 0, 1] : nothing },
  };
}

/** Whether some row says that a planned task was done within its slot. */
function taskItem({ entry, slot }: Occurrence, records: readonly TableRecord[]): Item {
  const done = records.some(({ values }) => {
    const day = String(values.planned);
    return values.plan === entry.id && slot.from <= day && day <= slot.to && values.result === '完成';
  });
  return {
    service: textOf(entry.service),
    location: textOf(entry.location),
    counted: { rows: 0, tasks: [done ? 1 : 0, 1], requests: nothing },
  };
}

function itemsOf({ log, month, records }: LogMonth, source: Source): Item[] {
  const { registers, calendar } = source.assessment.ledger;
  const due = log.id === 'tasks' ? occurrencesOf(registers, calendar, log.id, month) : [];
  const byPlan = new Map<unknown, TableRecord[]>();
  for (const record of records) byPlan.set(record.values.plan, [...(byPlan.get(record.values.plan) ?? []), record]);
  return [
    ...records.map((record) => rowItem(record, log, source)),
    ...due.map((occurrence) => taskItem(occurrence, byPlan.get(occurrence.entry.id) ?? [])),
  ];
}

/** Adds up items; logs that are missing somewhere give no number. */
function workOf(items: readonly Item[], absent: ReadonlySet<string>): Work {
  const ratio = (pick: (item: Item) => readonly [number, number]): Tally =>
    items.reduce<Tally>((sum, item) => {
      const [numerator, denominator] = pick(item);
      return add(sum, { kind: 'ratio', numerator, denominator });
    }, zero('ratio'));
  return {
    rows: items.reduce((sum, { counted }) => sum + counted.rows, 0),
    tasks: absent.has('tasks') ? null : ratio(({ counted }) => counted.tasks),
    requests: absent.has('requests') ? null : ratio(({ counted }) => counted.requests),
  };
}

/** The work of some months. */
export function workloadOf(assessment: Assessment, months: readonly Month[]): Workload {
  const handed = months.flatMap((month) => deliveriesOf(assessment.ledger, month));
  const absent = new Set(handed.filter(({ handed: { state } }) => state === 'absent').map(({ log }) => log.id));
  const source: Source = { assessment, services: servicesOfLogs(assessment), day: lastDay(months.at(-1) ?? '') };
  const items = handed.flatMap((each) => itemsOf(each, source));
  const by = (register: string, key: (item: Item) => string | null) => {
    const groups = new Map<string, Item[]>(
      [...(assessment.ledger.registers.get(register)?.byId.keys() ?? [])].map((id) => [id, []]),
    );
    for (const item of items) groups.get(key(item) ?? '')?.push(item);
    return new Map([...groups].map(([id, own]) => [id, workOf(own, absent)]));
  };
  return {
    all: workOf(items, absent),
    services: by('services', ({ service }) => service),
    locations: by('locations', ({ location }) => location),
  };
}
