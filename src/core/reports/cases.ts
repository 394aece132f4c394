import { type DateText, dayOf, type Month, minuteOf, minuteText } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log, LogMonth } from '../logs/log.ts';
import { type Conditions, compile } from '../measures/condition.ts';
import { eachRow, locationOf } from '../measures/judgement.ts';
import { limitFor, limitsOf } from '../measures/within.ts';
import { deliveriesOf } from './deliveries.ts';

/** What a finding is, from what weighs most: an accident, a complaint, a fault, a defect seen on a round, a shortcoming seen by a supervisor, a failed check. */
export const findingKinds = ['incident', 'complaint', 'fault', 'defect', 'shortcoming', 'failed-check'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Whatever has a beginning and must be brought to an end: findings, what customers asked for or said, and measures to improve. */
export const caseKinds = [...findingKinds, 'request', 'feedback', 'measure'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Where cases of a kind are written down, and which columns tell of them. */
interface Source {
  readonly log: string;
  readonly where: Conditions;
  readonly opened: string;
  readonly closed: string;
  /** Rows that say so are not at an end, whatever moment they give. */
  readonly unfinished?: Conditions;
  /** The column of a first answer, for which a limit of its own may be set. */
  readonly answered?: string;
  /** The column with the row's own limit, where no indicator sets one. */
  readonly due?: string;
  /** The column that sorts its cases into few kinds of things. */
  readonly item: string;
  /** Columns that say what it is about, and what was done. */
  readonly about: readonly string[];
  readonly action: readonly string[];
}

const sources: Readonly<Record<CaseKind, Source>> = {
  incident: {
    log: 'incidents',
    where: {},
    opened: 'occurred',
    closed: 'closed',
    item: 'kind',
    about: ['kind', 'severity', 'cause'],
    action: ['action'],
  },
  complaint: {
    log: 'feedback',
    where: { kind: '投诉' },
    opened: 'received',
    closed: 'closed',
    answered: 'responded',
    item: 'service',
    about: ['service', 'summary'],
    action: ['action'],
  },
  fault: {
    log: 'faults',
    where: {},
    opened: 'reported',
    closed: 'repaired',
    answered: 'responded',
    item: 'device',
    about: ['device', 'fault'],
    action: ['cause', 'exception'],
  },
  defect: {
    log: 'electrical-inspections',
    where: { status: '异常' },
    opened: 'date',
    closed: 'rectified',
    item: 'device',
    about: ['device', 'defect'],
    action: [],
  },
  shortcoming: {
    log: 'supervision',
    where: { result: '发现问题' },
    opened: 'date',
    closed: 'rectified',
    item: 'service',
    about: ['service', 'scope', 'finding'],
    action: [],
  },
  'failed-check': {
    log: 'checks',
    where: { result: '不合格' },
    opened: 'date',
    closed: 'rectified',
    item: 'item',
    about: ['area', 'item', 'finding'],
    action: ['recheck'],
  },
  request: {
    log: 'requests',
    where: {},
    opened: 'reported',
    closed: 'completed',
    unfinished: { outcome: '处理中' },
    answered: 'responded',
    item: 'service',
    about: ['service', 'subject'],
    action: ['outcome', 'exception'],
  },
  // Praise asks for nothing, and complaints are findings.
  feedback: {
    log: 'feedback',
    where: { kind: ['建议', '咨询'] },
    opened: 'received',
    closed: 'closed',
    answered: 'responded',
    item: 'service',
    about: ['kind', 'service', 'summary'],
    action: ['action'],
  },
  measure: {
    log: 'improvements',
    where: { result: { not: ['已取消'] } },
    opened: 'raised',
    closed: 'done',
    due: 'due',
    item: 'service',
    about: ['service', 'measure'],
    action: ['reason'],
  },
};

/** The columns of logs that reports tell of, beyond those that measures read. */
export const columnsTold: readonly { readonly log: string; readonly columns: readonly string[] }[] = [
  ...Object.values(sources).map(({ log, opened, closed, answered, due, item, about, action }) => ({
    log,
    columns: [opened, closed, item, ...about, ...action, ...[answered, due].filter((field) => field !== undefined)],
  })),
  { log: 'improvements', columns: ['effect', 'reason'] },
];

/** The log in which cases of a kind are written down. */
export const logOf = (kind: CaseKind): string => sources[kind].log;

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
export function correctionOf({ log, record }: LogRow): Correction | null {
  const kind = findingKinds.find((each) => sources[each].log === log.id);
  if (kind === undefined) return null;
  const { action, closed } = sources[kind];
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

/** Whether a row says of a request that it was done by the end of a day. */
export const isDone = (record: TableRecord, day: DateText): boolean =>
  record.values.outcome === '已完成' && reachedBy(record, sources.request.closed, day) !== null;

/** Some logs of several months, in the months' order. */
export const logMonths = (ledger: Ledger, months: readonly Month[], ids: readonly string[]): LogMonth[] =>
  months.flatMap((month) => deliveriesOf(ledger, month).filter(({ log }) => ids.includes(log.id)));

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
  const { where, opened, closed, unfinished, answered, due, item, about, action } = sources[kind];
  const [isCase, isUnfinished] = [compile(where, log, registers), compile(unfinished, log, registers)];
  const found = records.filter((record) => isCase(record.values) && reachedBy(record, opened, day) !== null);
  const steps = answered === undefined ? [closed] : [closed, answered];
  const limits = limitsIn(assessment, log, found, steps);
  return found.map((record) => {
    const from = textOf(record, opened) ?? day;
    const to = unfinished !== undefined && isUnfinished(record.values) ? null : reachedBy(record, closed, day);
    // An answer that came counts no more; once the case is closed, nothing but its end does.
    const own = (limits.get(record) ?? []).filter(
      ({ step }) => step === closed || (to === null && reachedBy(record, step, day) === null),
    );
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
  });
}

/** All cases of some kinds in the logs of some months, as they stood at the end of a day; those opened later are left out. */
export const casesOf = (assessment: Assessment, kinds: readonly CaseKind[], months: readonly Month[], day: DateText): Case[] =>
  kinds.flatMap((kind) =>
    logMonths(assessment.ledger, months, [sources[kind].log]).flatMap((logMonth) => casesIn(kind, logMonth, assessment, day)),
  );

const isFinding = (each: Case): each is Finding => findingKinds.some((kind) => kind === each.kind);

/** The findings among all cases of some months, as they stood at the end of a day. */
export const findingsOf = (assessment: Assessment, months: readonly Month[], day: DateText): Finding[] =>
  casesOf(assessment, findingKinds, months, day).filter(isFinding);
