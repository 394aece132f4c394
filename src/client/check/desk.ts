import type { Month } from '../../core/calendar/date.ts';
import type { Row } from '../../core/csv/sheet.ts';
import type { Table } from '../../core/csv/table.ts';
import { type CheckedMonth, checkMonth, type HandInTerms, rowsOf, tableOf } from '../../core/ledger/handin.ts';
import { recognise } from '../../core/ledger/recognise.ts';
import { repairedText } from '../../core/ledger/repaired.ts';
import type { Log } from '../../core/logs/log.ts';
import { asText, gravestFirst } from '../../core/problem/print.ts';
import { countProblems, type Problem } from '../../core/problem/problem.ts';
import { type Checked, type CheckedFile, type Opened, pageLength, type RowPage, type View } from './protocol.ts';

export type Progress = (done: number, total: number, words: string) => void;

interface Sheet {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly byLine: ReadonlyMap<number, readonly Problem[]>;
}

/** A problem without the cells and lines that it lists: they may be very many, and the page shows them in the table. */
const plain = ({ cells: _, lines: __, ...problem }: Problem): Problem => problem;

/** A problem as the table shows it: one that lists cells or lines stands at each of them. */
function marksOf(problem: Problem): Problem[] {
  if (problem.lines !== undefined) return problem.lines.map((line) => ({ ...plain(problem), line }));
  if (problem.cells === undefined) return [problem];
  return problem.cells.map(({ line, column, value }) => {
    const words = value === null ? '读作空' : `读作“${value}”`;
    return { ...plain(problem), line, column, message: problem.code === 'cell/kept' ? '按原文保留' : words };
  });
}

const stemOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.csv$/u, '');

/** Lines of all files, as far as progress needs to know. */
function linesIn(files: Iterable<Uint8Array>): number {
  let lines = 0;
  for (const bytes of files) for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

const stride = 500;

/** Tells how many of the lines have been read, every few hundred rows. */
function counting(lines: number, progress: Progress): (log: Log) => void {
  let done = 0;
  return ({ name }) => {
    done += 1;
    if (done % stride === 0) progress(Math.min(done, lines), lines, `正在核对${name}`);
  };
}

/** Where a clerk's files lie while they are checked: their bytes, and what the last check found. Runs in the worker. */
export class Desk {
  private readonly terms: HandInTerms;
  private readonly bytes = new Map<number, Uint8Array>();
  private sheets: ReadonlyMap<string, Sheet> = new Map();
  private problems: readonly Problem[] = [];
  private read: CheckedMonth | null = null;
  private month: Month = '';

  constructor(terms: HandInTerms) {
    this.terms = terms;
  }

  open(id: number, path: string, bytes: Uint8Array): Opened {
    this.bytes.set(id, bytes);
    return { id, size: bytes.length, ...recognise(path, bytes, this.terms.logs) };
  }

  close(id: number): void {
    this.bytes.delete(id);
  }

  check(month: Month, names: readonly (readonly [number, string])[], progress: Progress): Checked {
    const files = new Map(
      names.map(([id, name]): [string, Uint8Array] => [`data/${month}/${name}`, this.bytes.get(id) ?? new Uint8Array()]),
    );
    const lines = linesIn(files.values());
    progress(0, lines, `正在核对 ${lines} 行`);
    const { value, problems } = checkMonth(month, files, { ...this.terms, onRow: counting(lines, progress) });
    this.month = month;
    this.read = value;
    this.problems = problems;
    this.sheets = this.sheetsOf(files);
    return {
      month,
      files: [...files.keys()].map((file) => this.checkedFile(file)),
      problems: gravestFirst(problems).map(plain),
      counts: countProblems(problems),
      text: asText(problems),
    };
  }

  private sheetsOf(files: ReadonlyMap<string, Uint8Array>): Map<string, Sheet> {
    const byFile = new Map<string, Map<number, Problem[]>>();
    for (const each of this.problems.flatMap(marksOf)) {
      if (each.line === undefined) continue;
      const lines = byFile.get(each.file) ?? new Map<number, Problem[]>();
      byFile.set(each.file, lines);
      const found = lines.get(each.line);
      if (found === undefined) lines.set(each.line, [each]);
      else found.push(each);
    }
    const sheets = new Map<string, Sheet>();
    for (const [file, bytes] of files) {
      const table = tableOf(file, this.terms.logs);
      if (table !== null) sheets.set(file, { table, rows: rowsOf(bytes, table), byLine: byFile.get(file) ?? new Map() });
    }
    return sheets;
  }

  private recordsOf(file: string) {
    return this.read?.month?.logs.get(stemOf(file))?.records ?? [];
  }

  private checkedFile(file: string): CheckedFile {
    const below = Math.max(0, (this.sheets.get(file)?.rows.length ?? 0) - 1);
    return {
      file,
      rows: this.read?.month?.logs.get(stemOf(file))?.rows.given ?? below,
      counts: countProblems(this.problems.filter((each) => each.file === file)),
      previewed: (this.sheets.get(file)?.rows.length ?? 0) > 0,
    };
  }

  /** A part of a file's rows with the problems of each. */
  rows(file: string, { from, line, faulty }: View): RowPage {
    const sheet = this.sheets.get(file);
    const all = sheet?.rows ?? [];
    const shown = faulty ? all.filter((row) => sheet?.byLine.has(row.line)) : all;
    const at = line === null ? from : Math.max(0, lastUpTo(shown, line));
    const start = Math.floor(Math.max(0, Math.min(at, shown.length - 1)) / pageLength) * pageLength;
    const rows = shown.slice(start, start + pageLength).map((row) => ({ ...row, problems: sheet?.byLine.get(row.line) ?? [] }));
    return { file, header: all[0]?.cells ?? [], rows, from: start, total: shown.length, faulty, line };
  }

  /** A log's file as the template has it; null where it cannot be told. */
  repaired(file: string): string | null {
    const sheet = this.sheets.get(file);
    if (sheet === undefined || this.read?.month?.logs.has(stemOf(file)) !== true) return null;
    const refused = new Set(this.read.month.logs.get(stemOf(file))?.refused.map(({ line }) => line));
    const rows = { rows: sheet.rows, records: this.recordsOf(file), refused };
    return repairedText(rows, sheet.table, { month: this.month, referents: this.read.referents });
  }
}

/** The index of the last row that begins on a line or above it. */
function lastUpTo(rows: readonly Row[], line: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
