import { type DateText, dayOf, type Month, monthOf } from '../calendar/date.ts';
import { type Source, sourcesOf } from '../cases/source.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log, LogMonth } from '../logs/log.ts';
import { type CaseKind, type FindingKind, findingKinds, type RoleName } from '../logs/role.ts';
import { locationOf } from '../measures/judgement.ts';
import type { Registers } from '../registers/registers.ts';
import { type Deadline, gravest, limitsIn, type StepLimit, settledByDue, settledWithin } from './deadline.ts';
import { deliveriesOf, type Retelling, retelling } from './deliveries.ts';
import { type LogRow, reachedBy, textOf } from './log-row.ts';
import { declares } from './roles.ts';

/** A case as it stood at the end of a day. */
export interface Case {
  readonly kind: CaseKind;
  readonly log: Log;
  /** The row that told of it last. */
  readonly record: TableRecord;
  /** Its row in the month in which it began, where its name comes from. */
  readonly first: TableRecord;
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
  /** The column that names the post that is to act; null where the log has none. */
  readonly responsible: string | null;
  /** The column that names the post that looked again when it was done; null where the log has none. */
  readonly verifier: string | null;
  /** The column that says what kind of thing it is about. */
  readonly item: string;
  readonly about: readonly string[];
  readonly action: readonly string[];
}

/**
 * What a case is called for good: `requests.2026-09.L21`, by its log and by the month and line in which it began, whichever
 * later file tells of it again.
 */
export function caseId({ first }: Pick<Case, 'first'>): string {
  const [, month = '', file = ''] = first.file.split('/');
  return `${file.replace(/\.csv$/u, '')}.${month}.L${first.line}`;
}

/** One thing that was not as it should be, and what became of it. */
export type Finding = Case & { readonly kind: FindingKind };

/** What became of a failed row: the columns that say what was done, and when it was closed. */
export interface Correction {
  readonly action: readonly { readonly column: string; readonly text: string }[];
  readonly closed: string | null;
}

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

/** The logs that declare some roles, of several months, in the months' order. */
export const logMonths = (ledger: Ledger, months: readonly Month[], roles: readonly RoleName[]): LogMonth[] =>
  months.flatMap((month) => deliveriesOf(ledger, month).filter(({ log }) => declares(log, roles)));

/** Which cases are asked for. */
interface Asked {
  readonly kinds: readonly CaseKind[];
  readonly months: readonly Month[];
  /** The day at whose end they are looked at. */
  readonly day: DateText;
  /** Only those that were open then: the fewest of many months, so that no limit is worked out for the others. */
  readonly open: boolean;
}

/** The same with how cases were told of last. */
interface Looking extends Asked {
  readonly last: Retelling;
}

/** A row as it was told of last, with the one by which it began. */
interface ToldRow extends LogRow {
  readonly first: TableRecord;
}

/** When a row was closed; null for one that was open when a day ended. */
const closedBy = (record: TableRecord, { closed, isUnfinished }: Source, day: DateText): string | null =>
  isUnfinished(record.values) ? null : reachedBy(record, closed, day);

/** The cases of a kind in one log of one month. */
function casesIn(kind: CaseKind, { log, records }: LogMonth, assessment: Assessment, { day, open, last }: Looking): Case[] {
  const { registers } = assessment.ledger;
  return sourcesOf(log, registers)
    .filter((source) => source.kind === kind)
    .flatMap((source) => {
      const begun = records
        .filter((first) => source.isCase(first.values))
        .map((first) => ({ log, first, record: last(log, first) }))
        .filter(({ record }) => source.isCase(record.values) && reachedBy(record, source.opened, day) !== null);
      const found = open ? begun.filter(({ record }) => closedBy(record, source, day) === null) : begun;
      const steps = source.answered === undefined ? [source.closed] : [source.closed, source.answered];
      const rows = found.map(({ record }) => record);
      const limits = limitsIn(assessment, log, rows, steps);
      return found.map((row) => caseOf(row, source, { limits: limits.get(row.record) ?? [], registers, day }));
    });
}

/** What a case is measured by. */
interface Standing {
  readonly limits: readonly StepLimit[];
  readonly registers: Registers;
  readonly day: DateText;
}

/** A row as a case. */
function caseOf({ log, record, first }: ToldRow, source: Source, { limits, registers, day }: Standing): Case {
  const { kind, opened, closed, due, responsible = null, verifier = null, item, about, action } = source;
  const from = textOf(record, opened) ?? day;
  const to = closedBy(record, source, day);
  // An answer that came counts no more; once the case is closed, nothing but its end does.
  const own = limits.filter(({ step }) => step === closed || (to === null && reachedBy(record, step, day) === null));
  const named = due === undefined ? null : textOf(record, due);
  return {
    kind,
    log,
    record,
    first,
    location: locationOf(record, log, registers),
    opened: from,
    closed: to,
    days: Math.max(0, dayOf(to ?? day) - dayOf(from)),
    ...gravest([
      ...own.map((limit) => settledWithin(record, limit, day)),
      ...(named === null ? [] : [settledByDue(named, to, day)]),
    ]),
    responsible,
    verifier,
    item,
    about,
    action,
  };
}

/** The cases of some kinds in the logs of some months, as they stood at the end of a day; those opened later are left out. */
export function casesOf(assessment: Assessment, asked: Asked): Case[] {
  const { ledger } = assessment;
  const looking = { ...asked, last: retelling(ledger, monthOf(asked.day)) };
  return asked.kinds.flatMap((kind) =>
    logMonths(ledger, asked.months, [kind]).flatMap((logMonth) => casesIn(kind, logMonth, assessment, looking)),
  );
}

const isFindingKind = (kind: CaseKind): kind is FindingKind => findingKinds.some((each) => each === kind);
const isFinding = (each: Case): each is Finding => isFindingKind(each.kind);

/** The findings among all cases of some months, as they stood at the end of a day. */
export const findingsOf = (assessment: Assessment, months: readonly Month[], day: DateText): Finding[] =>
  casesOf(assessment, { kinds: findingKinds, months, day, open: false }).filter(isFinding);
