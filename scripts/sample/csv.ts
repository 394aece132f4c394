import type { Columns } from '../../src/core/csv/column.ts';

/** A row by field id, as a log or register defines its columns. */
export type Row = Readonly<Record<string, string | number | null>>;

const quoted = (cell: string) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Lines of cells as Excel writes "CSV UTF-8": byte order mark, commas, CRLF after every line. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  `\ufeff${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;

/** Rows under the Chinese column names, in the order of the definition. A field that is no column is our bug. */
export function tableText(columns: Columns, rows: readonly Row[]): string {
  const fields = Object.keys(columns);
  const stray = rows.flatMap((row) => Object.keys(row)).find((field) => columns[field] === undefined);
  if (stray !== undefined) throw new Error(`no column ${stray}`);
  const header = Object.values(columns).map((column) => column.name);
  return csvText([header, ...rows.map((row) => fields.map((field) => String(row[field] ?? '')))]);
}
