import { type DateText, earlier, firstDay, lastDay, later, type Month } from '../calendar/date.ts';
import type { Values } from '../csv/column.ts';
import type { Assessment } from '../indicators/assessment.ts';
import { unplaced } from '../indicators/result.ts';
import { rowsAround } from '../ledger/around.ts';
import type { LogMonth } from '../logs/log.ts';
import type { RoleName, RoleOf } from '../logs/role.ts';
import { locationOf } from '../measures/judgement.ts';
import { logsOf } from '../measures/measure.ts';
import type { Tally } from '../measures/tally.ts';
import { compile } from '../registers/condition.ts';
import { occurrencesOf, type Slot } from '../registers/registers.ts';
import { deliveriesOf, lastTold } from './deliveries.ts';
import { requestsIn } from './requests.ts';
import { declares, rolesOf, serviceField } from './roles.ts';

/** How much was done: rows written down, planned tasks done of those due, requests settled of those received. */
export interface Work {
  readonly rows: number;
  /** Null where no log tells of it, or one was not handed in for some month: what was not told is not zero. */
  readonly tasks: Tally | null;
  readonly requests: Tally | null;
}

/** 服务总量, 类型, 分布: the work of some months in all, by service and by location (ids of the registers; `unplaced` is of none). */
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
const row = { rows: 1, tasks: nothing, requests: nothing };
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The service of a log whose rows do not name one: that of the indicators which read it, when they agree. */
function servicesOfLogs(assessment: Assessment): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { service, parts } of assessment.indicators)
    for (const log of parts.flatMap(({ measure }) => logsOf(measure))) found.set(log, (found.get(log) ?? new Set()).add(service));
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

/** The rows of a log, each with its service, and whether it is a request that was done. */
function rowItems(delivery: LogMonth, { assessment, services, day }: Source): Item[] {
  const { log, records } = delivery;
  const { registers } = assessment.ledger;
  const requests = new Map(requestsIn([delivery], registers, day).map(({ record, done }) => [record, done]));
  const field = serviceField(log);
  const whole = services.get(log.id) ?? null;
  return records.map((record) => {
    const done = requests.get(record);
    return {
      service: (field === null ? null : textOf(record.values[field])) ?? whole,
      location: locationOf(record, log, registers),
      counted: done === undefined ? row : { ...row, requests: [done ? 1 : 0, 1] },
    };
  });
}

/** What a row or an entry of the schedule says in some columns, to be compared. */
const saying = (values: Values, fields: readonly string[]): string => fields.map((field) => values[field] ?? '').join('\u001f');

/** What was due by the schedule, and whether some row says that it was done within its slot. */
function workItems(delivery: LogMonth, role: RoleOf<'work'>, { assessment, services }: Source): Item[] {
  const { log, month, records, through } = delivery;
  const { registers, calendar } = assessment.ledger;
  const isDone = compile(role.done, log, registers);
  const due = occurrencesOf(registers, calendar, log.id, month).filter(({ slot }) => through === null || slot.to <= through);
  const around = due.reduce<Slot>(({ from, to }, { slot }) => ({ from: earlier(slot.from, from), to: later(slot.to, to) }), {
    from: firstDay(month),
    to: lastDay(month),
  });
  const done = new Map<string, string[]>();
  for (const { values } of [...records, ...rowsAround(assessment.ledger, delivery, around)].filter((row) => isDone(row.values))) {
    const key = saying(values, Object.keys(role.match));
    const days = done.get(key) ?? [];
    if (days.length === 0) done.set(key, days);
    days.push(String(values[role.planned] ?? '').slice(0, 10));
  }
  return due.map(({ entry, slot }) => {
    const days = done.get(saying(entry, Object.values(role.match))) ?? [];
    const isMade = days.some((day) => slot.from <= day && day <= slot.to);
    return {
      service: textOf(entry.service) ?? services.get(log.id) ?? null,
      location: textOf(entry.location),
      counted: { rows: 0, tasks: [isMade ? 1 : 0, 1], requests: nothing },
    };
  });
}

const itemsOf = (delivery: LogMonth, source: Source): Item[] => [
  ...rowItems(delivery, source),
  ...rolesOf(delivery.log, 'work').flatMap((role) => workItems(delivery, role, source)),
];

/** Whether every log that tells of something was handed in, and there is one. */
type Known = Readonly<Record<'tasks' | 'requests', boolean>>;

function isKnown(deliveries: readonly LogMonth[], role: RoleName): boolean {
  const telling = deliveries.filter(({ log }) => declares(log, [role]));
  return telling.length > 0 && telling.every(({ handed }) => handed.state !== 'absent');
}

/** Adds up items; logs that are missing somewhere give no number. */
function workOf(items: readonly Item[], known: Known): Work {
  let [rows, made, due, settled, received] = [0, 0, 0, 0, 0];
  for (const { counted } of items) {
    rows += counted.rows;
    made += counted.tasks[0];
    due += counted.tasks[1];
    settled += counted.requests[0];
    received += counted.requests[1];
  }
  return {
    rows,
    tasks: known.tasks ? { kind: 'ratio', numerator: made, denominator: due } : null,
    requests: known.requests ? { kind: 'ratio', numerator: settled, denominator: received } : null,
  };
}

/** The work of some months. */
export function workloadOf(assessment: Assessment, months: readonly Month[]): Workload {
  const handed = lastTold(
    months.flatMap((month) => deliveriesOf(assessment.ledger, month)),
    assessment.ledger,
    months.at(-1) ?? '',
  );
  const known: Known = { tasks: isKnown(handed, 'work'), requests: isKnown(handed, 'request') };
  const source: Source = { assessment, services: servicesOfLogs(assessment), day: lastDay(months.at(-1) ?? '') };
  const items = handed.flatMap((each) => itemsOf(each, source));
  const by = (register: string, key: (item: Item) => string | null) => {
    const ids = [...(assessment.ledger.registers.get(register)?.byId.keys() ?? []), unplaced];
    const groups = new Map<string, Item[]>(ids.map((id) => [id, []]));
    for (const item of items) groups.get(key(item) ?? unplaced)?.push(item);
    return new Map([...groups].map(([id, own]) => [id, workOf(own, known)]));
  };
  return {
    all: workOf(items, known),
    services: by('services', ({ service }) => service),
    locations: by('locations', ({ location }) => location),
  };
}
