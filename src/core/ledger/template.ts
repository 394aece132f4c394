import Papa from 'papaparse';
import type { Column, Columns, Value, Values } from '../csv/column.ts';

/** What a spreadsheet would run as a formula is kept as text by a leading apostrophe (OWASP, CSV injection). */
export const inert = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

/** A value as the template has it: a minute with a space, a date in ISO form, no formula. */
export function written(value: Value, column: Column): string {
  if (value === null) return '';
  if (column.type === 'integer' || column.type === 'decimal') return String(value);
  return inert(column.type === 'moment' ? String(value).replace('T', ' ') : String(value));
}

/**
 * A table as Excel and WPS open it: a byte order mark, the Chinese header in the definition's order, CRLF; an empty template
 * where there are no rows. What the header names is what the reader accepts, because both come from the same columns.
 */
export function template(columns: Columns, rows: readonly Values[] = []): string {
  const header = Object.values(columns).map(({ name }) => name);
  const cells = rows.map((values) => Object.entries(columns).map(([field, column]) => written(values[field] ?? null, column)));
  return `\ufeff${Papa.unparse([header, ...cells], { newline: '\r\n' })}\r\n`;
}
