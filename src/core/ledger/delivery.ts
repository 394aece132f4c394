import Papa from 'papaparse';
import { type DateText, lastDay, type Month, monthOf } from '../calendar/date.ts';
import type { Columns } from '../csv/column.ts';
import type { ReadingContext } from '../csv/reading.ts';
import type { Table, TableRecord } from '../csv/table.ts';
import type { Log } from '../logs/log.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../problem/problem.ts';
import type { Register } from '../registers/register.ts';
import { readFile } from './file.ts';

/** The delivery slip of a month (交付清单): one line for each log handed in, with its row count; 0 rows is a nil return. Examples of a log and a post are the contract's: see `slipGuide`. */
export const deliveryColumns = {
  log: { name: '台账', type: 'reference', register: 'logs', required: true, note: '台账名称或代码', example: '' },
  rows: {
    name: '行数',
    type: 'integer',
    required: true,
    min: 0,
    unit: '行',
    note: '不含表头；没有发生填 0（零报告）',
    example: '820',
  },
  on: { name: '交付日期', type: 'date', required: true, example: '2026-10-03' },
  post: { name: '交付岗位', type: 'reference', register: 'posts', required: true, example: '' },
  through: {
    name: '截至',
    type: 'date',
    required: false,
    note: '月份没有过完就先交的，写记到哪一天；整月交齐时留空',
    example: '',
  },
  note: { name: '备注', type: 'text', required: false, example: '有一行是补交的' },
} as const satisfies Columns;

/** The slip's columns as a guide tells them: with a log and a post of the contract as examples. */
export function slipGuide(logs: readonly Log[], registers: readonly Register[]): Columns {
  const [first] = [...logs].sort((a, b) => a.order - b.order);
  const posts = registers.find(({ id }) => id === deliveryColumns.post.register);
  const post = posts?.columns[posts.spellings[0] ?? '']?.example ?? '';
  return {
    ...deliveryColumns,
    log: { ...deliveryColumns.log, example: first?.name ?? '' },
    post: { ...deliveryColumns.post, example: post },
  };
}

export const deliveryTable: Table = { columns: deliveryColumns, key: ['log'], rules: [], waits: ['rows', 'on', 'post'] };

export const deliveryFile = 'delivery.csv';

export interface SlipLine {
  readonly rows: number;
  readonly on: string;
  /** The last day of which the file tells, where the month is not over; null where it tells of all of it. */
  readonly through: DateText | null;
  readonly line: number;
}

/** A month's slip: the lines that were read, by log, and the logs whose line waits to be filled or to be put right. */
export interface Slip {
  readonly lines: ReadonlyMap<string, SlipLine>;
  readonly pending: ReadonlySet<string>;
  /** The lines that were read as the slip has them, with every column. */
  readonly records: readonly TableRecord[];
}

const throughColumn = Object.keys(deliveryColumns).indexOf('through') + 1;
const throughHint =
  '月份没有过完就先交的，在“截至”写记到的那一天，它在当月之内、最后一天之前、不晚于交付日期；整月过完才交的留空';

const fillHint = '请填行数、交付日期、交付岗位；本月没有发生的填 0 行（零报告）；不交的删去这一行，按无数据处理';

/** What a month's slip is read by. */
export interface SlipTerms {
  readonly month: Month;
  readonly file: string;
  readonly referents: ReadingContext['referents'];
  readonly nameOf: (log: string) => string;
  /** Whether a later month was handed in too: then this one is over. */
  readonly isFollowed: boolean;
}

/** Why a line cannot say of the month what its 截至, or a blank there, says; null where it can. */
function throughFault({ through, on }: SlipLine, { month, isFollowed }: SlipTerms): string | null {
  const end = lastDay(month);
  if (through === null) return on < end ? `交付日期 ${on} 早于 ${month} 的最后一天，却没有写“截至”` : null;
  if (monthOf(through) !== month) return `“截至”${through} 不在 ${month} 之内`;
  if (through === end) return `“截至”${through} 是 ${month} 的最后一天，整月已经过完`;
  if (on < through) return `交付日期 ${on} 早于“截至”${through}`;
  return isFollowed ? `已经交了后面的月份，${month} 不能还是截至 ${through}` : null;
}

/** Lines that say wrongly to which day they tell of the month. */
function throughProblems(lines: Slip['lines'], terms: SlipTerms): Problem[] {
  const { file, nameOf } = terms;
  return [...lines].flatMap(([log, told]) => {
    const fault = throughFault(told, terms);
    if (fault === null) return [];
    const place = { file, line: told.line, column: throughColumn };
    return [problem('delivery/through', place, `${nameOf(log)}：${fault}`, throughHint)];
  });
}

/** The same lines: those that say it wrongly are read as telling of the whole month. */
const wholeWhereFaulty = (lines: Slip['lines'], terms: SlipTerms): Slip['lines'] =>
  new Map([...lines].map(([log, line]) => [log, throughFault(line, terms) === null ? line : { ...line, through: null }]));

/** One problem for a slip on which nothing is filled yet, otherwise one for each line that waits. */
function unfilledProblems(waiting: ReadonlyMap<number, string>, filled: boolean, { month, file, nameOf }: SlipTerms): Problem[] {
  if (!filled && waiting.size > 1)
    return [problem('delivery/unfilled', { file }, `${month} 的交付清单还没有填写（列有 ${waiting.size} 种台账）`, fillHint)];
  return [...waiting].map(([line, log]) =>
    problem('delivery/unfilled', { file, line, column: 2 }, `${nameOf(log)}的行数、交付日期、交付岗位还没有填写`, fillHint),
  );
}

/**
 * A month's slip from its bytes; null when none of it could be read. A line on which only the log stands is never read as
 * 0 rows: it is `delivery/unfilled`. Otherwise reports what readFile reports.
 */
export function readSlip(bytes: Uint8Array, terms: SlipTerms): Outcome<Slip | null> {
  const reading = readFile(bytes, deliveryTable, terms.file, { month: null, referents: terms.referents });
  const lines = new Map(
    reading.value.map(({ values, line }): [string, SlipLine] => [
      String(values.log),
      {
        rows: Number(values.rows),
        on: String(values.on),
        through: typeof values.through === 'string' ? values.through : null,
        line,
      },
    ]),
  );
  const waiting = new Map(reading.waiting.map(({ line, values }) => [line, String(values.log)]));
  const filled = lines.size > 0 || hasErrors(reading.problems);
  const all = [...reading.problems, ...unfilledProblems(waiting, filled, terms), ...throughProblems(lines, terms)];
  const refused = reading.refused.flatMap(({ values: { log } }) => (typeof log === 'string' ? [log] : []));
  return {
    value: reading.whole ? { lines: wholeWhereFaulty(lines, terms), pending: new Set(refused), records: reading.value } : null,
    problems: all,
  };
}

/** What the slip says of one log: rows, the day and the post by which it is handed in. */
export interface SlipEntry {
  /** The log's Chinese name. */
  readonly log: string;
  readonly rows: number;
  readonly on: string;
  readonly post: string;
  /** The last day of which the file tells; blank for a whole month. */
  readonly through: string;
  readonly note: string;
}

/** A filled slip as the template has it: UTF-8 with a byte order mark, CRLF. */
export function slipText(entries: readonly SlipEntry[]): string {
  const header = Object.values(deliveryColumns).map(({ name }) => name);
  const lines = entries.map(({ log, rows, on, post, through, note }) => [log, String(rows), on, post, through, note]);
  return `\ufeff${Papa.unparse([header, ...lines], { newline: '\r\n' })}\r\n`;
}
