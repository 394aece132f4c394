import Papa from 'papaparse';
import type { Month } from '../../src/core/calendar/date.ts';
import type { DataFiles } from '../../src/core/ledger/file.ts';
import type { Log } from '../../src/core/logs/log.ts';

/** A few sound rows of a log in a month, as cells; the header stands on line 1, row `i` on line `i + 2`. */
export interface Sample {
  readonly log: Log;
  readonly month: Month;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const decoder = new TextDecoder();
const limit = 12;

export const logFile = ({ log, month }: Pick<Sample, 'log' | 'month'>) => `data/${month}/${log.id}.csv`;
export const slipFile = ({ month }: Pick<Sample, 'month'>) => `data/${month}/delivery.csv`;

/** The cells of a sample file; none of them holds a newline. */
function cellsOf(files: DataFiles, file: string): string[][] {
  const bytes = files.get(file);
  return bytes === undefined ? [] : Papa.parse<string[]>(decoder.decode(bytes), { skipEmptyLines: true }).data;
}

/** A short table in which every column is filled somewhere, if it is in the whole: its first rows, and for each column the first that fills it. */
function shortened(rows: readonly (readonly string[])[], log: Log): (readonly string[])[] {
  if (log.sequence !== null) return rows.slice(0, limit);
  const firsts = (rows[0] ?? []).map((_, at) => rows.findIndex((row) => row[at] !== ''));
  const kept = new Set([0, 1, 2, 3, ...firsts.filter((index) => index !== -1)]);
  return rows.filter((_, index) => kept.has(index)).slice(0, limit);
}

/** A table without the rows of earlier months: what continues a case is sound only beside the month that left it open. */
function ownRows([header = [], ...rows]: readonly string[][], { log, month }: Pick<Sample, 'log' | 'month'>): string[][] {
  const at = header.indexOf(log.columns[log.date]?.name ?? '');
  return [header, ...rows.filter((row) => row[at]?.startsWith(month) === true)];
}

/** The log's latest month with three rows or more; its fullest month when there is none. */
export function sampleOf(files: DataFiles, log: Log): Sample {
  const months = [...files.keys()]
    .filter((file) => file.endsWith(`/${log.id}.csv`))
    .map((file) => file.split('/')[1] ?? '')
    .filter((folder) => folder !== 'registers')
    .sort()
    .reverse()
    .map((month) => ({ month, cells: ownRows(cellsOf(files, logFile({ log, month })), { log, month }) }));
  const full = months.find(({ cells }) => cells.length > 3);
  const chosen = full ?? months.reduce((best, each) => (each.cells.length > best.cells.length ? each : best));
  const [header = [], ...rows] = chosen.cells;
  return { log, month: chosen.month, header, rows: shortened(rows, log) };
}

const quoted = (cell: string) => (/[",\n\r;\t]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A line of a CSV. */
export const line = (cells: readonly string[], delimiter = ','): string => cells.map(quoted).join(delimiter);

/** A CSV with Windows line ends. */
export const csv = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  rows.map((row) => `${line(row, delimiter)}\r\n`).join('');

/** A slip that lists one log with a number of rows, handed in on the third of the next month. */
export function slip({ log, month }: Sample, rows: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return csv([
    ['台账', '行数', '交付日期', '交付岗位', '备注'],
    [log.name, String(rows), `${next}-03`, 'GL-01', ''],
  ]);
}

/** The folder of a sample: the log's file with these lines, and a slip that counts them (or says another number). */
export function folder(
  sample: Sample,
  rows: readonly (readonly string[])[],
  count: number = sample.rows.length,
): Readonly<Record<string, string>> {
  return { [logFile(sample)]: csv([sample.header, ...rows]), [slipFile(sample)]: slip(sample, count) };
}

/** The rows with one cell changed. */
export const withCell = (rows: readonly (readonly string[])[], row: number, at: number, cell: string) =>
  rows.map((cells, index) => (index === row ? cells.map((each, position) => (position === at ? cell : each)) : cells));
