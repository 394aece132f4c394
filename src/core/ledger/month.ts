import { addMonths, type DateText, earlier, lastDay, type Month, monthOf } from '../calendar/date.ts';
import { CaseReader, caseKey } from '../cases/carrying.ts';
import type { Value } from '../csv/column.ts';
import type { Referents } from '../csv/reading.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Carried, LeftOpen } from '../logs/carried.ts';
import { absentLog, type Handed, type Log, type LogMonth, numberInRun, runOf } from '../logs/log.ts';
import { Gathering } from '../problem/gathering.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../problem/problem.ts';
import type { Registers } from '../registers/registers.ts';
import { confirmed } from './confirmation.ts';
import { deliveryFile, readSlip, type Slip, type SlipLine } from './delivery.ts';
import type { DataFiles, FileReading } from './file.ts';
import { readPlaced } from './placement.ts';
import { beyondShifts } from './shifts.ts';

/** One month as handed in. */
export interface LedgerMonth {
  readonly month: Month;
  /** Every known log by id, the absent ones too. */
  readonly logs: ReadonlyMap<string, LogMonth>;
  /** The delivery slip's lines; none where there is no slip that could be read. */
  readonly slip: readonly TableRecord[];
  /** What each log leaves open at the month's end: the next month's file begins with it. */
  readonly left: LeftByLog;
  /** The first day up to which the slip says that a log is told of, where the month is not over; null where it is. */
  readonly through: DateText | null;
}

/** What logs left open, by the id of the log. */
export type LeftByLog = ReadonlyMap<string, LeftOpen>;

/** What a month's folder is read by. */
export interface MonthTerms {
  readonly files: DataFiles;
  readonly month: Month;
  readonly logs: readonly Log[];
  readonly referents: ReadonlyMap<string, Referents>;
  readonly registers: Registers;
  /** What the months before left open. */
  readonly before: LeftByLog;
  /** Whether a later month was handed in too. */
  readonly isFollowed: boolean;
  /** Logs are due on this day of the next month. */
  readonly deliveryDay: number;
  /** A log as its file of a month is read, where its columns change in time. */
  readonly inMonth?: ((log: Log, month: Month) => Log) | undefined;
  /** Told of every row that is read, for whoever shows how far it is. */
  readonly onRow?: ((log: Log) => void) | undefined;
}

/** The month's slip; null when there is none that could be read. */
function slipOf({ files, month, logs, referents, isFollowed }: MonthTerms): Outcome<Slip | null> {
  const file = `data/${month}/${deliveryFile}`;
  const bytes = files.get(file);
  if (bytes === undefined) {
    return {
      value: null,
      problems: [
        problem('file/missing', { file }, `${month} 没有交付清单`, '请补上 delivery.csv：台账、行数、交付日期、交付岗位'),
      ],
    };
  }
  const nameOf = (id: string) => logs.find((log) => log.id === id)?.name ?? id;
  return readSlip(bytes, { month, file, referents, nameOf, isFollowed });
}

/** Missing running numbers of a month's series, from 1 to the highest present; a sentence for each series with a gap. */
function gaps(numbers: readonly Value[], month: Month): string[] {
  const series = new Map<string, Set<number>>();
  for (const text of numbers) {
    const run = runOf(String(text ?? ''));
    if (run?.month !== month) continue;
    const present = series.get(run.series) ?? new Set();
    series.set(run.series, present.add(numberInRun(String(text))));
  }
  return [...series].flatMap(([name, present]) => {
    const highest = [...present].reduce((high, number) => Math.max(high, number), 0);
    const missing = Array.from({ length: highest }, (_, index) => index + 1).filter((number) => !present.has(number));
    const list = missing.slice(0, 5).map((number) => `${name}-${month.replace('-', '')}-${String(number).padStart(3, '0')}`);
    return missing.length === 0 ? [] : [`流水号缺 ${list.join('、')}${missing.length > 5 ? ` 等 ${missing.length} 个` : ''}`];
  });
}

/** The running numbers of a file, those of refused rows too: a row that is told as wrong is not missing as well. Null when one cannot be read. */
function runningNumbers({ value, refused, whole }: FileReading, log: Log): Value[] | null {
  const { sequence } = log;
  if (sequence === null || !whole) return null;
  const numbers = [...value, ...refused].map(({ values }) => values[sequence] ?? null);
  return numbers.includes(null) ? null : numbers;
}

function isLate(on: string, month: Month, deliveryDay: number): boolean {
  return on > `${addMonths(month, 1)}-${String(deliveryDay).padStart(2, '0')}`;
}

/** The cases that a log's file should have continued, as their rows are named; a row that is refused is told as that already. */
function notCarried(log: Log, reading: FileReading | null, { before }: MonthTerms): string[] {
  const given = new Set([...(reading?.value ?? []), ...(reading?.refused ?? [])].map(({ values }) => caseKey(values, log)));
  return [...(before.get(log.id)?.keys() ?? [])].filter((key) => !given.has(key));
}

/** 上月未办结的3项没有结转: what the month before left open and this month's file does not tell of; null where nothing is lacking. */
function notCarriedWords(keys: readonly string[]): string | null {
  if (keys.length === 0) return null;
  return `上月未办结的${keys.length}项没有结转：${keys.slice(0, 5).join('、')}${keys.length > 5 ? '等' : ''}`;
}

/** What a log's file and slip line together say; the problems place each disagreement. Without a file `reading` is null. */
function handedState(log: Log, slip: SlipLine, reading: FileReading | null, terms: MonthTerms): Outcome<Handed> {
  const { month, deliveryDay } = terms;
  const slipPlace = { file: `data/${month}/${deliveryFile}`, line: slip.line };
  const problems: Problem[] = [];
  const reasons: string[] = [];
  const given = reading?.rows.given ?? 0;
  const late = isLate(slip.on, month, deliveryDay);
  if (late) problems.push(problem('delivery/late', slipPlace, `${log.name}于 ${slip.on} 交付，晚于次月 ${deliveryDay} 日`));
  if (reading !== null && !reading.whole) reasons.push('文件不能读到底，见问题清单');
  else if (given !== slip.rows) {
    const reason = `交付清单写 ${slip.rows} 行，文件有 ${given} 行`;
    reasons.push(reason);
    const hint = '请核对是漏行还是清单写错，改正其一';
    problems.push(problem('delivery/row-count', slipPlace, `${log.name}：${reason}，按数据不完整处理`, hint));
  }
  const refused = reading?.rows.refused ?? 0;
  if (refused > 0) reasons.push(`文件有 ${refused} 行有错，没有读入`);
  else if (reading?.whole === true && hasErrors(reading.problems)) reasons.push('文件有错误，见问题清单');
  for (const reason of gaps((reading === null ? null : runningNumbers(reading, log)) ?? [], month)) {
    reasons.push(reason);
    const hint = '请补上缺号的记录；作废的单号也要保留一行并写明';
    const place = { file: `data/${month}/${log.id}.csv` };
    problems.push(problem('sequence/gap', place, `${log.name}：${reason}，按数据不完整处理`, hint));
  }
  const lacking = reading === null || reading.whole ? notCarriedWords(notCarried(log, reading, terms)) : null;
  if (lacking !== null) {
    reasons.push(lacking);
    const place = reading === null ? slipPlace : { file: `data/${month}/${log.id}.csv` };
    const hint = '请把上月末未办结的行照样写在本月文件的开头，补填办结的栏；仍未办结的照样写';
    problems.push(problem('case/not-carried', place, `${log.name}：${lacking}，按数据不完整处理`, hint));
  }
  const base = { on: slip.on, late };
  if (reasons.length > 0) return { value: { state: 'incomplete', ...base, reasons }, problems };
  return { value: { state: slip.rows === 0 ? 'nil' : 'complete', ...base }, problems };
}

/** The rows of a log's file: those of the month, and those that continue a case. */
function rowsOf(
  log: Log,
  { value, refused, rows }: FileReading,
  through: DateText | null,
  { month, before, registers }: MonthTerms,
): Pick<LogMonth, 'records' | 'carried' | 'open' | 'rows'> {
  const known = before.get(log.id);
  const isEarlier = ({ values }: TableRecord) =>
    typeof values[log.date] === 'string' && monthOf(String(values[log.date])) < month;
  const reader = new CaseReader(log, registers);
  const open = reader.openRows(value, through ?? lastDay(month));
  if (known === undefined || known.size === 0) return { records: value, carried: [], open, rows };
  const carried = value.filter(isEarlier).flatMap((record): Carried[] => {
    const before = known.get(caseKey(record.values, log));
    return before === undefined ? [] : [{ record, before }];
  });
  const again = [...value, ...refused].filter((record) => isEarlier(record) && known.has(caseKey(record.values, log))).length;
  if (again === 0) return { records: value, carried, open, rows };
  return { records: value.filter((record) => !isEarlier(record)), carried, open, rows: { ...rows, carried: again } };
}

/** What a slip says of a log: its line, and to which day the whole month is told of. */
interface SlipTold {
  /** Null when it is missing from a slip on which it should stand, undefined when that cannot be told. */
  readonly line: SlipLine | null | undefined;
  readonly through: DateText | null;
}

/** The first day up to which some line of a slip tells of the month; null where the month is over. */
function toldThrough(slip: Slip | null): DateText | null {
  const days = [...(slip?.lines.values() ?? [])].flatMap(({ through }) => through ?? []);
  return days.length === 0 ? null : days.reduce(earlier);
}

/** A log of a month, by its file and what the slip says of it. A log that is still to come is told of no further than the month is. */
function readLog(log: Log, { line: slip, through: known }: SlipTold, terms: MonthTerms): Outcome<LogMonth> {
  const { files, month } = terms;
  const file = `data/${month}/${log.id}.csv`;
  const bytes = files.get(file);
  const slipFile = `data/${month}/${deliveryFile}`;
  const through = slip === undefined || slip === null ? known : slip.through;
  const absent = absentLog(log, month, through);
  if (bytes === undefined) {
    if (slip === undefined || slip === null) return { value: absent, problems: [] };
    const missing = problem(
      'file/missing',
      { file: slipFile, line: slip.line },
      `清单列有${log.name} ${slip.rows} 行，但没有文件 ${file}`,
      '请交上文件，或删去清单中的这一行',
    );
    if (slip.rows > 0) return { value: absent, problems: [missing] };
    const handed = handedState(log, slip, null, terms);
    return { value: { ...absent, handed: handed.value }, problems: handed.problems };
  }
  const reading = readPlaced(bytes, terms.inMonth?.(log, month) ?? log, slip ?? null, { ...terms, file });
  const { refused } = reading;
  const problems = [...reading.problems];
  const told = rowsOf(log, reading, through, terms);
  if (slip === undefined || slip === null) {
    if (slip === null)
      problems.push(
        problem(
          'delivery/unlisted',
          { file },
          `${log.name}没有列入 ${month} 的交付清单`,
          `请在 ${slipFile} 加一行：${log.name}、行数、交付日期、交付岗位`,
        ),
      );
    return { value: { ...absent, ...told, refused }, problems };
  }
  const handed = handedState(log, slip, reading, terms);
  return {
    value: { log, month, file, handed: handed.value, through, ...told, refused },
    problems: [...problems, ...handed.problems],
  };
}

/** What each log leaves open when the month has ended; what was not handed in again stays open. */
const leftAfter = (logs: ReadonlyMap<string, LogMonth>, { before, month, registers }: MonthTerms): LeftByLog =>
  new Map(
    [...logs].map(([id, { log, records, carried, through }]) => {
      const day = through ?? lastDay(month);
      return [id, new CaseReader(log, registers).leftOpen(before.get(id) ?? new Map(), { records, carried }, day)];
    }),
  );

/** One month's folder: the slip, then every known log, each with what was handed in. */
export function readMonth(terms: MonthTerms): Outcome<LedgerMonth> {
  const all = new Gathering();
  const slip = all.take(slipOf(terms));
  // A log without a line is missing from the slip, but not when the slip is unread or its line waits to be filled.
  const lineOf = (log: Log) => slip?.lines.get(log.id) ?? (slip === null || slip.pending.has(log.id) ? undefined : null);
  const through = toldThrough(slip);
  const read = terms.logs.map((log): [string, LogMonth] => {
    return [log.id, all.take(readLog(log, { line: lineOf(log), through }, terms))];
  });
  const logs = all.take(confirmed(new Map(read)));
  all.add(beyondShifts(logs));
  const left = leftAfter(logs, terms);
  return { value: { month: terms.month, logs, slip: slip?.records ?? [], left, through }, problems: all.problems };
}
