import { lastDay, type Month } from '../calendar/date.ts';
import type { Conditions } from '../csv/condition.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LogMonth } from '../logs/log.ts';
import { findingKinds, type RoleOf } from '../logs/role.ts';
import type { Tally } from '../measures/tally.ts';
import { compile } from '../registers/condition.ts';
import { type Case, type Finding, findingsOf, logMonths } from './cases.ts';
import { lastTold } from './deliveries.ts';
import { type OpenCases, ofKinds, openAt } from './open.ts';
import { type MeasureState, measureState, type RoleRow, rowsIn } from './roles.ts';

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

/** A measure to improve that fell due, and how far it has come. */
export interface DueMeasure extends RoleRow<'measure'> {
  readonly state: MeasureState;
}

/** What went wrong in the latest months and what was done about it, as it stood when they ended. */
export interface Improvement {
  /** The months looked at, in order. */
  readonly months: readonly Month[];
  /** Found in these months: open ones first and the oldest of them first, then the closed ones, the latest first. */
  readonly findings: readonly Finding[];
  /** Everything that was open at their end, whenever it was begun. */
  readonly open: OpenCases;
  /** Logs of findings that were not handed in, or not whole: what they would have told is missing here. */
  readonly gaps: readonly LogMonth[];
  readonly suggestions: readonly SuggestionCounts[];
  /** Improvement measures that fell due, those not done first, then by the day they were due. */
  readonly measures: readonly DueMeasure[];
  /** Measures done of those that were not called off. */
  readonly done: Tally;
  /** Measures that fell due before these months and are still not carried out. */
  readonly earlier: readonly Case[];
}

function bySettlement(a: Finding, b: Finding): number {
  if ((a.closed === null) !== (b.closed === null)) return a.closed === null ? -1 : 1;
  const earlier = a.opened < b.opened ? -1 : a.opened > b.opened ? 1 : a.record.line - b.record.line;
  return a.closed === null ? earlier : -earlier;
}

function suggestionCounts(ledger: Ledger, months: readonly Month[]): SuggestionCounts[] {
  const rows = rowsIn(logMonths(ledger, months, ['suggestion']), 'suggestion');
  const services = [...(ledger.registers.get('services')?.byId.keys() ?? [])];
  return services.map((service) => {
    const own = rows.filter(({ record, role }) => record.values[role.service] === service);
    const count = (pick: (role: RoleOf<'suggestion'>) => Conditions) =>
      own.filter(({ log, record, role }) => compile(pick(role), log, ledger.registers)(record.values)).length;
    const valid = count((role) => role.valid);
    const invalid = count((role) => role.invalid);
    const adopted = count((role) => role.adopted);
    const refused = count((role) => role.refused);
    return {
      service,
      received: own.length,
      valid: { kind: 'ratio', numerator: valid, denominator: valid + invalid },
      adopted: { kind: 'ratio', numerator: adopted, denominator: adopted + refused },
      waiting: own.length - invalid - adopted - refused,
    };
  });
}

/** Improvement measures that fell due in some months; not done first. */
function dueMeasures(ledger: Ledger, months: readonly Month[]): { measures: DueMeasure[]; done: Tally } {
  const deliveries = lastTold(logMonths(ledger, months, ['measure']), ledger, months.at(-1) ?? '');
  const rows = rowsIn(deliveries, 'measure').map((row) => ({
    ...row,
    state: measureState(row, ledger.registers),
  }));
  const open = ({ state }: DueMeasure) => (state === 'left' ? 0 : 1);
  const due = ({ record, role }: DueMeasure) => String(record.values[role.due] ?? '');
  const count = (state: MeasureState) => rows.filter((row) => row.state === state).length;
  const [done, left] = [count('done'), count('left')];
  return {
    measures: rows.sort((a, b) => open(a) - open(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0)),
    done: { kind: 'ratio', numerator: done, denominator: done + left },
  };
}

/** Findings, their settlement, suggestions and measures of the `count` months up to a month, as they stood on its last day. */
export function improvementReport(assessment: Assessment, month: Month, count = 3): Improvement {
  const { ledger } = assessment;
  const months = assessment.months.filter((each) => each <= month).slice(-count);
  const today = lastDay(month);
  const open = openAt(assessment, today);
  const { measures, done } = dueMeasures(ledger, months);
  return {
    months,
    findings: findingsOf(assessment, months, today).sort(bySettlement),
    open,
    gaps: logMonths(ledger, months, [...findingKinds, 'suggestion', 'measure']).filter(
      ({ handed }) => handed.state === 'absent' || handed.state === 'incomplete',
    ),
    suggestions: suggestionCounts(ledger, months),
    measures,
    done,
    earlier: ofKinds(open.cases, ['measure']).filter(({ record }) => !measures.some((each) => each.record === record)),
  };
}
