import { decode, type Encoding } from '../csv/decode.ts';
import { titleLimit } from '../csv/header.ts';
import { misreading } from '../csv/misreading.ts';
import { headerScore } from '../csv/naming.ts';
import type { ReadingContext } from '../csv/reading.ts';
import { readTable } from '../csv/records.ts';
import { type Delimiter, parse } from '../csv/sheet.ts';
import type { Table, TableRecord } from '../csv/table.ts';
import { noRows, type RowCounts } from '../logs/log.ts';
import { type Outcome, type Problem, problem } from '../problem/problem.ts';

/** The files of a project's data folder: path from the project's root (`data/2026-09/checks.csv`) to bytes. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

/** A file as it was read: the records, and what one must know to say how far they can be trusted. */
export interface FileReading extends Outcome<readonly TableRecord[]> {
  readonly rows: RowCounts;
  /** The rows that were refused, with the values of those cells that could be read. */
  readonly refused: readonly TableRecord[];
  /** Of these the rows that wait to be filled in. */
  readonly waiting: readonly TableRecord[];
  /** Whether the file was read to its end: it could be decoded, has a sound header, and no quote swallows its rest. */
  readonly whole: boolean;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter;
}

const saveAs = '请在 Excel 或 WPS 中打开，选“另存为 → CSV UTF-8（逗号分隔）”后重新提交';

/**
 * One CSV file from bytes to records. Reports whatever decode, parse and readTable report, at the line of the file and,
 * where a spreadsheet shows another number, with that in `row`. A file that cannot be read is one problem, not a cascade.
 */
export function readFile(bytes: Uint8Array, table: Table, file: string, context: ReadingContext): FileReading {
  const decoded = decode(bytes, file);
  const unread = {
    value: [],
    rows: noRows,
    refused: [],
    waiting: [],
    whole: false,
    columns: new Map<string, number>(),
    delimiter: ',',
  } as const;
  if (decoded.value === null) return { ...unread, encoding: null, problems: decoded.problems };
  const { encoding } = decoded.value;
  const score = headerScore(table.columns);
  const { value: sheet, problems } = parse(decoded.value.text, file, score);
  if (!sheet.rows.slice(0, titleLimit + 1).some(({ cells }) => score(cells) > 0)) {
    const names = Object.values(table.columns).map(({ name }) => name);
    const misread = misreading(decoded.value, bytes, names);
    if (misread !== null) return { ...unread, encoding, problems: [problem('file/encoding', { file }, misread, saveAs)] };
  }
  if (sheet.rows.length === 0 && !sheet.whole) return { ...unread, encoding, problems: [...decoded.problems, ...problems] };
  const read = readTable(sheet.rows, table, file, context);
  const rows: RowCounts = {
    given: read.records.length + read.refused.length,
    read: read.records.length,
    repaired: read.repaired,
    refused: read.refused.length,
    carried: 0,
  };
  const whole = sheet.whole && read.sound;
  return {
    value: read.records,
    problems: [...decoded.problems, ...problems, ...read.problems].map((each) => withRow(each, sheet.shown)),
    rows,
    refused: read.refused,
    waiting: read.waiting,
    whole,
    encoding,
    delimiter: sheet.delimiter,
  };
}

function withRow(found: Problem, shown: ReadonlyMap<number, number>): Problem {
  const row = found.line === undefined ? undefined : shown.get(found.line);
  return row === undefined ? found : { ...found, row };
}
