import Papa from 'papaparse';
import { cellReader } from '../csv/cell.ts';
import type { Column } from '../csv/column.ts';
import { headerAt } from '../csv/header.ts';
import { positionsIn } from '../csv/naming.ts';
import { type CellReader, Fault, type ReadingContext, Repaired } from '../csv/reading.ts';
import type { Row } from '../csv/sheet.ts';
import type { Table, TableRecord } from '../csv/table.ts';
import { inert, written } from './template.ts';

/** A cell of a refused row in its one reading; what has none stays as it was written, for the clerk to mend. */
function mended(raw: string, column: Column, read: CellReader): string {
  if (raw.trim() === '') return '';
  const result = read(raw);
  if (result instanceof Fault) return inert(raw);
  return written(result instanceof Repaired ? result.value : result, column);
}

/** What reading a file gave: its rows, the records among them, and the lines that were refused. */
export interface ReadRows {
  readonly rows: readonly Row[];
  readonly records: readonly TableRecord[];
  readonly refused: ReadonlySet<number>;
}

/**
 * A file as the template has it: the table's header in its order, every accepted row in its canonical form, every refused row
 * with what could be repaired repaired and the rest as it was; UTF-8 with a byte order mark, CRLF, no formulas. Columns that
 * the table does not know are left out. Null when no row is a header of the table.
 */
export function repairedText({ rows, records, refused }: ReadRows, table: Table, context: ReadingContext): string | null {
  const start = headerAt(rows, table);
  if (start === -1) return null;
  const positions = positionsIn(rows[start]?.cells ?? [], table.columns);
  const columns = Object.entries(table.columns).map(([field, column]) => ({
    field,
    column,
    at: (positions.get(field) ?? 0) - 1,
    read: cellReader(column, context),
  }));
  const kept = new Map(records.map(({ line, values }) => [line, values]));
  const lines = rows.slice(start + 1).flatMap(({ line, cells }) => {
    const values = kept.get(line);
    if (values !== undefined) return [columns.map(({ field, column }) => written(values[field] ?? null, column))];
    return refused.has(line) ? [columns.map(({ column, at, read }) => mended(cells[at] ?? '', column, read))] : [];
  });
  return `\ufeff${Papa.unparse([columns.map(({ column }) => column.name), ...lines], { newline: '\r\n' })}\r\n`;
}
