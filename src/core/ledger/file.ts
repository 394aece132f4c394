import type { ReadingContext } from '../csv/cell.ts';
import { decode } from '../csv/decode.ts';
import { headerScore, positionsIn } from '../csv/header.ts';
import { parse } from '../csv/sheet.ts';
import { readTable, type Table, type TableRecord } from '../csv/table.ts';
import { type Outcome, problem } from '../problem/problem.ts';

/** The files of a project's data folder: path from the project's root (`data/2026-09/checks.csv`) to bytes. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

/** One CSV file from bytes to records. Reports whatever decode, parse and readTable report. */
export function readFile(bytes: Uint8Array, table: Table, file: string, context: ReadingContext): Outcome<TableRecord[]> {
  const decoded = decode(bytes, file);
  if (decoded.value === null) return { value: [], problems: decoded.problems };
  const score = headerScore(table.columns);
  const rows = parse(decoded.value.text, file, score);
  if (decoded.value.encoding === 'GB18030' && score(rows.value[0]?.cells ?? []) === 0) {
    const hint = '请在 Excel 或 WPS 中打开，选“另存为 → CSV UTF-8（逗号分隔）”后重新提交';
    return { value: [], problems: [problem('file/encoding', { file }, '表头无法识别，疑似乱码或编码不对', hint)] };
  }
  if (rows.value.length === 0 && rows.problems.length > 0) return { value: [], problems: rows.problems };
  const records = readTable(rows.value, table, file, context);
  return { value: records.value, problems: [...decoded.problems, ...rows.problems, ...records.problems] };
}

/** Where the columns of a table stand in a file, for problems that are found after its rows were read. */
export function columnsIn(bytes: Uint8Array, table: Table, file: string): ReadonlyMap<string, number> {
  const text = decode(bytes, file).value?.text ?? '';
  return positionsIn(parse(text, file, headerScore(table.columns)).value[0]?.cells ?? [], table.columns);
}
