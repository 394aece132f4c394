import { addMonths, lastDay, type Month } from '../calendar/date.ts';
import { caseTermsOf } from '../cases/source.ts';
import type { Value } from '../csv/column.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Log } from '../logs/log.ts';
import { caseKinds, findingKinds } from '../logs/role.ts';
import { type Judgement, locationOf } from '../measures/judgement.ts';
import type { Occurrence } from '../registers/registers.ts';
import { type Case, casesOf, logMonths } from './cases.ts';
import type { Deadline } from './deadline.ts';
import { deliveriesOf } from './deliveries.ts';
import { documentsIn, type Handed } from './evidence.ts';
import { textOf } from './log-row.ts';

/** An indicator that a row or a due occurrence failed, and the words that its measure has for it. */
export interface Failing {
  readonly indicator: Indicator;
  readonly reason: string | null;
}

/** One row that failed or that found something, or one thing due of which no row speaks, whatever number of indicators judged it. */
export interface Failure {
  readonly log: Log;
  /** Null where something was due and no row speaks of it. */
  readonly record: TableRecord | null;
  readonly occurrence: Occurrence | null;
  readonly location: string | null;
  /** Empty for a finding that no indicator counts as failed. */
  readonly failing: readonly Failing[];
  /** What is being done about it, where the row is a case; null for any other. */
  readonly found: Case | null;
}

/** How far an item has come: `unwritten` where some of its rows have no place in which an end could be written. */
export const noticeStates = ['open', 'closed', 'unwritten'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Who looked again: a post other than the one that acted, the same, or a post that the data do not name. */
export const checkings = ['other', 'self', 'unwritten'] as const;
export type Checking = (typeof checkings)[number];

/** What is to be put right at one place: one sheet. */
export interface Notice {
  /** `ZG-202610-001`: by the month and its place in the month's order. */
  readonly number: string;
  readonly log: Log;
  /** In the order of the file, what was due without a row by its day. At least one. */
  readonly failures: readonly Failure[];
  /** Whether nothing was written down of what was due. */
  readonly unrecorded: boolean;
  readonly locations: readonly (string | null)[];
  /** What sorts the failures: the column of the log, null for what was due, and its cell. */
  readonly place: { readonly field: string | null; readonly value: Value };
  readonly kind: { readonly field: string | null; readonly value: Value };
  readonly indicators: readonly Indicator[];
  readonly clauses: readonly string[];
  /** Failures beyond the first at the same spot in the month. */
  readonly repeats: number;
  /** Failures at the same spots in the month before; null where that month is not the contract's or the log was not handed in. */
  readonly before: number | null;
  /** Posts that are to act, by their ids; empty where the data name none. */
  readonly posts: readonly string[];
  /** The earliest limit of what is still open; null where there is none. */
  readonly limit: string | null;
  /** The gravest standing to a limit; `none` where no row has one. */
  readonly deadline: Deadline;
  readonly checking: Checking;
  readonly state: NoticeState;
  /** Documents that name one of its rows, issued by the month's end. */
  readonly documents: readonly Handed[];
}

/** A failure while indicators are still being asked. */
interface Gathered {
  readonly judgement: Pick<Judgement, 'record' | 'occurrence' | 'location'>;
  readonly failing: Failing[];
}

const idOf = ({ record, occurrence }: Pick<Judgement, 'record' | 'occurrence'>): string =>
  record === null ? `due/${occurrence?.id}` : `${record.file}/${record.line}`;

const logIdOf = ({ record, occurrence }: Pick<Judgement, 'record' | 'occurrence'>): string =>
  record === null ? String(occurrence?.entry.log) : (record.file.split('/').at(-1) ?? '').replace(/\.csv$/u, '');

/** Every failed judgement of a month, each row and each due occurrence once, whether or not its indicator was missed. */
function gathered(assessment: Assessment, month: Month): Map<string, Gathered> {
  const found = new Map<string, Gathered>();
  for (const indicator of assessment.indicators) {
    for (const part of indicator.parts) {
      for (const judgement of assessment.judgements(part, month)) {
        if (judgement.counted !== 'fail') continue;
        const id = idOf(judgement);
        const known = found.get(id) ?? { judgement, failing: [] };
        found.set(id, known);
        known.failing.push({ indicator, reason: judgement.reason });
      }
    }
  }
  return found;
}

/** The cases of a month's files by each of the rows that tell of them. */
function casesByRow(assessment: Assessment, month: Month): ReadonlyMap<TableRecord, Case> {
  const carried = logMonths(assessment.ledger, [month], caseKinds).flatMap((each) => each.carried);
  const months = [...new Set([month, ...carried.map(({ before }) => before.since)])].sort();
  const cases = casesOf(assessment, { kinds: caseKinds, months, day: lastDay(month), open: false });
  return new Map(cases.flatMap((each) => [[each.first, each] as const, [each.record, each] as const]));
}

/**
 * The column that sorts a log's rows into kinds of things: the one that its cases name, else the first of its key, and then of the
 * others that must be filled in, that is a choice or names an entry, neither the place nor a member of staff; null where there is none.
 */
function kindField(log: Log): string | null {
  const [own] = caseTermsOf(log);
  if (own !== undefined) return own.item;
  const others = Object.keys(log.columns).filter((field) => log.columns[field]?.required === true);
  const sorts = (field: string): boolean => {
    const column = log.columns[field];
    return field !== log.location && (column?.type === 'choice' || (column?.type === 'reference' && column.register !== 'posts'));
  };
  return [...log.key, ...others].find(sorts) ?? null;
}

/** Failed rows, due occurrences without one, and findings that no indicator counts as failed. */
function failuresIn(assessment: Assessment, month: Month): Failure[] {
  const { ledger } = assessment;
  const judged = gathered(assessment, month);
  const logs = new Map(ledger.logs.map((log) => [log.id, log]));
  const cases = casesByRow(assessment, month);
  const failed = [...judged.values()].flatMap(({ judgement, failing }): Failure[] => {
    const log = logs.get(logIdOf(judgement));
    if (log === undefined) return [];
    const { record, occurrence, location } = judgement;
    const found = record === null ? null : (cases.get(record) ?? null);
    return [{ log, record, occurrence, location, failing: byIndicator(failing), found }];
  });
  const found = [...new Set(cases.values())].flatMap((each): Failure[] => {
    const { record, log } = each;
    // A row of an earlier month that came again, because its case is open, is still to be put right.
    const isTold = record.file.startsWith(`data/${month}/`) && findingKinds.some((kind) => kind === each.kind);
    if (!isTold || judged.has(idOf({ record, occurrence: null }))) return [];
    const location = locationOf(record, log, ledger.registers);
    return [{ log, record, occurrence: null, location, failing: [], found: each }];
  });
  return [...failed, ...found];
}

/** Each indicator once, with the first of its parts' reasons that says something. */
function byIndicator(failing: readonly Failing[]): Failing[] {
  const found = new Map<string, Failing>();
  for (const { indicator, reason } of failing) {
    const known = found.get(indicator.id);
    if (known === undefined || known.reason === null) found.set(indicator.id, { indicator, reason });
  }
  return [...found.values()];
}

/** The one place at which a failure may happen again: the place and kind of a row, the entry of the schedule of what was due. */
function spotOf({ log, record, occurrence }: Failure): string {
  if (record === null) return `${log.id}\ndue\n${occurrence?.entry.id}`;
  const cell = (field: string | null) => (field === null ? '' : (record.values[field] ?? ''));
  return [log.id, cell(log.location), cell(kindField(log))].join('\n');
}

/** By what failures belong to one item: rows by their spot; what was due without a row, by the work that was not written down. */
const itemKey = (failure: Failure): string =>
  failure.record === null ? `${failure.log.id}\ndue\n${failure.occurrence?.entry.item}` : spotOf(failure);

function inOrder(a: Failure, b: Failure): number {
  if (a.record !== null && b.record !== null) {
    if (a.record.file !== b.record.file) return a.record.file < b.record.file ? -1 : 1;
    return a.record.line - b.record.line;
  }
  if (a.record !== null || b.record !== null) return a.record === null ? 1 : -1;
  const key = ({ occurrence }: Failure) => `${occurrence?.slot.from}\n${occurrence?.entry.id}`;
  return key(a) < key(b) ? -1 : 1;
}

/** From what a reader must know first. */
const gravity: readonly Deadline[] = ['overdue', 'running', 'exempt', 'kept', 'none'];

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

function stateOf(failures: readonly Failure[]): NoticeState {
  if (failures.some(({ found }) => found !== null && found.closed === null)) return 'open';
  return failures.every(({ found }) => found !== null) ? 'closed' : 'unwritten';
}

/** Whether another post than the acting one looked again, as the rows name both; one that checked its own work outweighs the others. */
function checkingOf(acting: string | null, checked: string | null): Checking {
  if (acting === null || checked === null) return 'unwritten';
  return acting === checked ? 'self' : 'other';
}

const worst: readonly Checking[] = ['self', 'unwritten', 'other'];

function checkingIn(failures: readonly Failure[]): Checking {
  const each = failures.map(({ found }) => {
    if (found === null) return 'unwritten';
    const checked = found.verifier === null ? null : textOf(found.record, found.verifier);
    return checkingOf(postOf(found), checked);
  });
  return worst.find((checking) => each.includes(checking)) ?? 'unwritten';
}

const postOf = ({ record, responsible }: Case): string | null => (responsible === null ? null : textOf(record, responsible));

/** Documents whose register names a row by its log, month and running number. */
function documentsOf(failures: readonly Failure[], handed: readonly Handed[]): Handed[] {
  return handed.filter(({ row }) =>
    failures.some(({ log, record }) => {
      if (row === null || record === null || log.sequence === null) return false;
      return (
        row.log === log.id && record.file === `data/${row.month}/${log.id}.csv` && textOf(record, log.sequence) === row.number
      );
    }),
  );
}

/** What is known of a month beside an item's own rows. */
interface Around {
  /** Failures of the month before by their spot; null for logs of which nothing came in. */
  readonly earlier: (log: Log, spot: string) => number | null;
  readonly handed: readonly Handed[];
}

function noticeOf(group: readonly Failure[], around: Around): Omit<Notice, 'number'> | null {
  const failures = [...group].sort(inOrder);
  const [first] = failures;
  if (first === undefined) return null;
  const { log, record, occurrence } = first;
  const field = kindField(log);
  const spots = distinct(failures.map(spotOf));
  const before = spots.map((spot) => around.earlier(log, spot));
  const cases = failures.flatMap(({ found }) => found ?? []);
  const indicators = distinct(failures.flatMap(({ failing }) => failing.map(({ indicator }) => indicator)));
  const cell = (name: string | null): Value => (name === null ? null : (record?.values[name] ?? null));
  return {
    log,
    failures,
    unrecorded: record === null,
    locations: distinct(failures.map(({ location }) => location)),
    place: record === null ? { field: null, value: null } : { field: log.location, value: cell(log.location) },
    kind: record === null ? { field: null, value: occurrence?.entry.item ?? null } : { field, value: cell(field) },
    indicators,
    clauses: distinct(indicators.map(({ clause }) => clause)),
    repeats: failures.length - spots.length,
    before: before.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0),
    posts: distinct(cases.flatMap((each) => postOf(each) ?? [])),
    limit: cases.flatMap(({ limit }) => limit ?? []).sort()[0] ?? null,
    deadline: gravity.find((each) => cases.some(({ deadline }) => deadline === each)) ?? 'none',
    checking: checkingIn(failures),
    state: stateOf(failures),
    documents: documentsOf(failures, around.handed),
  };
}

/** Counts a month's failures by their spot; of logs of which nothing came in, nothing is known. */
function earlierIn(assessment: Assessment, month: Month): Around['earlier'] {
  if (!assessment.months.includes(month)) return () => null;
  const all = failuresIn(assessment, month);
  const counts = new Map<string, number>();
  for (const each of all) {
    const spot = spotOf(each);
    counts.set(spot, (counts.get(spot) ?? 0) + 1);
  }
  const absent = deliveriesOf(assessment.ledger, month).filter(({ handed }) => handed.state === 'absent');
  return (log, spot) => counts.get(spot) ?? (absent.some((each) => each.log.id === log.id) ? null : 0);
}

/**
 * What is to be put right of a month, one item a sheet. Every row that fails an indicator, met or missed, every due occurrence
 * of which no row speaks, and every finding is one item or belongs to one. Rows of one log at the same place or device and of the
 * same kind are one item; so is what was due of the same work and not written down, wherever. Items stand in the logs' order
 * and in that of their rows, from which they are numbered. Ages and limits are those of the month's last day.
 */
export function noticesOf(assessment: Assessment, month: Month): Notice[] {
  const groups = new Map<string, Failure[]>();
  for (const each of failuresIn(assessment, month).sort((a, b) => a.log.order - b.log.order || inOrder(a, b))) {
    const key = itemKey(each);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const day = lastDay(month);
  const handed = documentsIn(assessment.ledger.registers).filter(({ issued }) => issued <= day);
  const around = { earlier: earlierIn(assessment, addMonths(month, -1)), handed };
  return [...groups.values()]
    .flatMap((group) => noticeOf(group, around) ?? [])
    .map((notice, at) => ({ number: `ZG-${month.replace('-', '')}-${String(at + 1).padStart(3, '0')}`, ...notice }));
}
