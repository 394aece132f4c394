import type { Words } from '../problem/causes.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { isBlank } from './blank.ts';
import type { Columns } from './column.ts';
import type { Header } from './header.ts';
import { quote } from './reading.ts';
import type { Row } from './sheet.ts';

/** The number of cells that most rows have beyond the header's with nothing in them: what a spreadsheet leaves behind in all of them. */
function usualWidth(rows: readonly Row[], width: number): number {
  if (rows.every(({ cells }) => cells.length === width)) return width;
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const own = cells.length > width && cells.slice(width).every(isBlank) ? cells.length : width;
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  let best = { width, count: 0 };
  for (const [each, count] of counts) {
    if (count > best.count || (count === best.count && each < best.width)) best = { width: each, count };
  }
  return best.width;
}

/** Why a row has not the cells that its header asks for, with the column where that begins. */
export interface WidthFault {
  readonly code: 'row/long' | 'row/short';
  readonly column: number;
  readonly words: Words;
}

/** How many cells the rows below a header have. */
export class Width {
  private readonly header: Header;
  private readonly columns: Columns;
  private readonly file: string;
  /** How many cells most rows have. */
  private readonly usual: number;
  private readonly nameless = new Map<number, { readonly row: Row; count: number }>();
  private padded: { line: number; count: number } | null = null;

  constructor(header: Header, rows: readonly Row[], columns: Columns, file: string) {
    this.header = header;
    this.columns = columns;
    this.file = file;
    this.usual = usualWidth(rows, header.width);
  }

  /** Null when the row has as many cells as the header; blank cells that all rows have behind it do not count. */
  fault(row: Row): WidthFault | null {
    const fault = row.cells.length === this.header.width ? null : this.misfit(row);
    if (fault === null) this.noteNameless(row);
    return fault;
  }

  private noteNameless({ line, cells }: Row): void {
    for (const at of this.header.nameless) {
      if (isBlank(cells[at])) continue;
      const seen = this.nameless.get(at);
      if (seen === undefined) this.nameless.set(at, { row: { line, cells }, count: 1 });
      else seen.count += 1;
    }
  }

  private misfit({ line, cells }: Row): WidthFault | null {
    const { width, fields } = this.header;
    const extra = cells.findIndex((cell, at) => at >= width && !isBlank(cell));
    if (extra !== -1 || cells.length > this.usual) {
      const message = `这一行多出 ${cells.length - width} 列${this.whyLong(cells)}`;
      const hint = '内容里有逗号的要加英文双引号，数字不带千分位；请用表格软件导出';
      return { code: 'row/long', column: extra === -1 ? width + 1 : extra + 1, words: { message, hint } };
    }
    const missing = fields.findIndex(
      (field, at) => at >= cells.length && field !== null && this.columns[field]?.required === true,
    );
    if (missing !== -1) {
      const name = this.columns[fields[missing] ?? '']?.name ?? '';
      const message = `这一行只有 ${cells.length} 列（应为 ${width} 列），缺“${name}”`;
      return { code: 'row/short', column: missing + 1, words: { message, hint: '请补齐缺少的列，没有内容的也要留空列' } };
    }
    if (cells.length < width) this.padded = { line: this.padded?.line ?? line, count: (this.padded?.count ?? 0) + 1 };
    return null;
  }

  /** The two neighbours that look like one number with a thousands separator, or nothing. */
  private whyLong(cells: readonly string[]): string {
    const at = cells.findIndex(
      (cell, index) => /^\d{1,3}$/u.test(cell) && /^\d{3}$/u.test(cells[index + 1] ?? '') && this.isNumber(index),
    );
    return at === -1 ? '，疑似内容里的逗号没有加引号' : `，疑似“${cells[at]},${cells[at + 1]}”带了千分位而没有加引号`;
  }

  private isNumber(at: number): boolean {
    const type = this.columns[this.header.fields[at] ?? '']?.type;
    return type === 'integer' || type === 'decimal';
  }

  /** Rows that leave out optional columns at their end. */
  shortProblems(): Problem[] {
    const { padded, file } = this;
    return padded === null
      ? []
      : [problem('row/padded', { file, line: padded.line }, `末尾缺少的选填列已按空读取（${padded.count} 行）`)];
  }

  /** A column without a name is one problem, however many rows fill it. */
  namelessProblems(): Problem[] {
    return [...this.nameless].map(([at, { row, count }]) => {
      const message = `第${at + 1}列没有表头但有数据（第${row.line}行${quote(row.cells[at] ?? '')}${count > 1 ? ` 等 ${count} 行` : ''}）`;
      return problem('header/blank', { file: this.file, line: row.line, column: at + 1 }, message, '请补上表头或删去这一列');
    });
  }

  /** Columns that a spreadsheet leaves behind the last, with nothing in them. */
  paddingProblems(): Problem[] {
    const { width, nameless, line } = this.header;
    const blank = new Set(nameless);
    let named = width;
    while (blank.has(named - 1)) named -= 1;
    const surplus = this.usual - named;
    return surplus > 0 ? [problem('file/padding', { file: this.file, line }, `末尾 ${surplus} 个空列已忽略`)] : [];
  }
}
