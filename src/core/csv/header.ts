import { type Outcome, type Problem, problem } from '../problem/problem.ts';
import { normalise } from './cell.ts';
import type { Columns } from './column.ts';
import { nearest } from './nearest.ts';
import type { Row } from './sheet.ts';
import type { Table } from './table.ts';

const headerKey = (text: string) =>
  normalise(text)
    .replace(/\*$/u, '')
    .replace(/\(.*\)$/u, '')
    .toLowerCase();

/** The field id of a header cell, or null when no column has this name or id. */
function fieldOf(header: string, columns: Columns): string | null {
  const key = headerKey(header);
  for (const [field, column] of Object.entries(columns)) {
    if (key === headerKey(column.name) || key === field.toLowerCase()) return field;
  }
  return null;
}

/** How many cells of a row are headers of these columns; tells the delimiter and the encoding. */
export const headerScore =
  (columns: Columns) =>
  (cells: readonly string[]): number =>
    cells.filter((cell) => fieldOf(cell, columns) !== null).length;

/** Where each column stands in a header row, counted from 1. */
export function positionsIn(cells: readonly string[], columns: Columns): ReadonlyMap<string, number> {
  const fields = cells.map((cell) => fieldOf(cell, columns));
  return new Map(fields.flatMap((field, index) => (field === null ? [] : [[field, index + 1] as const])));
}

export interface Header {
  readonly line: number;
  /** Field id by position; null for a column that is ignored. */
  readonly fields: readonly (string | null)[];
  readonly width: number;
}

export function readHeader(row: Row, table: Table, file: string): Outcome<Header | null> {
  const problems: Problem[] = [];
  const fields = row.cells.map((cell) => fieldOf(cell, table.columns));
  const firstAt = new Map<string, number>();
  fields.forEach((field, index) => {
    const place = { file, line: row.line, column: index + 1 };
    const name = row.cells[index]?.trim() ?? '';
    if (field === null) {
      if (name === '') return;
      const near = nearest(
        normalise(name),
        Object.values(table.columns).map((column) => column.name),
      );
      const hint = near === null ? '若不需要请删去这一列' : `是否应为“${near}”？`;
      problems.push(problem('header/unknown', place, `多出未知列“${name}”，已忽略，不影响计算`, hint));
      return;
    }
    const first = firstAt.get(field);
    if (first === undefined) firstAt.set(field, index);
    else problems.push(problem('header/duplicate', place, `第${first + 1}列与第${index + 1}列都是“${name}”`, '请改名或删去一列'));
  });
  for (const [field, column] of Object.entries(table.columns)) {
    if (column.required && !firstAt.has(field)) {
      problems.push(
        problem('header/missing', { file, line: row.line }, `缺少必填列“${column.name}”`, '请按模板补上这一列并逐行填写'),
      );
    }
  }
  const sound = problems.every((each) => each.severity !== 'error');
  return { value: sound ? { line: row.line, fields, width: row.cells.length } : null, problems };
}
