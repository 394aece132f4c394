import type { Month } from '../calendar/date.ts';
import type { Column, Value } from '../csv/column.ts';
import { alternativesOf } from '../csv/condition.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Part } from '../indicators/indicator.ts';
import type { Log } from '../logs/log.ts';
import type { Judgement } from '../measures/judgement.ts';
import type { Measure } from '../measures/measure.ts';

/** Failures of a part that say the same in one column. */
export interface FailureGroup {
  /** The cell that they share; null where it is empty. `unrecorded` are things due without a row. */
  readonly value: Value;
  readonly unrecorded: boolean;
  /** Rows, or for measures that count things within rows, things. */
  readonly count: number;
  readonly months: ReadonlyMap<Month, number>;
}

/** All failures of a part over some months, grouped. */
export interface Failures {
  /** The column by which they are grouped. */
  readonly column: Column;
  /** What is counted. */
  readonly unit: string;
  readonly total: number;
  /** The largest first. */
  readonly groups: readonly FailureGroup[];
}

/** Columns that the measure's own conditions hold fixed, so that they tell nothing apart. */
function fixedColumns(measure: Measure): Set<string> {
  const passing = measure.kind === 'share' ? measure.pass : measure.kind === 'coverage' ? measure.done : undefined;
  return new Set([...Object.keys(measure.where ?? {}), ...alternativesOf(passing).flatMap((each) => Object.keys(each))]);
}

/**
 * The column whose cells say what failed: the one that the measure names as its reason, else the first that sorts rows into
 * kinds and is neither fixed by the measure nor the place nor a member of staff, else the place; null when there is none.
 */
export function failingField(measure: Measure, log: Log): string | null {
  if ('because' in measure && measure.because !== undefined) return measure.because;
  const fixed = fixedColumns(measure);
  const kinds = Object.entries(log.columns).filter(
    ([field, column]) =>
      column.required &&
      !fixed.has(field) &&
      field !== log.location &&
      (column.type === 'choice' || (column.type === 'reference' && column.register !== 'posts')),
  );
  return kinds[0]?.[0] ?? log.location;
}

/** How much of a failed judgement failed: the faulty things of a row that counts things, else the row itself. */
function weightOf(measure: Measure, { contribution }: Judgement): number {
  if (measure.kind !== 'sum-share' || contribution.kind !== 'ratio') return 1;
  const { numerator, denominator } = contribution;
  return measure.faultless === 'all' ? denominator - numerator : numerator;
}

function unitOf(measure: Measure, log: Log): string {
  const column = measure.kind === 'sum-share' ? log.columns[measure.denominator] : undefined;
  return (column?.type === 'integer' || column?.type === 'decimal') && column.unit !== '' ? column.unit : '条';
}

/** The failures of a part over some months, by what the rows' own column says; null where the log has no such column. */
export function failuresOf(assessment: Assessment, part: Part, months: readonly Month[]): Failures | null {
  const { measure } = part;
  // What failed in several logs has no column in common.
  if (measure.kind === 'sum') return null;
  const log = assessment.ledger.logs.find(({ id }) => id === measure.log);
  const field = log === undefined ? null : failingField(measure, log);
  const column = field === null ? undefined : log?.columns[field];
  if (log === undefined || field === null || column === undefined) return null;
  const groups = new Map<string, { value: Value; unrecorded: boolean; count: number; months: Map<Month, number> }>();
  for (const month of months) {
    for (const judgement of assessment.judgements(part, month)) {
      if (judgement.counted !== 'fail') continue;
      const unrecorded = judgement.record === null;
      const value = judgement.record?.values[field] ?? null;
      const key = unrecorded ? '\u0000' : String(value ?? '');
      const group = groups.get(key) ?? { value, unrecorded, count: 0, months: new Map() };
      groups.set(key, group);
      const weight = weightOf(measure, judgement);
      group.count += weight;
      group.months.set(month, (group.months.get(month) ?? 0) + weight);
    }
  }
  const sorted = [...groups].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).map(([, group]) => group);
  return { column, unit: unitOf(measure, log), total: sorted.reduce((sum, { count }) => sum + count, 0), groups: sorted };
}
