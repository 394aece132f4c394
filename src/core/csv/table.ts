import { Causes, type RowFault, type Words } from '../problem/causes.ts';
import { type CellReading, type Problem, problem } from '../problem/problem.ts';
import { alike } from './alike.ts';
import { cellReader } from './cell.ts';
import type { Column, Columns, Value, Values } from './column.ts';
import { type Header, headerTest, readHeader } from './header.ts';
import { type CellReader, Fault, quote, type ReadingContext, Repaired } from './reading.ts';
import type { Row } from './sheet.ts';
import { isTotal, totalBetween, totalProblem } from './total.ts';

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
  /** Columns that wait together: a row in which just these are blank is not at fault, it is not filled in yet. */
  readonly waits?: readonly string[];
}

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

const blankCell =
  /^(?:[\s\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2800\u3164\ufeff]|\p{Variation_Selector})*$/u;
/** A cell without anything to read. A first character that is printable ASCII settles it without the pattern. */
const isBlank = (raw: string | undefined): boolean => {
  if (raw === undefined || raw === '') return true;
  const first = raw.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && blankCell.test(raw);
};

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

type Blank = Readonly<Record<string, Value>>;

const blanks = new WeakMap<Columns, Blank>();

/** Every column of a table, empty: the shape that all its records share. */
function blankOf(columns: Columns): Blank {
  const known = blanks.get(columns);
  if (known !== undefined) return known;
  // What is parsed from JSON holds its fields in one piece: less memory, and faster to copy for every row.
  const made: Blank = JSON.parse(JSON.stringify(Object.fromEntries(Object.keys(columns).map((field) => [field, null]))));
  blanks.set(columns, made);
  return made;
}

interface PlacedReader {
  readonly field: string;
  readonly column: Column;
  readonly at: number;
  readonly read: CellReader;
}

interface Repairs {
  readonly code: Repaired['code'];
  readonly name: string;
  readonly repair: string;
  readonly cells: CellReading[];
  count: number;
}

/** How many repaired cells of one column and kind are kept with what stood there; all are counted. */
const cellsKept = 1000;

/** Reads rows below a header into records; every fault of every row is reported by cause, repairs are listed by column and kind. */
class Reader {
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
  private readonly repairs = new Map<string, Repairs>();
  private readonly mended = new Set<number>();
  private readonly nameless = new Map<number, { readonly row: Row; count: number }>();
  private padded: { line: number; count: number } | null = null;
  /** How many cells most rows have. */
  readonly width: number;
  private readonly isHeader: (cells: readonly string[]) => boolean;
  private readonly file: string;
  private readonly table: Table;
  private readonly header: Header;
  private readonly rows: readonly Row[];
  private readonly context: ReadingContext;
  private readonly blank: Blank;

  constructor(table: Table, header: Header, rows: readonly Row[], file: string, context: ReadingContext) {
    this.file = file;
    this.causes = new Causes(file);
    this.table = table;
    this.header = header;
    this.rows = rows;
    this.context = context;
    this.blank = blankOf(table.columns);
    this.width = usualWidth(rows, header.width);
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
    if (this.fits(row)) {
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
      this.noteRepair(field, column, row.line, at + 1, raw, result);
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
      const found = rule.check(values);
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

  /** True when the row has as many cells as the header; blank cells that all rows have behind it do not count. */
  private fits(row: Row): boolean {
    const { cells, line } = row;
    if (cells.length !== this.header.width && !this.hasFittingWidth(row)) return false;
    for (const at of this.header.nameless) {
      if (isBlank(cells[at])) continue;
      const seen = this.nameless.get(at);
      if (seen === undefined) this.nameless.set(at, { row: { line, cells }, count: 1 });
      else seen.count += 1;
    }
    return true;
  }

  private hasFittingWidth({ line, cells }: Row): boolean {
    const { width, fields } = this.header;
    const extra = cells.findIndex((cell, at) => at >= width && !isBlank(cell));
    if (extra !== -1 || cells.length > this.width) {
      const message = `这一行多出 ${cells.length - width} 列${this.whyLong(cells)}`;
      const hint = '内容里有逗号的要加英文双引号，数字不带千分位；请用表格软件导出';
      this.report('row/long', line, extra === -1 ? width + 1 : extra + 1, { message, hint });
      return false;
    }
    const missing = fields.findIndex(
      (field, at) => at >= cells.length && field !== null && this.table.columns[field]?.required === true,
    );
    if (missing !== -1) {
      const name = this.table.columns[fields[missing] ?? '']?.name ?? '';
      const message = `这一行只有 ${cells.length} 列（应为 ${width} 列），缺“${name}”`;
      this.report('row/short', line, missing + 1, { message, hint: '请补齐缺少的列，没有内容的也要留空列' });
      return false;
    }
    if (cells.length < width) this.padded = { line: this.padded?.line ?? line, count: (this.padded?.count ?? 0) + 1 };
    return true;
  }

  /** The two neighbours that look like one number with a thousands separator, or nothing. */
  private whyLong(cells: readonly string[]): string {
    const at = cells.findIndex(
      (cell, index) => /^\d{1,3}$/u.test(cell) && /^\d{3}$/u.test(cells[index + 1] ?? '') && this.isNumber(index),
    );
    return at === -1 ? '，疑似内容里的逗号没有加引号' : `，疑似“${cells[at]},${cells[at + 1]}”带了千分位而没有加引号`;
  }

  private isNumber(at: number): boolean {
    const type = this.table.columns[this.header.fields[at] ?? '']?.type;
    return type === 'integer' || type === 'decimal';
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

  private noteRepair(field: string, column: Column, line: number, at: number, raw: string, { code, repair, value }: Repaired) {
    if (code === 'cell/repaired') this.mended.add(line);
    const key = `${field}\n${repair}`;
    const seen = this.repairs.get(key) ?? { code, name: column.name, repair, cells: [], count: 0 };
    if (seen.count === 0) this.repairs.set(key, seen);
    seen.count += 1;
    if (seen.cells.length < cellsKept) seen.cells.push({ line, column: at, raw, value });
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

  /** How many of these records hold a repaired cell. */
  countMended(records: readonly TableRecord[]): number {
    return this.mended.size === 0 ? 0 : records.filter(({ line }) => this.mended.has(line)).length;
  }

  /** One notice for each column and kind of repair, with every cell; placed on the first. */
  repairProblems(): Problem[] {
    const { padded } = this;
    const short =
      padded === null
        ? []
        : [problem('row/padded', { file: this.file, line: padded.line }, `末尾缺少的选填列已按空读取（${padded.count} 行）`)];
    const repaired = [...this.repairs.values()].flatMap(({ code, name, repair, cells, count }): Problem[] => {
      const [first] = cells;
      if (first === undefined) return [];
      const reading = first.value === null ? '空' : `“${quoteShort(first.value)}”`;
      const done = code === 'cell/kept' ? '已按原文保留' : '已统一';
      const as = code === 'cell/kept' ? '' : `读作${reading}`;
      const message = `“${name}”列的${repair}${done}（${count} 处，首处在第${first.line}行：${quote(first.raw)}${as}）`;
      return [{ ...problem(code, { file: this.file, line: first.line, column: first.column }, message), cells }];
    });
    return [...short, ...repaired];
  }

  /** A column without a name is one problem, however many rows fill it. */
  namelessProblems(): Problem[] {
    return [...this.nameless].map(([at, { row, count }]) => {
      const message = `第${at + 1}列没有表头但有数据（第${row.line}行${quote(row.cells[at] ?? '')}${count > 1 ? ` 等 ${count} 行` : ''}）`;
      return problem('header/blank', { file: this.file, line: row.line, column: at + 1 }, message, '请补上表头或删去这一列');
    });
  }
}

const doubledHint = '若是重复录入请删去一行；若确为两次，请按实填写不同的内容';

/** With which other rows a row is doubled. */
function doubledWords({ line }: TableRecord, group: readonly TableRecord[], names: string): string {
  const others = group.slice(0, 11).flatMap((each) => (each.line === line ? [] : [each.line]));
  const named = others.slice(0, 10);
  return `与第${named.join('、')}${group.length - 1 > named.length ? ` 等 ${group.length - 1} 行` : '行'}重复：${names}完全相同`;
}

const quoteShort = (value: string | number) => String(value).slice(0, 60);

function requiredHint(column: Column): string {
  if (column.type === 'choice') return `空白不代表任何结果，请填 ${Object.keys(column.values).join('、')} 之一`;
  const example = column.example === '' ? '' : `，例如 ${column.example}`;
  return `请填写${column.name}${example}；合并单元格请先取消合并并逐行填写`;
}

/** Columns that a spreadsheet leaves behind the last, with nothing in them. */
function paddedColumns({ width, nameless, line }: Header, usual: number, file: string): Problem[] {
  const blank = new Set(nameless);
  let named = width;
  while (blank.has(named - 1)) named -= 1;
  const surplus = usual - named;
  return surplus > 0 ? [problem('file/padding', { file, line }, `末尾 ${surplus} 个空列已忽略`)] : [];
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
  const body = rows.slice(header.value.at + 1);
  const reader = new Reader(table, header.value, body, file, context);
  reader.readAll();
  if (reader.repeated !== null) {
    const { line } = reader.repeated;
    const message = `第${line}行又出现一次表头，像是把两个文件拼在一起`;
    const repeated = problem('header/repeated', { file, line }, message, '请分月提交，一个文件只留最上面的一行表头');
    return { ...none, problems: [...header.problems, repeated] };
  }
  const nameless = reader.namelessProblems();
  const records = reader.refuseDuplicates();
  const padding = nameless.length > 0 ? [] : paddedColumns(header.value, reader.width, file);
  const problems = [...header.problems, ...padding, ...nameless, ...reader.problems(), ...reader.repairProblems()];
  if (nameless.length > 0) return { ...none, problems };
  return {
    records,
    refused: reader.refused,
    waiting: reader.waiting,
    repaired: reader.countMended(records),
    sound: true,
    problems,
  };
}
