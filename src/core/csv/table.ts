import { type Outcome, type Problem, problem } from '../problem/problem.ts';
import { cellReader, Fault, type ReadingContext, Repaired } from './cell.ts';
import type { Column, Columns, Value, Values } from './column.ts';
import { type Header, headerScore, readHeader } from './header.ts';
import type { Row } from './sheet.ts';

/** A typed row: where it stands and what it says. */
export interface TableRecord {
  readonly file: string;
  readonly line: number;
  readonly values: Values;
}

/** A rule over the cells of one row, such as "passed is not more than checked". */
export interface RowRule {
  /** The columns concerned; the problem is placed on the first. */
  readonly columns: readonly string[];
  /** The rule as the filling guide tells it. */
  readonly words: string;
  /** A sentence that says what is contradictory, with the values, and what to write; null when the row is sound. */
  check(values: Values): { readonly message: string; readonly hint: string } | null;
}

/** What a log and a register have in common: columns, the columns that identify a row, rules over a row. */
export interface Table {
  readonly columns: Columns;
  readonly key: readonly string[];
  readonly rules: readonly RowRule[];
}

const blankCell = /^[\s\u200b-\u200d\u2060\ufeff]*$/u;
/** A cell without anything to read. A first character that is printable ASCII settles it without the pattern. */
const isBlankCell = (raw: string): boolean => {
  const first = raw.charCodeAt(0);
  return raw === '' || (!(first > 0x20 && first < 0x7f) && blankCell.test(raw));
};

/** Reads rows below a header into records; every fault of every row is reported, repairs are counted by column. */
class Reader {
  readonly problems: Problem[] = [];
  readonly records: TableRecord[] = [];
  private readonly readers: readonly { field: string; column: Column; at: number; read: ReturnType<typeof cellReader> }[];
  private readonly repairs = new Map<string, { count: number; line: number; column: number; name: string; repair: string }>();
  private readonly file: string;
  private readonly table: Table;
  private readonly header: Header;
  /** Every column of the table, empty: the shape that all records of a file share. */
  private readonly blank: Readonly<Record<string, Value>>;

  constructor(table: Table, header: Header, file: string, context: ReadingContext) {
    this.file = file;
    this.table = table;
    this.header = header;
    this.blank = Object.fromEntries(Object.keys(table.columns).map((field) => [field, null]));
    this.readers = header.fields.flatMap((field, at) => {
      const column = field === null ? undefined : table.columns[field];
      return field === null || column === undefined ? [] : [{ field, column, at, read: cellReader(column, context) }];
    });
  }

  /** True when the row has as many cells as the header; blank cells beyond it do not count. */
  private fits(row: Row): boolean {
    const { width, fields } = this.header;
    if (row.cells.length === width && this.namelessColumns.size === 0) return true;
    const extra = row.cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
    if (extra !== -1) {
      this.report(
        'row/long',
        row.line,
        extra + 1,
        `这一行多出 ${row.cells.length - width} 列`,
        '疑似内容里的逗号没有加引号，或数字带了千分位，请用表格软件导出',
      );
      return false;
    }
    const nameless = row.cells.findIndex(
      (cell, index) => index < width && fields[index] === null && cell.trim() !== '' && this.isNameless(index),
    );
    if (nameless !== -1) {
      this.report(
        'header/blank',
        row.line,
        nameless + 1,
        `第${nameless + 1}列没有表头但有数据“${row.cells[nameless]}”`,
        '请补上表头或删去这一列',
      );
      return false;
    }
    if (row.cells.length < width) {
      this.report(
        'row/short',
        row.line,
        row.cells.length,
        `这一行只有 ${row.cells.length} 列（应为 ${width} 列）`,
        '请补齐缺少的列，没有内容的也要留空列',
      );
      return false;
    }
    return true;
  }

  private readonly namelessColumns = new Set<number>();
  markNameless(index: number) {
    this.namelessColumns.add(index);
  }
  private isNameless(index: number): boolean {
    return this.namelessColumns.has(index);
  }

  private report(code: Problem['code'], line: number, column: number | undefined, message: string, hint: string) {
    const place = { file: this.file, line, ...(column === undefined ? {} : { column }) };
    this.problems.push(problem(code, place, message, hint));
  }

  read(row: Row) {
    if (!this.fits(row)) return;
    const before = this.problems.length;
    const values: Record<string, Value> = { ...this.blank };
    for (const { field, column, at, read } of this.readers) {
      const raw = row.cells[at] ?? '';
      if (isBlankCell(raw)) {
        if (column.required) this.report('cell/required', row.line, at + 1, `“${column.name}”为空`, requiredHint(column));
        continue;
      }
      const result = read(raw);
      if (typeof result !== 'object') values[field] = result;
      else if (result instanceof Fault)
        this.report(result.code, row.line, at + 1, `“${column.name}”：${result.message}`, result.hint);
      else if (result instanceof Repaired) {
        values[field] = result.value;
        this.noteRepair(field, column, row.line, at + 1, result.repair);
      } else values[field] = result;
    }
    if (this.problems.length === before) this.keep(row.line, values);
  }

  private keep(line: number, values: Values) {
    const before = this.problems.length;
    for (const rule of this.table.rules) {
      const found = rule.check(values);
      if (found !== null) this.report('row/contradiction', line, this.columnOf(rule.columns[0]), found.message, found.hint);
    }
    if (this.problems.length === before) this.records.push({ file: this.file, line, values });
  }

  /** Where a column stands in this file; undefined for an optional column that it leaves out. */
  private columnOf(field: string | undefined): number | undefined {
    const at = this.header.fields.indexOf(field ?? '');
    return at === -1 ? undefined : at + 1;
  }

  private noteRepair(field: string, column: Column, line: number, at: number, repair: string) {
    const key = `${field}\n${repair}`;
    const seen = this.repairs.get(key);
    if (seen === undefined) this.repairs.set(key, { count: 1, line, column: at, name: column.name, repair });
    else seen.count += 1;
  }

  /** Groups of two or more rows whose key columns say the same. */
  private sameKey(key: readonly string[]): Iterable<readonly TableRecord[]> {
    const first = new Map<string, TableRecord>();
    const groups = new Map<string, TableRecord[]>();
    for (const record of this.records) {
      let id = String(record.values[key[0] ?? ''] ?? '');
      for (let at = 1; at < key.length; at += 1) id += `\u001f${record.values[key[at] ?? ''] ?? ''}`;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, record);
      else groups.set(id, [...(groups.get(id) ?? [earlier]), record]);
    }
    return groups.values();
  }

  /** Rows with the same key are all refused, each naming the other's line. */
  refuseDuplicates(): TableRecord[] {
    const { key } = this.table;
    if (key.length === 0) return this.records;
    const doubled = new Set<TableRecord>();
    const names = key.map((field) => this.table.columns[field]?.name ?? field).join('、');
    for (const group of this.sameKey(key)) {
      for (const record of group) {
        doubled.add(record);
        const others = group.filter((each) => each !== record).map((each) => each.line);
        const message = `与第${others.join('、')}行重复：${names}完全相同`;
        this.report(
          'row/duplicate-key',
          record.line,
          this.columnOf(key[0]),
          message,
          '若是重复录入请删去一行；若确为两次，请按实填写不同的内容',
        );
      }
    }
    return this.records.filter((record) => !doubled.has(record));
  }

  repairProblems(): Problem[] {
    return [...this.repairs.values()].map((each) =>
      problem(
        'cell/repaired',
        { file: this.file, line: each.line, column: each.column },
        `“${each.name}”列的${each.repair}已统一（${each.count} 处，首处在第${each.line}行）`,
      ),
    );
  }
}

function requiredHint(column: Column): string {
  if (column.type === 'choice') return `空白不代表任何结果，请填 ${Object.keys(column.values).join('、')} 之一`;
  return `请填写${column.name}，例如 ${column.example}；合并单元格请先取消合并并逐行填写`;
}

/**
 * Rows to records by a table's columns: header first, then every cell, the row's rules, and duplicate keys. A row with
 * any fault is refused and the others are kept. Reports header/*, row/*, cell/* and reference/unknown.
 */
export function readTable(rows: readonly Row[], table: Table, file: string, context: ReadingContext): Outcome<TableRecord[]> {
  const [headerRow, ...body] = rows;
  if (headerRow === undefined || headerScore(table.columns)(headerRow.cells) === 0) {
    const shown = headerRow?.cells.slice(0, 3).join('、') ?? '';
    const message = shown === '' ? '文件没有表头' : `第1行“${shown}”不是表头，可能是乱码、标题行或别的表`;
    return {
      value: [],
      problems: [problem('header/missing', { file, line: headerRow?.line ?? 1 }, message, '请使用模板的表头，放在第1行')],
    };
  }
  const header = readHeader(headerRow, table, file);
  if (header.value === null) return { value: [], problems: header.problems };
  const reader = new Reader(table, header.value, file, context);
  headerRow.cells.forEach((cell, index) => {
    if (cell.trim() === '') reader.markNameless(index);
  });
  for (const row of body) reader.read(row);
  const value = reader.refuseDuplicates();
  return { value, problems: [...header.problems, ...reader.problems, ...reader.repairProblems()] };
}
