import { Causes, type RowFault, type Words } from '../problem/causes.ts';
import type { Problem } from '../problem/problem.ts';
import { alike } from './alike.ts';
import { blankOf, isBlank } from './blank.ts';
import { cellReader } from './cell.ts';
import type { Column, Value, Values } from './column.ts';
import type { Header } from './header.ts';
import { headerTest } from './naming.ts';
import { type CellReader, Fault, quote, type ReadingContext, Repaired } from './reading.ts';
import { Repairs } from './repairs.ts';
import type { Row } from './sheet.ts';
import type { Table, TableRecord } from './table.ts';
import { isTotal, totalBetween, totalProblem } from './total.ts';
import { Width } from './width.ts';

interface PlacedReader {
  readonly field: string;
  readonly column: Column;
  readonly at: number;
  readonly read: CellReader;
}

/** The rows below a header, and what they are read by. */
interface TableBody {
  readonly table: Table;
  readonly header: Header;
  readonly rows: readonly Row[];
  readonly file: string;
  readonly context: ReadingContext;
}

/** Reads rows below a header into records; every fault of every row is reported by cause, repairs are listed by column and kind. */
export class Reader {
  /** The faults of the rows read so far. */
  private readonly causes: Causes;
  /** The faults of the row that is being read: they are dropped when it turns out to be no record at all. */
  private readonly faults: RowFault[] = [];
  private readonly totals: Problem[] = [];
  readonly refused: TableRecord[] = [];
  readonly waiting: TableRecord[] = [];
  /** A header row in the midst of the data, when there is one. */
  repeated: Row | null = null;
  private readonly records: TableRecord[] = [];
  private readonly readers: readonly PlacedReader[];
  readonly repairs: Repairs;
  readonly width: Width;
  private readonly isHeader: (cells: readonly string[]) => boolean;
  private readonly file: string;
  private readonly table: Table;
  private readonly header: Header;
  private readonly rows: readonly Row[];
  private readonly context: ReadingContext;
  private readonly blank: Values;

  constructor({ table, header, rows, file, context }: TableBody) {
    this.file = file;
    this.causes = new Causes(file);
    this.table = table;
    this.header = header;
    this.rows = rows;
    this.context = context;
    this.blank = blankOf(table.columns);
    this.width = new Width(header, rows, table.columns, file);
    this.repairs = new Repairs(file);
    this.isHeader = headerTest(table.columns);
    this.readers = header.fields.flatMap((field, at) => {
      const column = field === null ? undefined : table.columns[field];
      return field === null || column === undefined ? [] : [{ field, column, at, read: cellReader(column, context) }];
    });
  }

  readAll() {
    const { onRow } = this.context;
    this.rows.forEach((row, index) => {
      this.read(row, index);
      onRow?.();
    });
  }

  private report(code: Problem['code'], line: number, column: number | undefined, words: Words) {
    this.faults.push({ code, line, column, source: null, tell: () => words });
  }

  private read(row: Row, index: number) {
    const values: Record<string, Value> = { ...this.blank };
    const misfit = this.width.fault(row);
    if (misfit !== null) this.report(misfit.code, row.line, misfit.column, misfit.words);
    else {
      for (const reader of this.readers) this.readCell(reader, row, index, values);
      if (this.faults.length === 0) this.judge(row.line, values);
    }
    if (this.faults.length === 0) this.records.push({ file: this.file, line: row.line, values });
    else {
      this.refuse(row, index, values);
      this.faults.length = 0;
    }
  }

  private readCell({ field, column, at, read }: PlacedReader, row: Row, index: number, values: Record<string, Value>) {
    const raw = row.cells[at];
    if (raw === undefined || isBlank(raw)) {
      if (column.required) this.reportBlank(column, row, index, at);
      return;
    }
    const result = read(raw);
    if (typeof result !== 'object') values[field] = result;
    else if (result instanceof Fault) {
      const tell = () => ({ message: `“${column.name}”：${result.message}`, hint: result.hint });
      this.faults.push({ code: result.code, line: row.line, column: at + 1, source: result, tell });
    } else if (result instanceof Repaired) {
      values[field] = result.value;
      this.repairs.add({ field, name: column.name, line: row.line, column: at + 1, raw, repaired: result });
    } else values[field] = result;
  }

  /** Months, dates of delivery and rules, in this order: a row of another month is told once, as that. */
  private judge(line: number, values: Values) {
    const misplaced = this.context.misplaced?.(values);
    if (misplaced !== undefined && misplaced.length > 0) {
      for (const { code, field, message, hint } of misplaced) this.report(code, line, this.columnOf(field), { message, hint });
      return;
    }
    for (const rule of this.table.rules) {
      const found = rule.check(values, this.context.referents);
      if (found !== null) this.report('row/contradiction', line, this.columnOf(rule.columns[0]), found);
    }
  }

  /** Rows that are no data at all, a total or a header pasted in, are told as what they are instead of cell by cell. */
  private refuse(row: Row, index: number, values: Values) {
    if (this.isHeader(row.cells)) {
      this.repeated ??= row;
    } else if (isTotal(row.cells)) {
      this.noteTotal(row, index);
      return;
    }
    const record = { file: this.file, line: row.line, values };
    if (this.waits(values)) this.waiting.push(record);
    else for (const fault of this.faults) this.causes.add(fault);
    this.refused.push(record);
  }

  private noteTotal(row: Row, index: number) {
    if (index === this.rows.length - 1) {
      this.totals.push(totalProblem(row, this.rows.slice(0, index), this.readers, this.file));
      return;
    }
    const { column, words } = totalBetween(row);
    this.causes.add({ code: 'row/total-mismatch', line: row.line, column, source: null, tell: () => words });
  }

  private waits(values: Values): boolean {
    const { waits = [] } = this.table;
    const blank = this.faults.every(({ code }) => code === 'cell/required') && waits.every((field) => values[field] === null);
    return waits.length > 0 && blank && this.faults.length === waits.length;
  }

  /** What was found in the rows, by cause. */
  problems(): Problem[] {
    return [...this.totals, ...this.causes.problems()];
  }

  private reportBlank(column: Column, row: Row, index: number, at: number) {
    const tell = () => this.blankWords(column, index, at);
    this.faults.push({ code: 'cell/required', line: row.line, column: at + 1, source: null, tell });
  }

  /** A blank below a filled cell may be what a merged cell leaves; it is never filled from above. */
  private blankWords(column: Column, index: number, at: number): Words {
    let above = index - 1;
    while (above >= 0 && index - above < 100 && isBlank(this.rows[above]?.cells[at])) above -= 1;
    const filled = this.rows[above];
    const cell = filled?.cells[at];
    const beside = filled === undefined || isBlank(cell) ? '' : `（上面第${filled.line}行为${quote(cell ?? '')}）`;
    return { message: `“${column.name}”为空${beside}`, hint: requiredHint(column) };
  }

  /** Where a column stands in this file; undefined for an optional column that it leaves out. */
  private columnOf(field: string | undefined): number | undefined {
    const at = this.header.fields.indexOf(field ?? '');
    return at === -1 ? undefined : at + 1;
  }

  /** Rows with the same key are all refused, each naming the other's line. */
  refuseDuplicates(): TableRecord[] {
    const { key } = this.table;
    if (key.length === 0) return this.records;
    const doubled = new Set<TableRecord>();
    const names = key.map((field) => this.table.columns[field]?.name ?? field).join('、');
    for (const group of alike(this.records, key)) {
      for (const record of group) {
        doubled.add(record);
        const tell = () => ({ message: doubledWords(record, group, names), hint: doubledHint });
        this.causes.add({ code: 'row/duplicate-key', line: record.line, column: this.columnOf(key[0]), source: null, tell });
      }
    }
    if (doubled.size === 0) return this.records;
    for (const record of doubled) this.refused.push(record);
    return this.records.filter((record) => !doubled.has(record));
  }
}

const doubledHint = '若是重复录入请删去一行；若确为两次，请按实填写不同的内容';

/** With which other rows a row is doubled. */
function doubledWords({ line }: TableRecord, group: readonly TableRecord[], names: string): string {
  const others = group.slice(0, 11).flatMap((each) => (each.line === line ? [] : [each.line]));
  const named = others.slice(0, 10);
  return `与第${named.join('、')}${group.length - 1 > named.length ? ` 等 ${group.length - 1} 行` : '行'}重复：${names}完全相同`;
}

function requiredHint(column: Column): string {
  if (column.type === 'choice') return `空白不代表任何结果，请填 ${Object.keys(column.values).join('、')} 之一`;
  const example = column.example === '' ? '' : `，例如 ${column.example}`;
  return `请填写${column.name}${example}；合并单元格请先取消合并并逐行填写`;
}
