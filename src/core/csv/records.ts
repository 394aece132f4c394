import { type Problem, problem } from '../problem/problem.ts';
import { readHeader } from './header.ts';
import { Reader } from './reader.ts';
import type { ReadingContext } from './reading.ts';
import type { Row } from './sheet.ts';
import type { Table, TableRecord } from './table.ts';

/** What became of a table's rows: every row below the header is a record or refused; blank rows and totals are neither. */
export interface TableReading {
  readonly records: readonly TableRecord[];
  /** The rows that were refused, with the values of those cells that could be read. */
  readonly refused: readonly TableRecord[];
  /** Of these the rows that wait to be filled in; nothing else is told of them. */
  readonly waiting: readonly TableRecord[];
  /** How many of the records hold a cell that was repaired. */
  readonly repaired: number;
  /** False when the table has no sound header, or a fault for which all of it is refused. */
  readonly sound: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Rows to records by a table's columns: header first, then every cell, where the row belongs, its rules, and duplicate
 * keys. A row with any fault is refused and the others are kept; a column with data and no name, or a header in the midst
 * of the data, refuses them all. Reports header/*, row/*, cell/*, reference/unknown and file/padding; `cell/repaired` and
 * `cell/kept` carry every cell concerned in `cells`.
 */
export function readTable(rows: readonly Row[], table: Table, file: string, context: ReadingContext): TableReading {
  const header = readHeader(rows, table, file);
  const none = { records: [], refused: [], waiting: [], repaired: 0, sound: false };
  if (header.value === null) return { ...none, problems: header.problems };
  const reader = new Reader({ table, header: header.value, rows: rows.slice(header.value.at + 1), file, context });
  reader.readAll();
  if (reader.repeated !== null) {
    const { line } = reader.repeated;
    const message = `第${line}行又出现一次表头，像是把两个文件拼在一起`;
    const repeated = problem('header/repeated', { file, line }, message, '请分月提交，一个文件只留最上面的一行表头');
    return { ...none, problems: [...header.problems, repeated] };
  }
  const { width, repairs } = reader;
  const nameless = width.namelessProblems();
  const records = reader.refuseDuplicates();
  const padding = nameless.length > 0 ? [] : width.paddingProblems();
  const problems = [
    ...header.problems,
    ...padding,
    ...nameless,
    ...reader.problems(),
    ...width.shortProblems(),
    ...repairs.problems(),
  ];
  if (nameless.length > 0) return { ...none, problems };
  return {
    records,
    refused: reader.refused,
    waiting: reader.waiting,
    repaired: repairs.countIn(records),
    sound: true,
    problems,
  };
}
