import { isMonth, type Month } from '../calendar/date.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { Referents } from '../csv/reading.ts';
import type { LeftOpen } from '../logs/carried.ts';
import type { Log } from '../logs/log.ts';
import { Gathering } from '../problem/gathering.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../problem/problem.ts';
import { type Register, referentsOf } from '../registers/register.ts';
import { outerPlaces, type Registers, registerTable, workCalendarOf } from '../registers/registers.ts';
import { type DataFiles, readFile } from './file.ts';
import { type LedgerMonth, type LeftByLog, readMonth } from './month.ts';

/** Everything that was handed in, typed: registers, the calendar, and each month's logs. */
export interface Ledger {
  readonly logs: readonly Log[];
  readonly registers: Registers;
  readonly calendar: WorkCalendar;
  /** What a cell may refer to, by register. */
  readonly referents: ReadonlyMap<string, Referents>;
  /** In order of time, without holes being filled: a month without a folder is not here. */
  readonly months: readonly LedgerMonth[];
  /**
   * Where the newest months are left away: of the first of them, the rows on those days that a week of the last month here
   * reaches into. That week is judged in the month of its Thursday, whoever looks from when.
   */
  readonly beyond: LedgerMonth | null;
}

/** What the reader of a ledger is told about the contract. */
export interface LedgerTerms {
  readonly logs: readonly Log[];
  readonly registers: readonly Register[];
  /** Logs are due on this day of the next month. */
  readonly deliveryDay: number;
  /** What was open before the first month among the files; nothing where they are the contract's first. */
  readonly before?: LeftByLog | undefined;
  /** A log as its file of a month is read, where its columns change in time. */
  readonly inMonth?: ((log: Log, month: Month) => Log) | undefined;
  /** Told of every row that is read, for whoever shows how far it is. */
  readonly onRow?: ((log: Log) => void) | undefined;
}

const byOrder = <T extends { readonly order: number; readonly id: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

/** The registers as read, and what they let a cell refer to. */
export type RegistersReading = Outcome<{
  readonly registers: Registers;
  readonly referents: ReadonlyMap<string, Referents>;
}>;

/** The registers among the files of a data folder. Reports `file/missing` and whatever readFile reports. */
export function readRegisters(files: DataFiles, { registers, logs }: Pick<LedgerTerms, 'registers' | 'logs'>): RegistersReading {
  const all = new Gathering();
  const tables = new Map<string, ReturnType<typeof registerTable>>();
  const referents = new Map<string, Referents>([['logs', logReferents(logs)]]);
  for (const register of byOrder(registers)) {
    const file = `data/registers/${register.id}.csv`;
    const bytes = files.get(file);
    // Before the first document is handed in there is nothing to register.
    if (bytes === undefined && register.evidence === undefined) {
      all.add([problem('file/missing', { file }, `缺少${register.name}名录`, `请补上 ${file}，列名见 data/README.md`)]);
    }
    const read = bytes === undefined ? { value: [], problems: [] } : readRegister(bytes, register, file, referents);
    all.add(read.problems);
    tables.set(register.id, registerTable(register, read.value));
    const unreadable = bytes === undefined || (read.value.length === 0 && hasErrors(read.problems));
    if (!unreadable) referents.set(register.id, referentsOf(register, read.value));
  }
  all.add(circles(tables));
  return { value: { registers: tables, referents }, problems: all.problems };
}

/** A register's rows. One whose entries refer to each other is read for its entries first: whatever stands above or below may be meant. */
function readRegister(bytes: Uint8Array, register: Register, file: string, referents: ReadonlyMap<string, Referents>) {
  const refersToItself = Object.values(register.columns).some(
    (each) => each.type === 'reference' && each.register === register.id,
  );
  const read = (known: ReadonlyMap<string, Referents>) => readFile(bytes, register, file, { month: null, referents: known });
  const once = read(referents);
  return refersToItself ? read(new Map([...referents, [register.id, referentsOf(register, once.value)]])) : once;
}

/** Places that lie in themselves, in one step or by way of others: `row/contradiction`. */
function circles(registers: Registers): Problem[] {
  return (registers.get('locations')?.records ?? []).flatMap(({ values, file, line }) => {
    const id = String(values.id);
    const outer = outerPlaces(registers, id);
    if (values.within !== id && !outer.some((each) => registers.get('locations')?.byId.get(each)?.within === id)) return [];
    const way = [id, ...[...outer].reverse().filter((each) => each !== id), id].join(' → ');
    return [problem('row/contradiction', { file, line }, `“${id}”位于它自己之内（${way}）`, '请改正所在，最外面的一处留空')];
  });
}

/** A log is named on the slip by its id or its Chinese name. */
const logReferents = (logs: readonly Log[]): Referents => ({
  name: '台账',
  byText: new Map(logs.flatMap((log) => [[log.id, log.id] as const, [log.name, log.id] as const])),
  byId: new Map(),
});

/** What an unknown file seems to be meant for: another copy of a log's file, or one under the log's Chinese name. */
function strayHint(files: DataFiles, file: string, logs: readonly Log[]): string {
  const [, folder = '', name = ''] = file.split('/');
  const meant = logs
    .filter((log) => name.includes(log.id) || name.includes(log.name))
    .reduce<Log | null>((best, log) => (best === null || log.id.length > best.id.length ? log : best), null);
  if (!isMonth(folder) || meant === null) return '请移走，或改成 data/README.md 中列出的文件名；文件夹名形如 2026-09';
  const known = files.get(`data/${folder}/${meant.id}.csv`);
  if (known === undefined) return `像是${meant.name}，请把文件名改成 ${meant.id}.csv`;
  return isSame(known, files.get(file) ?? new Uint8Array())
    ? `与 ${meant.id}.csv 逐字节相同，是多交的一份，请删去`
    : `像是${meant.name}的另一份，内容与 ${meant.id}.csv 不同，请核对哪份为准，只留一份`;
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

function strayFiles(files: DataFiles, terms: LedgerTerms): Problem[] {
  const hint = '请移到月份文件夹或 registers 里';
  return [...files.keys()].flatMap((file) => {
    const [, folder = '', name = '', ...deeper] = file.split('/');
    if (name === '')
      return folder.endsWith('.csv') ? [problem('file/unexpected', { file }, `“${folder}”不该放在 data 根目录`, hint)] : [];
    const known =
      deeper.length === 0 &&
      (folder === 'registers'
        ? terms.registers.some((register) => name === `${register.id}.csv`)
        : isMonth(folder) && (name === 'delivery.csv' || terms.logs.some((log) => name === `${log.id}.csv`)));
    return known
      ? []
      : [problem('file/unexpected', { file }, `不认识的文件“${folder}/${name}”`, strayHint(files, file, terms.logs))];
  });
}

/**
 * The whole data folder to a ledger. All problems of all files are collected; nothing is dropped in silence. `read` are the
 * registers, for whoever reads many folders by the same ones.
 */
export function readLedger(
  files: DataFiles,
  terms: LedgerTerms,
  read: RegistersReading = readRegisters(files, terms),
): Outcome<Ledger> {
  const all = new Gathering();
  all.add(strayFiles(files, terms));
  const { registers, referents } = all.take(read);
  const logs = byOrder(terms.logs);
  const names = [...files.keys()].map((file) => file.split('/')[1] ?? '').filter(isMonth);
  const { deliveryDay, inMonth, onRow } = terms;
  const months: LedgerMonth[] = [];
  let before = terms.before ?? new Map<string, LeftOpen>();
  for (const month of [...new Set(names)].sort()) {
    const isFollowed = names.some((each) => month < each);
    const monthTerms = { files, month, logs, referents, registers, before, isFollowed, deliveryDay, inMonth, onRow };
    const read = all.take(readMonth(monthTerms));
    months.push(read);
    before = read.left;
  }
  return {
    value: { logs, registers, calendar: workCalendarOf(registers), referents, months, beyond: null },
    problems: all.problems,
  };
}
