import { lastDay, type Month, monthOf } from '../calendar/date.ts';
import { caseKey, changedCells } from '../cases/carrying.ts';
import type { Values } from '../csv/column.ts';
import type { Misplaced } from '../csv/reading.ts';
import type { LeftOpen, OpenCase } from '../logs/carried.ts';
import { type Log, runOf } from '../logs/log.ts';
import { problem } from '../problem/problem.ts';
import type { Registers } from '../registers/registers.ts';
import type { SlipLine } from './delivery.ts';
import { type FileReading, readFile } from './file.ts';
import type { MonthTerms } from './month.ts';

const nothing: readonly Misplaced[] = [];

/** What the rows of a log's file are placed by. */
interface PlacementTerms {
  readonly log: Log;
  readonly month: Month;
  readonly slip: SlipLine | null;
  /** What the log left open before the month. */
  readonly before: LeftOpen;
  readonly registers: Registers;
}

/** Asks of each row of a log whether it belongs to the file's month, or continues a case, and to the time before the delivery. */
class Placement {
  /** How many rows lie wholly in a month other than the file's, by that month. */
  readonly elsewhere = new Map<Month, number>();
  asked = 0;
  private readonly log: Log;
  private readonly month: Month;
  private readonly handedInOn: string | null;
  /** The last day of which the file tells, where the month is not over. */
  private readonly through: string | null;
  /** Sorts behind every minute of the day on which the log was handed in; null when the slip does not tell. */
  private readonly end: string | null;
  private readonly timed: readonly string[];
  private readonly before: LeftOpen;
  private readonly registers: Registers;

  constructor({ log, month, slip, before, registers }: PlacementTerms) {
    this.log = log;
    this.month = month;
    this.before = before;
    this.registers = registers;
    this.through = slip?.through ?? null;
    // A slip dated before the end of a whole month is wrong itself: its rows are not held against it.
    this.handedInOn = slip === null || (slip.through === null && slip.on < lastDay(month)) ? null : slip.on;
    this.end = this.handedInOn === null ? null : `${this.handedInOn}~`;
    this.timed = Object.entries(log.columns)
      .filter(([, column]) => (column.type === 'date' || column.type === 'moment') && column.ahead !== true)
      .map(([field]) => field);
  }

  misplaced(values: Values): readonly Misplaced[] {
    this.asked += 1;
    const { log, month } = this;
    const known = this.continued(values);
    if (known !== null) {
      const changed = changedCells(values, known, log, this.registers);
      return changed.length > 0 ? changed : this.future(values);
    }
    const date = values[log.date];
    const dated = typeof date === 'string' && !date.startsWith(month) ? monthOf(date) : month;
    const numbered = log.sequence === null ? dated : (runOf(String(values[log.sequence] ?? ''))?.month ?? null);
    if (dated !== month && numbered === dated) this.elsewhere.set(dated, (this.elsewhere.get(dated) ?? 0) + 1);
    if (dated === month && (log.sequence === null || numbered === month))
      return [...this.afterThrough(values), ...this.future(values)];
    const found: Misplaced[] = [];
    if (dated !== month) {
      const message = `${this.name(log.date)} ${String(date).slice(0, 10)} 不属于 ${month}`;
      found.push({ code: 'row/month', field: log.date, message, hint: '请移到对应月份的文件，或改正日期' });
    }
    if (log.sequence !== null && numbered !== month) {
      const message = `编号“${values[log.sequence]}”不是 ${month} 的流水号`;
      found.push({ code: 'row/month', field: log.sequence, message, hint: '编号中的年月要与文件月份一致' });
    }
    return found;
  }

  /** The case of an earlier month that a row continues; null for a row of its own month, and for one that nothing left open. */
  private continued(values: Values): OpenCase | null {
    const date = values[this.log.date];
    if (this.before.size === 0 || typeof date !== 'string' || monthOf(date) >= this.month) return null;
    return this.before.get(caseKey(values, this.log)) ?? null;
  }

  /** That a row belongs to days of which the file, by the slip, does not tell yet. */
  private afterThrough(values: Values): readonly Misplaced[] {
    const { through, log } = this;
    const date = values[log.date];
    if (through === null || typeof date !== 'string' || date.slice(0, 10) <= through) return nothing;
    const message = `${this.name(log.date)} ${date.replace('T', ' ')} 在清单的“截至” ${through} 之后`;
    return [{ code: 'row/future', field: log.date, message, hint: '请改正日期，或把清单的“截至”改到这批记录的最后一天' }];
  }

  /** What had not happened yet when the log was handed in. */
  private future(values: Values): readonly Misplaced[] {
    const { handedInOn, end } = this;
    if (end === null) return nothing;
    let found = nothing;
    for (const field of this.timed) {
      const value = values[field];
      if (typeof value !== 'string' || value < end) continue;
      const message = `${this.name(field)} ${value.replace('T', ' ')} 在交付日期 ${handedInOn} 之后，还没有发生`;
      found = [...found, { code: 'row/future', field, message, hint: '请改正日期；还没有发生的留空，发生后再补交' }];
    }
    return found;
  }

  private name(field: string): string {
    return this.log.columns[field]?.name ?? field;
  }
}

/**
 * A log's file of one month. Rows of another month, and rows that say what happened after the delivery, are refused
 * (`row/month`, `row/future`), unless they continue a case that the month before left open; such a row that says another thing
 * than before is refused too (`case/changed`). A file all of whose rows lie in one other month is one problem (`file/month`).
 */
export function readPlaced(
  bytes: Uint8Array,
  log: Log,
  slip: SlipLine | null,
  { file, month, referents, registers, before, onRow }: MonthTerms & { readonly file: string },
): FileReading {
  const placement = new Placement({ log, month, slip, before: before.get(log.id) ?? new Map(), registers });
  const reading = readFile(bytes, log, file, {
    month,
    referents,
    misplaced: (values) => placement.misplaced(values),
    onRow: onRow === undefined ? undefined : () => onRow(log),
  });
  const [[other, count] = ['', 0]] = placement.elsewhere;
  if (count === 0 || count < placement.asked || (count === 1 && log.sequence === null)) return reading;
  const message = `文件夹是 ${month}，文件里的 ${count} 行都是 ${other} 的`;
  const hint = `请放到 data/${other}，并把 ${month} 的${log.name}放在这里`;
  const others = reading.problems.filter(({ code }) => code !== 'row/month');
  return { ...reading, problems: [...others, problem('file/month', { file }, message, hint)] };
}
