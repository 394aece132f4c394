import { isMonth, type Month } from '../calendar/date.ts';
import { decode } from '../csv/decode.ts';
import { headerScore } from '../csv/naming.ts';
import type { Referents } from '../csv/reading.ts';
import { parse, type Row } from '../csv/sheet.ts';
import type { Table } from '../csv/table.ts';
import type { Log } from '../logs/log.ts';
import { type Outcome, sortProblems } from '../problem/problem.ts';
import { deliveryFile, deliveryTable } from './delivery.ts';
import type { DataFiles } from './file.ts';
import { type LedgerTerms, type RegistersReading, readLedger } from './ledger.ts';
import type { LedgerMonth, LeftByLog } from './month.ts';
import { strayData, tablesIn } from './stray.ts';

/** What a month is checked against: the contract's terms and the registers, read once. */
export interface HandInTerms extends LedgerTerms {
  readonly read: RegistersReading;
  /** What months that were handed in before left open. */
  readonly left: ReadonlyMap<Month, LeftByLog>;
}

/** A month as read, and what its cells may refer to. */
export interface CheckedMonth {
  readonly month: LedgerMonth | null;
  readonly referents: ReadonlyMap<string, Referents>;
}

/** What was open when the first month among the files began. */
function leftBefore(files: DataFiles, { left }: HandInTerms): LeftByLog | undefined {
  const [first = ''] = [...files.keys()]
    .map((file) => file.split('/')[1] ?? '')
    .filter(isMonth)
    .sort();
  const earlier = [...left.keys()].filter((month) => month < first).sort();
  return left.get(earlier.at(-1) ?? '');
}

/**
 * One month's files as a clerk hands them in, read as the whole data folder is read: the same problems as a check of the
 * folder reports for these files, sorted. What compares several months is not found here.
 */
export function checkMonth(month: Month, files: DataFiles, terms: HandInTerms): Outcome<CheckedMonth> {
  const { value, problems } = readLedger(tablesIn(files), { ...terms, before: leftBefore(files, terms) }, terms.read);
  const own = [...strayData(files), ...problems].filter(({ file }) => file.startsWith(`data/${month}/`));
  const read = value.months.find((each) => each.month === month) ?? null;
  return { value: { month: read, referents: value.referents }, problems: sortProblems(own) };
}

/** The table that a file of a month's folder holds; null for a name that is none of the logs'. */
export function tableOf(file: string, logs: readonly Log[]): Table | null {
  const name = file.split('/').pop() ?? '';
  return name === deliveryFile ? deliveryTable : (logs.find(({ id }) => name === `${id}.csv`) ?? null);
}

/** A file's rows as they stand in it, blank ones left out; none when it is no text. */
export function rowsOf(bytes: Uint8Array, table: Table): readonly Row[] {
  return parse(decode(bytes, '').value?.text ?? '', '', headerScore(table.columns)).value.rows;
}
