import { dayOf, lastDay, type Month, monthOf } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log, LogMonth } from '../logs/log.ts';
import { type Conditions, compile } from '../measures/condition.ts';
import { eachRow, type Judgement, locationOf } from '../measures/judgement.ts';
import { judge } from '../measures/measure.ts';
import type { Tally } from '../measures/tally.ts';
import { deliveriesOf } from './deliveries.ts';

/** What a finding is, from what weighs most: an accident, a complaint, a fault, a defect seen on a round, a shortcoming seen by a supervisor, a failed check. */
export const findingKinds = ['incident', 'complaint', 'fault', 'defect', 'shortcoming', 'failed-check'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Where findings of a kind are written down, and which columns tell of them. */
interface Source {
  readonly log: string;
  readonly where: Conditions;
  readonly opened: string;
  readonly closed: string;
  /** The column that sorts its findings into few kinds of things. */
  readonly item: string;
  /** Columns that say what was found, and what was done. */
  readonly about: readonly string[];
  readonly action: readonly string[];
}

const sources: Readonly<Record<FindingKind, Source>> = {
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
    item: 'service',
    about: ['service', 'summary'],
    action: ['action'],
  },
  fault: {
    log: 'faults',
    where: {},
    opened: 'reported',
    closed: 'repaired',
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
};

/** The columns of logs that reports tell of, beyond those that measures read. */
export const columnsTold: readonly { readonly log: string; readonly columns: readonly string[] }[] = [
  ...Object.values(sources).map(({ log, opened, closed, about, action }) => ({
    log,
    columns: [opened, closed, ...about, ...action],
  })),
  { log: 'improvements', columns: ['effect', 'reason'] },
];

/**
 * How a finding stands to the limit that an indicator sets for its settlement: `running` is open
 * within it, `exempt` is let out of it by a recorded exception, `none` has no limit.
 */
export type Deadline = 'kept' | 'running' | 'overdue' | 'exempt' | 'none';

/** One thing that was not as it should be, and what became of it. */
export interface Finding {
  readonly kind: FindingKind;
  readonly log: Log;
  readonly record: TableRecord;
  readonly location: string | null;
  readonly opened: string;
  readonly closed: string | null;
  /** Whole days until it was closed; for an open one, until the last day of the month that the report looks back from. */
  readonly days: number;
  readonly deadline: Deadline;
  /** The column that says what kind of thing it is about. */
  readonly item: string;
  readonly about: readonly string[];
  readonly action: readonly string[];
}

/** How many suggestions about a service came in and what became of them. */
export interface SuggestionCounts {
  /** Service id. */
  readonly service: string;
  readonly received: number;
  /** Valid ones of those that were reviewed. */
  readonly valid: Tally;
  /** Adopted ones of those valid ones on which a decision was taken. */
  readonly adopted: Tally;
  /** Not reviewed, or valid and not decided. */
  readonly waiting: number;
}

/** A row of a log, with the log that tells how to read it. */
export interface LogRow {
  readonly log: Log;
  readonly record: TableRecord;
}

/** What went wrong in the latest months and what was done about it. */
export interface Improvement {
  /** The months looked at, in order. */
  readonly months: readonly Month[];
  /** Found in these months: open ones first and the oldest of them first, then the closed ones, the latest first. */
  readonly findings: readonly Finding[];
  /** Found before these months and still open. */
  readonly lingering: readonly Finding[];
  /** Logs of findings that were not handed in, or not whole: what they would have told is missing here. */
  readonly gaps: readonly LogMonth[];
  readonly suggestions: readonly SuggestionCounts[];
  /** Improvement measures that fell due, those not done first, then by the day they were due. */
  readonly measures: readonly LogRow[];
  /** Measures done of those that were not called off. */
  readonly done: Tally;
}

/** What became of a failed row: the columns that say what was done, and when it was closed. */
export interface Correction {
  readonly action: readonly { readonly column: string; readonly text: string }[];
  readonly closed: string | null;
}

/** The correction that a row itself records; null for rows of logs that do not record any. */
export function correctionOf({ log, record }: LogRow): Correction | null {
  const source = Object.values(sources).find((each) => each.log === log.id);
  if (source === undefined) return null;
  const action = source.action.flatMap((field) => {
    const text = textOf(record, field);
    return text === null ? [] : [{ column: log.columns[field]?.name ?? field, text }];
  });
  return { action, closed: textOf(record, source.closed) };
}

const textOf = (record: TableRecord, field: string): string | null => {
  const value = record.values[field] ?? null;
  return value === null ? null : String(value);
};

/** Some logs of several months, in the months' order. */
const logMonths = (ledger: Ledger, months: readonly Month[], ids: readonly string[]): LogMonth[] =>
  months.flatMap((month) => deliveriesOf(ledger, month).filter(({ log }) => ids.includes(log.id)));

/** From what a reader must know first; of several limits the first counts. */
const gravity: readonly Deadline[] = ['overdue', 'running', 'exempt', 'kept'];

function deadlineOf({ counted }: Judgement, exempt: boolean): Deadline {
  if (exempt) return 'exempt';
  return counted === 'pass' ? 'kept' : counted === 'fail' ? 'overdue' : 'running';
}

/** How rows stand, at the end of a month, to the limits of the indicators that time their settlement. */
function deadlinesIn(
  assessment: Assessment,
  log: Log,
  records: readonly TableRecord[],
  closed: string,
  month: Month,
): ReadonlyMap<TableRecord, Deadline> {
  const { registers, calendar } = assessment.ledger;
  const input = { log, month, records, registers, calendar };
  const deadlines = new Map<TableRecord, Deadline>();
  for (const { measure } of assessment.indicators.flatMap((indicator) => indicator.parts)) {
    if (measure.kind !== 'within' || measure.log !== log.id || measure.to !== closed) continue;
    const exempt = new Set<TableRecord>();
    eachRow(measure, input, (record, excluded) => {
      if (excluded !== null) exempt.add(record);
    });
    for (const judgement of judge(measure, input)) {
      const { record } = judgement;
      if (record === null) continue;
      const found = [deadlineOf(judgement, exempt.has(record)), deadlines.get(record)];
      deadlines.set(record, gravity.find((each) => found.includes(each)) ?? 'none');
    }
  }
  return deadlines;
}

/** The findings of a kind in one log of one month, as they stand on a day. */
function findingsIn(kind: FindingKind, logMonth: LogMonth, assessment: Assessment, today: string): Finding[] {
  const { log, records } = logMonth;
  const { ledger } = assessment;
  const { where, opened, closed, item, about, action } = sources[kind];
  const isFinding = compile(where, log, ledger.registers);
  const found = records.filter(({ values }) => isFinding(values));
  const deadlines = deadlinesIn(assessment, log, found, closed, monthOf(today));
  return found.map((record) => {
    const [from, to] = [textOf(record, opened) ?? today, textOf(record, closed)];
    const location = locationOf(record, log, ledger.registers);
    const days = Math.max(0, dayOf(to ?? today) - dayOf(from));
    const deadline = deadlines.get(record) ?? 'none';
    return { kind, log, record, location, opened: from, closed: to, days, deadline, item, about, action };
  });
}

function bySettlement(a: Finding, b: Finding): number {
  if ((a.closed === null) !== (b.closed === null)) return a.closed === null ? -1 : 1;
  const earlier = a.opened < b.opened ? -1 : a.opened > b.opened ? 1 : a.record.line - b.record.line;
  return a.closed === null ? earlier : -earlier;
}

function suggestionCounts(ledger: Ledger, months: readonly Month[]): SuggestionCounts[] {
  const records = logMonths(ledger, months, ['suggestions']).flatMap((each) => each.records);
  const services = [...(ledger.registers.get('services')?.byId.keys() ?? [])];
  return services.map((service) => {
    const own = records.filter(({ values }) => values.service === service).map(({ values }) => values);
    const count = (test: (values: TableRecord['values']) => boolean) => own.filter(test).length;
    const valid = count(({ valid: each }) => each === '有效');
    const invalid = count(({ valid: each }) => each === '无效');
    const adopted = count(({ valid: each, adopted: decision }) => each === '有效' && decision === '采纳');
    const refused = count(({ valid: each, adopted: decision }) => each === '有效' && decision === '未采纳');
    return {
      service,
      received: own.length,
      valid: { kind: 'ratio', numerator: valid, denominator: valid + invalid },
      adopted: { kind: 'ratio', numerator: adopted, denominator: adopted + refused },
      waiting: own.length - invalid - adopted - refused,
    };
  });
}

const improvementLog = 'improvements';

/** Improvement measures that fell due in some months; not done first. */
function dueMeasures(ledger: Ledger, months: readonly Month[]): { measures: LogRow[]; done: Tally } {
  const rows = logMonths(ledger, months, [improvementLog]).flatMap(({ log, records }) =>
    records.map((record) => ({ log, record })),
  );
  const open = ({ record }: LogRow) => (record.values.result === '未实施' ? 0 : 1);
  const due = ({ record }: LogRow) => textOf(record, 'due') ?? '';
  const count = (result: string) => rows.filter(({ record }) => record.values.result === result).length;
  const [done, left] = [count('已实施'), count('未实施')];
  return {
    measures: rows.sort((a, b) => open(a) - open(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0)),
    done: { kind: 'ratio', numerator: done, denominator: done + left },
  };
}

/** Findings, their settlement, suggestions and measures of the `count` months up to a month. The month's last day is today. */
export function improvementReport(assessment: Assessment, month: Month, count = 3): Improvement {
  const { ledger } = assessment;
  const known = assessment.months.filter((each) => each <= month);
  const months = known.slice(-count);
  const today = lastDay(month);
  const findings = (over: readonly Month[]) =>
    findingKinds.flatMap((kind) =>
      logMonths(ledger, over, [sources[kind].log]).flatMap((logMonth) => findingsIn(kind, logMonth, assessment, today)),
    );
  const logs = [...findingKinds.map((kind) => sources[kind].log), 'suggestions', improvementLog];
  return {
    months,
    findings: findings(months).sort(bySettlement),
    lingering: findings(known.slice(0, -count))
      .filter(({ closed }) => closed === null)
      .sort(bySettlement),
    gaps: logMonths(ledger, months, logs).filter(({ handed }) => handed.state === 'absent' || handed.state === 'incomplete'),
    suggestions: suggestionCounts(ledger, months),
    ...dueMeasures(ledger, months),
  };
}
