import { lastDay, type Month } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LogMonth } from '../logs/log.ts';
import type { Tally } from '../measures/tally.ts';
import { type Case, type Finding, findingKinds, findingsOf, type LogRow, logMonths, logOf } from './cases.ts';
import { type OpenCases, ofKinds, openAt } from './open.ts';

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
  readonly measures: readonly LogRow[];
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

/** Improvement measures that fell due in some months; not done first. */
function dueMeasures(ledger: Ledger, months: readonly Month[]): { measures: LogRow[]; done: Tally } {
  const rows = logMonths(ledger, months, [logOf('measure')]).flatMap(({ log, records }) =>
    records.map((record) => ({ log, record })),
  );
  const open = ({ record }: LogRow) => (record.values.result === '未实施' ? 0 : 1);
  const due = ({ record }: LogRow) => String(record.values.due ?? '');
  const count = (result: string) => rows.filter(({ record }) => record.values.result === result).length;
  const [done, left] = [count('已实施'), count('未实施')];
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
  const logs = [...findingKinds.map(logOf), 'suggestions', logOf('measure')];
  const open = openAt(assessment, today);
  const { measures, done } = dueMeasures(ledger, months);
  return {
    months,
    findings: findingsOf(assessment, months, today).sort(bySettlement),
    open,
    gaps: logMonths(ledger, months, logs).filter(({ handed }) => handed.state === 'absent' || handed.state === 'incomplete'),
    suggestions: suggestionCounts(ledger, months),
    measures,
    done,
    earlier: ofKinds(open.cases, ['measure']).filter(({ record }) => !measures.some((each) => each.record === record)),
  };
}
