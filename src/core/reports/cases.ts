import { type DateText, dayOf, type Month, minuteOf, minuteText } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log, LogMonth } from '../logs/log.ts';
import { type CaseKind, type FindingKind, findingKinds, type Role, type RoleName } from '../logs/role.ts';
import { compile, type Test } from '../measures/condition.ts';
import { eachRow, locationOf } from '../measures/judgement.ts';
import { limitFor, limitsOf } from '../measures/within.ts';
import type { Registers } from '../registers/registers.ts';
import { deliveriesOf } from './deliveries.ts';
import { declares, rolesOf } from './roles.ts';

/** How the cases of a kind are read from the rows of a log. */
interface Source {
  readonly kind: CaseKind;
  readonly opened: string;
  readonly closed: string;
  readonly answered?: string | undefined;
  readonly due?: string | undefined;
  readonly item: string;
  readonly about: readonly string[];
  readonly action: readonly string[];
  readonly isCase: Test;
  /** Rows that say so are not at an end, whatever moment they give. */
  readonly isUnfinished: Test;
}

const never: Test = () => false;

/** How a role's cases are read; null for a role whose rows have no end to wait for. */
function sourceOf(role: Role, log: Log, registers: Registers): Source | null {
  switch (role.role) {
    case 'opinion':
    case 'suggestion':
    case 'survey':
    case 'training':
    case 'work':
      return null;
    case 'measure': {
      const { raised, done, due, service, measure, reason, cancelled } = role;
      const isCancelled = cancelled === undefined ? never : compile(cancelled, log, registers);
      return {
        kind: 'measure',
        opened: raised,
        closed: done,
        due,
        item: service,
        about: [service, measure],
        action: reason === undefined ? [] : [reason],
        isCase: (values) => !isCancelled(values),
        isUnfinished: never,
      };
    }
    default: {
      const { role: kind, where, unfinished, ...columns } = role;
      const isUnfinished = unfinished === undefined ? never : compile(unfinished, log, registers);
      return { kind, ...columns, isCase: compile(where, log, registers), isUnfinished };
    }
  }
}

/** How the cases of a log are read, in the order of its roles. A row that a role took is not taken by a later one. */
function sourcesOf(log: Log, registers: Registers): Source[] {
  const sources = log.roles.flatMap((role) => sourceOf(role, log, registers) ?? []);
  return sources.map((source, at) => {
    const earlier = sources.slice(0, at);
    return { ...source, isCase: (values) => source.isCase(values) && !earlier.some(({ isCase }) => isCase(values)) };
  });
}

/**
 * How a case stands to the limit for its end: `running` is open within it, `exempt` is let out of it by a recorded exception,
 * `none` has no limit.
 */
export type Deadline = 'kept' | 'running' | 'overdue' | 'exempt' | 'none';

/** A case as it stood at the end of a day. */
export interface Case {
  readonly kind: CaseKind;
  readonly log: Log;
  readonly record: TableRecord;
  readonly location: string | null;
  readonly opened: string;
  /** Null also for what was closed after the day. */
  readonly closed: string | null;
  /** Whole days until it was closed; for an open one, until the day. */
  readonly days: number;
  readonly deadline: Deadline;
  /** Of an open one, the moment or day by which the next step was or is due; null where nothing sets one. */
  readonly limit: string | null;
  /** Whole days by which the limit had passed. */
  readonly over: number;
  /** The column that says what kind of thing it is about. */
  readonly item: string;
  readonly about: readonly string[];
  readonly action: readonly string[];
}

/** One thing that was not as it should be, and what became of it. */
export type Finding = Case & { readonly kind: FindingKind };

/** A row of a log, with the log that tells how to read it. */
export interface LogRow {
  readonly log: Log;
  readonly record: TableRecord;
}

/** What became of a failed row: the columns that say what was done, and when it was closed. */
export interface Correction {
  readonly action: readonly { readonly column: string; readonly text: string }[];
  readonly closed: string | null;
}

const textOf = (record: TableRecord, field: string): string | null => {
  const value = record.values[field] ?? null;
  return value === null ? null : String(value);
};

/** The correction that a row of a finding's log itself records; null for rows of logs that do not record any. */
export function correctionOf({ log, record }: LogRow, registers: Registers): Correction | null {
  const sources = sourcesOf(log, registers).filter(({ kind }) => isFindingKind(kind));
  const source = sources.find(({ isCase }) => isCase(record.values)) ?? sources[0];
  if (source === undefined) return null;
  const { action, closed } = source;
  const told = action.flatMap((field) => {
    const text = textOf(record, field);
    return text === null ? [] : [{ column: log.columns[field]?.name ?? field, text }];
  });
  return { action: told, closed: textOf(record, closed) };
}

/** A moment of a row if it lay before the end of a day: what came later was not known then. */
export function reachedBy(record: TableRecord, field: string, day: DateText): string | null {
  const moment = textOf(record, field);
  return moment === null || moment.slice(0, 10) > day ? null : moment;
}

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

/** The logs that declare some roles, of several months, in the months' order. */
export const logMonths = (ledger: Ledger, months: readonly Month[], roles: readonly RoleName[]): LogMonth[] =>
  months.flatMap((month) => deliveriesOf(ledger, month).filter(({ log }) => declares(log, roles)));

/** A limit for a step of a row. */
interface StepLimit {
  /** The column of the step. */
  readonly step: string;
  readonly from: string;
  readonly minutes: number;
  readonly exempt: boolean;
}

/** The limits that indicators set for some steps of a log's rows. */
function limitsIn(
  assessment: Assessment,
  log: Log,
  records: readonly TableRecord[],
  steps: readonly string[],
): ReadonlyMap<TableRecord, readonly StepLimit[]> {
  const { registers, calendar } = assessment.ledger;
  const found = new Map<TableRecord, StepLimit[]>();
  for (const { measure } of assessment.indicators.flatMap((indicator) => indicator.parts)) {
    if (measure.kind !== 'within' || measure.log !== log.id || !steps.includes(measure.to)) continue;
    const limits = limitsOf(measure, log, registers);
    eachRow(measure, { log, month: '', records, registers, calendar }, (record, excluded) => {
      const from = textOf(record, measure.from);
      const limit = from === null ? null : limitFor(record, from, limits);
      if (from === null || (limit === null && excluded === null)) return;
      const own = { step: measure.to, from, minutes: limit?.minutes ?? 0, exempt: excluded !== null };
      found.set(record, [...(found.get(record) ?? []), own]);
    });
  }
  return found;
}

/** From what a reader must know first; of several limits the first counts. */
const gravity: readonly Deadline[] = ['overdue', 'running', 'exempt', 'kept'];

const minutesADay = 1440;

interface Settlement {
  readonly deadline: Deadline;
  readonly limit: string | null;
  readonly over: number;
}

/** How a row stands to a limit of one of its steps, as within judges it at a month's end. */
function settledWithin(record: TableRecord, { step, from, minutes, exempt }: StepLimit, day: DateText): Settlement {
  if (exempt) return { deadline: 'exempt', limit: null, over: 0 };
  const last = minuteOf(from) + minutes;
  const done = reachedBy(record, step, day);
  if (done !== null) return { deadline: minuteOf(done) <= last ? 'kept' : 'overdue', limit: null, over: 0 };
  const passed = last < (dayOf(day) + 1) * minutesADay;
  const limit = minuteText(last);
  return { deadline: passed ? 'overdue' : 'running', limit, over: passed ? dayOf(day) - dayOf(limit) : 0 };
}

/** How a row stands to the day that it names itself. */
function settledByDue(due: string, closed: string | null, day: DateText): Settlement {
  if (closed !== null) return { deadline: closed.slice(0, 10) <= due ? 'kept' : 'overdue', limit: null, over: 0 };
  return { deadline: due < day ? 'overdue' : 'running', limit: due, over: Math.max(0, dayOf(day) - dayOf(due)) };
}

/** Of several limits the gravest, and of those the one that came first. */
function gravest(settlements: readonly Settlement[]): Settlement {
  const rank = ({ deadline }: Settlement) => gravity.indexOf(deadline);
  const sorted = [...settlements].sort((a, b) => rank(a) - rank(b) || ((a.limit ?? '') < (b.limit ?? '') ? -1 : 1));
  return sorted[0] ?? { deadline: 'none', limit: null, over: 0 };
}

/** The cases of a kind in one log of one month, as they stood at the end of a day. */
function casesIn(kind: CaseKind, { log, records }: LogMonth, assessment: Assessment, day: DateText): Case[] {
  const { registers } = assessment.ledger;
  return sourcesOf(log, registers)
    .filter((source) => source.kind === kind)
    .flatMap((source) => {
      const found = records.filter((record) => source.isCase(record.values) && reachedBy(record, source.opened, day) !== null);
      const steps = source.answered === undefined ? [source.closed] : [source.closed, source.answered];
      const limits = limitsIn(assessment, log, found, steps);
      return found.map((record) => caseOf({ log, record }, source, { limits: limits.get(record) ?? [], registers, day }));
    });
}

/** What a case is measured by. */
interface Standing {
  readonly limits: readonly StepLimit[];
  readonly registers: Registers;
  readonly day: DateText;
}

/** A row as a case. */
function caseOf({ log, record }: LogRow, source: Source, { limits, registers, day }: Standing): Case {
  const { kind, opened, closed, due, item, about, action, isUnfinished } = source;
  const from = textOf(record, opened) ?? day;
  const to = isUnfinished(record.values) ? null : reachedBy(record, closed, day);
  // An answer that came counts no more; once the case is closed, nothing but its end does.
  const own = limits.filter(({ step }) => step === closed || (to === null && reachedBy(record, step, day) === null));
  const named = due === undefined ? null : textOf(record, due);
  return {
    kind,
    log,
    record,
    location: locationOf(record, log, registers),
    opened: from,
    closed: to,
    days: Math.max(0, dayOf(to ?? day) - dayOf(from)),
    ...gravest([
      ...own.map((limit) => settledWithin(record, limit, day)),
      ...(named === null ? [] : [settledByDue(named, to, day)]),
    ]),
    item,
    about,
    action,
  };
}

/** All cases of some kinds in the logs of some months, as they stood at the end of a day; those opened later are left out. */
export const casesOf = (assessment: Assessment, kinds: readonly CaseKind[], months: readonly Month[], day: DateText): Case[] =>
  kinds.flatMap((kind) =>
    logMonths(assessment.ledger, months, [kind]).flatMap((logMonth) => casesIn(kind, logMonth, assessment, day)),
  );

const isFindingKind = (kind: CaseKind): kind is FindingKind => findingKinds.some((each) => each === kind);
const isFinding = (each: Case): each is Finding => isFindingKind(each.kind);

/** The findings among all cases of some months, as they stood at the end of a day. */
export const findingsOf = (assessment: Assessment, months: readonly Month[], day: DateText): Finding[] =>
  casesOf(assessment, findingKinds, months, day).filter(isFinding);
