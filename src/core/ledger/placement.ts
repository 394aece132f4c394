import { lastDay, type Month, monthOf } from '../calendar/date.ts';
import type { Values } from '../csv/column.ts';
import type { Misplaced } from '../csv/reading.ts';
import { type Log, runOf } from '../logs/log.ts';
import { problem } from '../problem/problem.ts';
import type { SlipLine } from './delivery.ts';
import { type FileReading, readFile } from './file.ts';
import type { MonthTerms } from './month.ts';

const nothing: readonly Misplaced[] = [];

/** Asks of each row of a log whether it belongs to the file's month and to the time before the delivery. */
class Placement {
  /** How many rows lie wholly in a month other than the file's, by that month. */
  readonly elsewhere = new Map<Month, number>();
  asked = 0;
  private readonly log: Log;
  private readonly month: Month;
  private readonly handedInOn: string | null;
  /** Sorts behind every minute of the day on which the log was handed in; null when the slip does not tell. */
  private readonly end: string | null;
  private readonly timed: readonly string[];

  constructor(log: Log, month: Month, slip: SlipLine | null) {
    this.log = log;
    this.month = month;
    this.handedInOn = slip === null || slip.on < lastDay(month) ? null : slip.on;
    this.end = this.handedInOn === null ? null : `${this.handedInOn}~`;
    this.timed = Object.entries(log.columns)
      .filter(([, column]) => (column.type === 'date' || column.type === 'moment') && column.ahead !== true)
      .map(([field]) => field);
  }

  misplaced(values: Values): readonly Misplaced[] {
    this.asked += 1;
    const { log, month } = this;
    const date = values[log.date];
    const dated = typeof date === 'string' && !date.startsWith(month) ? monthOf(date) : month;
    const numbered = log.sequence === null ? dated : (runOf(String(values[log.sequence] ?? ''))?.month ?? null);
    if (dated !== month && numbered === dated) this.elsewhere.set(dated, (this.elsewhere.get(dated) ?? 0) + 1);
    if (dated === month && (log.sequence === null || numbered === month)) return this.future(values);
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
 * (`row/month`, `row/future`); a file all of whose rows lie in one other month is one problem (`file/month`).
 */
export function readPlaced(
  bytes: Uint8Array,
  log: Log,
  slip: SlipLine | null,
  { file, month, referents, onRow }: MonthTerms & { readonly file: string },
): FileReading {
  const placement = new Placement(log, month, slip);
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
