import Papa from 'papaparse';
import type { Columns } from '../csv/column.ts';

/**
 * An empty table as Excel and WPS open it: a byte order mark, the Chinese header in the definition's order, CRLF. What the
 * header names is what the reader accepts, because both come from the same columns.
 */
export function template(columns: Columns): string {
  const header = Object.values(columns).map(({ name }) => name);
  return `\ufeff${Papa.unparse([header], { newline: '\r\n' })}\r\n`;
}
