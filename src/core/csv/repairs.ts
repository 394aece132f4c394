import { type CellReading, type Problem, problem } from '../problem/problem.ts';
import { quote, type Repaired } from './reading.ts';
import type { TableRecord } from './table.ts';

/** A cell that was repaired: where it stands, what stood there, and what it was read as. */
interface RepairedCell {
  readonly field: string;
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly raw: string;
  readonly repaired: Repaired;
}

interface Group {
  readonly code: Repaired['code'];
  readonly name: string;
  readonly repair: string;
  readonly cells: CellReading[];
  count: number;
}

/** How many repaired cells of one column and kind are kept with what stood there; all are counted. */
const cellsKept = 1000;

const quoteShort = (value: string | number) => String(value).slice(0, 60);

/** The repairs of a file, by column and kind. */
export class Repairs {
  private readonly groups = new Map<string, Group>();
  private readonly mended = new Set<number>();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  add({ field, name, line, column, raw, repaired: { code, repair, value } }: RepairedCell): void {
    if (code === 'cell/repaired') this.mended.add(line);
    const key = `${field}\n${repair}`;
    const seen = this.groups.get(key) ?? { code, name, repair, cells: [], count: 0 };
    if (seen.count === 0) this.groups.set(key, seen);
    seen.count += 1;
    if (seen.cells.length < cellsKept) seen.cells.push({ line, column, raw, value });
  }

  /** How many of these records hold a repaired cell. */
  countIn(records: readonly TableRecord[]): number {
    return this.mended.size === 0 ? 0 : records.filter(({ line }) => this.mended.has(line)).length;
  }

  /** One notice for each column and kind of repair, with every cell; placed on the first. */
  problems(): Problem[] {
    return [...this.groups.values()].flatMap(({ code, name, repair, cells, count }): Problem[] => {
      const [first] = cells;
      if (first === undefined) return [];
      const reading = first.value === null ? '空' : `“${quoteShort(first.value)}”`;
      const done = code === 'cell/kept' ? '已按原文保留' : '已统一';
      const as = code === 'cell/kept' ? '' : `读作${reading}`;
      const message = `“${name}”列的${repair}${done}（${count} 处，首处在第${first.line}行：${quote(first.raw)}${as}）`;
      return [{ ...problem(code, { file: this.file, line: first.line, column: first.column }, message), cells }];
    });
  }
}
