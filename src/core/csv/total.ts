import type { Words } from '../problem/causes.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Column } from './column.ts';
import { type CellReader, Fault, normalise, Repaired } from './reading.ts';
import type { Row } from './sheet.ts';

const totalWord = /^(本月|本页|全月|全部)?(合计|小计|总计|共计|累计|总和|平均|平均值|均值)(数)?[:]?$/u;
const meanWord = /平均|均值/u;

const longestWord = 12;

/** The first cell of a row that is filled, as a word; empty when it is longer than any word for a sum, or begins with a sign of print. */
function label(cells: readonly string[]): string {
  const start = cells[0]?.charCodeAt(0) ?? 0;
  if (start > 0x20 && start < 0x7f) return '';
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return first.length > longestWord ? '' : normalise(first);
}

/** Whether a row begins with a word for a sum, as the last line of a form does. */
export const isTotal = (cells: readonly string[]): boolean => totalWord.test(label(cells));

/** The columns of a table as they are read, with their positions counted from 0. */
export interface TotalColumn {
  readonly column: Column;
  readonly at: number;
  readonly read: CellReader;
}

/** The number in a cell, 0 in a blank one; null when it cannot be read. */
function numberIn(cell: string | undefined, { read }: TotalColumn): number | null {
  if (cell === undefined || normalise(cell) === '') return 0;
  const result = read(cell);
  const value = result instanceof Repaired ? result.value : result;
  return value instanceof Fault || typeof value !== 'number' ? null : value;
}

/** A sum, without the noise of binary fractions. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** A totals row that does not stand last: what is said of it, and the column of its word, counted from 1. */
export function totalBetween({ cells }: Row): { readonly column: number; readonly words: Words } {
  const message = `“${label(cells)}”是汇总行，夹在明细中间`;
  const column = cells.findIndex((cell) => normalise(cell) !== '') + 1;
  return { column, words: { message, hint: '请删去汇总行，只留明细' } };
}

/**
 * What a totals row is that stands last: `row/total` when every number in it is the sum (or mean) of those above, otherwise
 * `row/total-mismatch`. Numbers above that cannot be read are told where they stand; the total is then left unchecked and says so.
 */
export function totalProblem(row: Row, above: readonly Row[], columns: readonly TotalColumn[], file: string): Problem {
  const word = label(row.cells);
  const at = row.cells.findIndex((cell) => normalise(cell) !== '') + 1;
  let unchecked = false;
  for (const each of columns) {
    const cell = row.cells[each.at];
    const numeric = each.column.type === 'integer' || each.column.type === 'decimal';
    if (!numeric || each.at === at - 1 || cell === undefined || normalise(cell) === '') continue;
    const parts = above.map(({ cells }) => numberIn(cells[each.at], each));
    if (parts.includes(null)) {
      unchecked = true;
      continue;
    }
    const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
    const expected = rounded(meanWord.test(word) ? sum / Math.max(1, above.length) : sum);
    const written = Number(normalise(cell).split(',').join(''));
    if (written === expected) continue;
    const message = `第${row.line}行“${word}”与明细不符：${each.column.name}写了 ${cell}，明细合起来是 ${expected}`;
    return problem(
      'row/total-mismatch',
      { file, line: row.line, column: each.at + 1 },
      message,
      '请先核对明细，改正后删去汇总行',
    );
  }
  const checked = unchecked ? '，明细中有的数字读不出，没有核对' : '，与明细相符';
  return problem('row/total', { file, line: row.line }, `第${row.line}行“${word}”是汇总行${checked}，不作记录`);
}
