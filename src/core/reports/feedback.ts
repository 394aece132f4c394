import { lastDay } from '../calendar/date.ts';
import type { Conditions } from '../csv/condition.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Result } from '../indicators/result.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LogMonth } from '../logs/log.ts';
import { type OpinionKind, opinionKinds } from '../logs/role.ts';
import { logsOf } from '../measures/measure.ts';
import { compile } from '../registers/condition.ts';
import { type LogRow, reachedBy } from './log-row.ts';
import { declares, type RoleRow, rolesOf, rowsIn } from './roles.ts';

/** What customers said of one kind. */
export interface Opinions {
  readonly kind: OpinionKind;
  /** The contract's word for it. */
  readonly word: string;
  readonly rows: readonly RoleRow<'opinion'>[];
}

/** What customers said in some deliveries, by the kinds that the contract tells apart. */
export function opinionsIn(deliveries: readonly LogMonth[], { logs, registers }: Pick<Ledger, 'logs' | 'registers'>): Opinions[] {
  const roles = logs.flatMap((log) => rolesOf(log, 'opinion'));
  const rows = rowsIn(deliveries, 'opinion');
  return opinionKinds.flatMap((kind): Opinions[] => {
    const word = roles.flatMap(({ kinds }) => kinds[kind]?.word ?? [])[0];
    if (word === undefined) return [];
    const own = rows.filter(({ log, record, role }) => {
      const meant = role.kinds[kind];
      return meant !== undefined && compile(meant.where, log, registers)(record.values);
    });
    return [{ kind, word, rows: own }];
  });
}

/** Entries of one kind and what had become of them on the last day of the period. */
export interface FeedbackCount extends Opinions {
  readonly received: number;
  readonly answered: number;
  readonly closed: number;
  /** Found satisfied, or not, when asked afterwards. */
  readonly satisfied: number;
  readonly dissatisfied: number;
}

export interface Feedback {
  /** Months whose log was not handed in, or not whole: what it would have told is missing here. */
  readonly gaps: readonly LogMonth[];
  /** False when the log came in for no month: then nothing is known, which is not zero. */
  readonly known: boolean;
  readonly counts: readonly FeedbackCount[];
  /** Results of the indicators that are measured by surveys. */
  readonly satisfaction: readonly Result[];
}

/** Praise, complaints, suggestions and enquiries in some deliveries, and the surveyed satisfaction among some results. */
export function feedbackOf(
  deliveries: readonly LogMonth[],
  results: readonly Result[],
  { ledger, indicators }: Assessment,
): Feedback {
  const own = deliveries.filter(({ log }) => declares(log, ['opinion']));
  // What was answered or closed later was not yet so then.
  const day = lastDay(deliveries.at(-1)?.month ?? '');
  const counts = opinionsIn(own, ledger).map(({ kind, word, rows }): FeedbackCount => {
    const says = (conditions: Conditions | undefined, { log, record }: LogRow) =>
      conditions !== undefined && compile(conditions, log, ledger.registers)(record.values);
    return {
      kind,
      word,
      received: rows.length,
      answered: rows.filter(({ record, role }) => reachedBy(record, role.answered, day) !== null).length,
      closed: rows.filter(({ record, role }) => reachedBy(record, role.closed, day) !== null).length,
      satisfied: rows.filter((row) => says(row.role.satisfied, row)).length,
      dissatisfied: rows.filter((row) => says(row.role.dissatisfied, row)).length,
      rows,
    };
  });
  const surveys = new Set(ledger.logs.filter((log) => declares(log, ['survey'])).map(({ id }) => id));
  const surveyed = new Set(
    indicators
      .filter(({ parts }) => parts.some(({ measure }) => logsOf(measure).some((log) => surveys.has(log))))
      .map(({ id }) => id),
  );
  return {
    gaps: own.filter(({ handed: { state } }) => state === 'absent' || state === 'incomplete'),
    known: own.some(({ handed: { state } }) => state !== 'absent'),
    counts,
    satisfaction: results.filter(({ indicator }) => surveyed.has(indicator.id)),
  };
}
