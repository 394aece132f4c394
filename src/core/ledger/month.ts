import { addMonths, type Month } from '../calendar/date.ts';
import { inMonth, type Referents } from '../csv/cell.ts';
import type { TableRecord } from '../csv/table.ts';
import { type Handed, type Log, type LogMonth, runningNumber } from '../logs/log.ts';
import { type Outcome, type Problem, problem } from '../problem/problem.ts';
import { deliveryFile, readSlip, type Slip, type SlipLine } from './delivery.ts';
import { columnsIn, type DataFiles, readFile } from './file.ts';

/** One month as handed in. */
export interface LedgerMonth {
  readonly month: Month;
  /** Every known log by id, the absent ones too. */
  readonly logs: ReadonlyMap<string, LogMonth>;
  /** The delivery slip's lines; none where there is no slip that could be read. */
  readonly slip: readonly TableRecord[];
}

/** The month's slip; null when there is none that could be read. */
function slipOf(
  files: DataFiles,
  month: Month,
  logs: readonly Log[],
  referents: ReadonlyMap<string, Referents>,
): Outcome<Slip | null> {
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
  return readSlip(bytes, month, file, { month: null, referents }, nameOf);
}

/** Why a row does not belong to the file's month, by the column that says so. */
function foreign(record: TableRecord, log: Log, month: Month): { field: string; message: string; hint: string }[] {
  const date = record.values[log.date];
  const misdated =
    typeof date !== 'string' || inMonth(date, month)
      ? []
      : [
          {
            field: log.date,
            message: `${log.columns[log.date]?.name ?? log.date} ${date.slice(0, 10)} 不属于 ${month}`,
            hint: '请移到对应月份的文件，或改正日期',
          },
        ];
  if (log.sequence === null) return misdated;
  const number = record.values[log.sequence];
  const [, , year, monthText] = runningNumber.exec(String(number ?? '')) ?? [];
  if (`${year}-${monthText}` === month) return misdated;
  const message = `编号“${number}”不是 ${month} 的流水号`;
  return [...misdated, { field: log.sequence, message, hint: '编号中的年月要与文件月份一致' }];
}

/** Rows dated outside the file's month, or numbered for another month, are refused. */
function keepMonth(
  records: readonly TableRecord[],
  log: Log,
  month: Month,
  file: string,
  bytes: Uint8Array,
): Outcome<TableRecord[]> {
  const faults = records.map((record) => ({ record, found: foreign(record, log, month) }));
  if (faults.every(({ found }) => found.length === 0)) return { value: [...records], problems: [] };
  const columns = columnsIn(bytes, log, file);
  const problems = faults.flatMap(({ record, found }) =>
    found.map(({ field, message, hint }) =>
      problem('row/month', { file, line: record.line, column: columns.get(field) ?? 1 }, message, hint),
    ),
  );
  return { value: faults.filter(({ found }) => found.length === 0).map(({ record }) => record), problems };
}

/** Missing running numbers of a month's series, from 1 to the highest present; a sentence for each series with a gap. */
function gaps(records: readonly TableRecord[], log: Log, month: Month): string[] {
  if (log.sequence === null) return [];
  const series = new Map<string, Set<number>>();
  for (const record of records) {
    const [, name, year, monthText, number] = runningNumber.exec(String(record.values[log.sequence] ?? '')) ?? [];
    if (name === undefined || `${year}-${monthText}` !== month) continue;
    series.set(name, (series.get(name) ?? new Set()).add(Number(number)));
  }
  return [...series].flatMap(([name, present]) => {
    const highest = Math.max(...present);
    const missing = Array.from({ length: highest }, (_, index) => index + 1).filter((number) => !present.has(number));
    const list = missing.slice(0, 5).map((number) => `${name}-${month.replace('-', '')}-${String(number).padStart(3, '0')}`);
    return missing.length === 0 ? [] : [`流水号缺 ${list.join('、')}${missing.length > 5 ? ` 等 ${missing.length} 个` : ''}`];
  });
}

function isLate(on: string, month: Month, deliveryDay: number): boolean {
  return on > `${addMonths(month, 1)}-${String(deliveryDay).padStart(2, '0')}`;
}

/** What a log's file and slip line together say; the problems place each disagreement. */
function handedState(
  log: Log,
  month: Month,
  slip: SlipLine,
  records: readonly TableRecord[],
  deliveryDay: number,
): Outcome<Handed> {
  const slipPlace = { file: `data/${month}/${deliveryFile}`, line: slip.line };
  const place = { file: `data/${month}/${log.id}.csv` };
  const problems: Problem[] = [];
  const reasons: string[] = [];
  const late = isLate(slip.on, month, deliveryDay);
  if (late) problems.push(problem('delivery/late', slipPlace, `${log.name}于 ${slip.on} 交付，晚于次月 ${deliveryDay} 日`));
  if (records.length !== slip.rows) {
    const reason = `交付清单写 ${slip.rows} 行，文件有 ${records.length} 行`;
    reasons.push(reason);
    problems.push(
      problem('delivery/row-count', slipPlace, `${log.name}：${reason}，按数据不完整处理`, '请核对是漏行还是清单写错，改正其一'),
    );
  }
  for (const reason of gaps(records, log, month)) {
    reasons.push(reason);
    problems.push(
      problem(
        'sequence/gap',
        place,
        `${log.name}：${reason}，按数据不完整处理`,
        '请补上缺号的记录；作废的单号也要保留一行并写明',
      ),
    );
  }
  const base = { on: slip.on, late };
  if (reasons.length > 0) return { value: { state: 'incomplete', ...base, reasons }, problems };
  return { value: { state: slip.rows === 0 ? 'nil' : 'complete', ...base }, problems };
}

function readLog(
  files: DataFiles,
  month: Month,
  log: Log,
  slip: SlipLine | undefined,
  /** Whether a log without a line on the slip is missing from it: not when the slip is unread or the line waits to be filled. */
  mustBeListed: boolean,
  referents: ReadonlyMap<string, Referents>,
  deliveryDay: number,
): Outcome<LogMonth> {
  const file = `data/${month}/${log.id}.csv`;
  const bytes = files.get(file);
  const slipFile = `data/${month}/${deliveryFile}`;
  const absent: LogMonth = { log, month, file, handed: { state: 'absent' }, records: [] };
  if (bytes === undefined) {
    if (slip === undefined) return { value: absent, problems: [] };
    const missing = problem(
      'file/missing',
      { file: slipFile, line: slip.line },
      `清单列有${log.name} ${slip.rows} 行，但没有文件 ${file}`,
      '请交上文件，或删去清单中的这一行',
    );
    if (slip.rows > 0) return { value: absent, problems: [missing] };
    const handed = handedState(log, month, slip, [], deliveryDay);
    return { value: { ...absent, handed: handed.value }, problems: handed.problems };
  }
  const read = readFile(bytes, log, file, { month, referents });
  const kept = keepMonth(read.value, log, month, file, bytes);
  const problems = [...read.problems, ...kept.problems];
  if (slip === undefined) {
    if (mustBeListed)
      problems.push(
        problem(
          'delivery/unlisted',
          { file },
          `${log.name}没有列入 ${month} 的交付清单`,
          `请在 ${slipFile} 加一行：${log.name}、行数、交付日期、交付岗位`,
        ),
      );
    return { value: { ...absent, records: kept.value }, problems };
  }
  const handed = handedState(log, month, slip, kept.value, deliveryDay);
  return { value: { log, month, file, handed: handed.value, records: kept.value }, problems: [...problems, ...handed.problems] };
}

/** One month's folder: the slip, then every known log, each with what was handed in. */
export function readMonth(
  files: DataFiles,
  month: Month,
  logs: readonly Log[],
  referents: ReadonlyMap<string, Referents>,
  deliveryDay: number,
): Outcome<LedgerMonth> {
  const slip = slipOf(files, month, logs, referents);
  const problems: Problem[] = [...slip.problems];
  const read = logs.map((log): [string, LogMonth] => {
    const mustBeListed = slip.value !== null && !slip.value.unfilled.has(log.id);
    const outcome = readLog(files, month, log, slip.value?.lines.get(log.id), mustBeListed, referents, deliveryDay);
    problems.push(...outcome.problems);
    return [log.id, outcome.value];
  });
  return { value: { month, logs: new Map(read), slip: slip.value?.records ?? [] }, problems };
}
