import { type DateText, monthOf } from '../calendar/date.ts';
import type { Value, Values } from '../csv/column.ts';
import type { Misplaced } from '../csv/reading.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Carried, LeftOpen, OpenCase } from '../logs/carried.ts';
import type { Log } from '../logs/log.ts';
import type { Registers } from '../registers/registers.ts';
import { type Source, sourcesOf } from './source.ts';

/** What the rows of a log's file say once those that belong to the month are told from those that are handed in again. */
export interface MonthRows {
  readonly records: readonly TableRecord[];
  readonly carried: readonly Carried[];
}

/** What identifies a row of a log, whatever its file. */
export const caseKey = (values: Values, { key }: Pick<Log, 'key'>): string =>
  key.map((field) => String(values[field] ?? '')).join(' ');

/** How the row of a case is read; null for a row that is none. */
const sourceFor = (values: Values, sources: readonly Source[]): Source | null =>
  sources.find(({ isCase }) => isCase(values)) ?? null;

/** Whether a row is a case that had not come to its end when a day ended: what came later is not known then. */
function isOpenAfter(values: Values, sources: readonly Source[], day: DateText): boolean {
  const source = sourceFor(values, sources);
  if (source === null) return false;
  const closed = values[source.closed] ?? null;
  return closed === null || source.isUnfinished(values) || String(closed).slice(0, 10) > day;
}

const said = (value: Value): string => (value === null ? '（空）' : `“${String(value).replace('T', ' ')}”`);

/**
 * Cells of a row that is handed in again which said something else before: `case/changed`. What was blank may be filled, and
 * columns that say how far it has come may say something else.
 */
export function changedCells(values: Values, { record, month }: OpenCase, log: Log, registers: Registers): readonly Misplaced[] {
  const progress = sourceFor(record.values, sourcesOf(log, registers))?.progress ?? [];
  return Object.entries(log.columns).flatMap(([field, { name }]): Misplaced[] => {
    const [known, now] = [record.values[field] ?? null, values[field] ?? null];
    if (known === null || known === now || progress.includes(field)) return [];
    const message = `“${name}”在 ${month} 写的是${said(known)}，结转时写了${said(now)}`;
    return [{ code: 'case/changed', field, message, hint: `请照 ${month} 的原样写；只有原来空着的栏可以补填` }];
  });
}

/** Reads which cases of one log are open, month after month. */
export class CaseReader {
  private readonly log: Log;
  private readonly sources: readonly Source[];

  constructor(log: Log, registers: Registers) {
    this.log = log;
    this.sources = sourcesOf(log, registers);
  }

  /** Those rows of a month whose cases are open when a day of it ended. */
  openRows(rows: readonly TableRecord[], day: DateText): ReadonlySet<TableRecord> {
    if (this.sources.length === 0) return new Set();
    return new Set(rows.filter(({ values }) => isOpenAfter(values, this.sources, day)));
  }

  /**
   * What is open when a day, mostly a month's last, has ended: what the month left open itself, and what was open before and was not told to be at its end,
   * whether or not it was handed in again.
   */
  leftOpen(before: LeftOpen, { records, carried }: MonthRows, day: DateText): LeftOpen {
    if (this.sources.length === 0) return before;
    const left = new Map(before);
    const month = monthOf(day);
    for (const { record, before: known } of carried) {
      const key = caseKey(record.values, this.log);
      if (isOpenAfter(record.values, this.sources, day)) left.set(key, { record, month, since: known.since });
      else left.delete(key);
    }
    for (const record of this.openRows(records, day)) left.set(caseKey(record.values, this.log), { record, month, since: month });
    return left;
  }
}
