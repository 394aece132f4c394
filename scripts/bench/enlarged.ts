import Papa from 'papaparse';
import type { DataFiles } from '../../src/core/ledger/file.ts';
import { type Log, runningNumber } from '../../src/core/logs/log.ts';

type Cells = readonly string[];

/** Lines of cells as Excel writes "CSV UTF-8": byte order mark, commas, CRLF after every line. */
const csvText = (lines: readonly Cells[]): string =>
  `\ufeff${Papa.unparse(
    lines.map((cells) => [...cells]),
    { newline: '\r\n' },
  )}\r\n`;

/** The highest running number of a file, by which the numbers of each copy are moved on. */
function highestNumber(rows: readonly Cells[]): number {
  const numbers = rows.flatMap((cells) => cells.map((cell) => Number(runningNumber.exec(cell)?.[4] ?? 0)));
  return numbers.reduce((highest, each) => Math.max(highest, each), 0);
}

/** A cell of the n-th copy: another location, schedule entry or running number; anything else stays. */
function cellOf(cell: string, copy: number, locations: number, numbers: number): string {
  const [, location, rest] = /^W(\d{2})(-.*)?$/u.exec(cell) ?? [];
  if (location !== undefined) return `W${String(Number(location) + copy * locations).padStart(2, '0')}${rest ?? ''}`;
  const [, entry] = /^JH-(\d{3})$/u.exec(cell) ?? [];
  if (entry !== undefined) return `JH-${Number(entry) + copy * 1000}`;
  const [, series, year, month, number] = runningNumber.exec(cell) ?? [];
  if (series === undefined) return cell;
  return `${series}-${year}${month}-${String(Number(number) + copy * numbers).padStart(3, '0')}`;
}

/** The rows followed by their copies; a row that a copy would not change stands once. */
function copied(rows: readonly Cells[], times: number, locations: number): Cells[] {
  const numbers = highestNumber(rows);
  const copies = Array.from({ length: times - 1 }, (_, index) =>
    rows.flatMap((cells) => {
      const moved = cells.map((cell) => cellOf(cell, index + 1, locations, numbers));
      return moved.some((cell, at) => cell !== cells[at]) ? [moved] : [];
    }),
  );
  return [...rows, ...copies.flat()];
}

const rowsOf = (bytes: Uint8Array): Cells[] =>
  Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ',', skipEmptyLines: true }).data;

/** A location's name in a copy has to differ from the original's, because logs may name it. */
const renamed = (cells: Cells, index: number, locations: number): Cells =>
  index < locations ? cells : cells.map((cell, at) => (at === 1 ? `${cell}${Math.floor(index / locations)}` : cell));

/** A slip that promises the rows that the enlarged files have. */
const slip = (rows: readonly Cells[], counts: ReadonlyMap<string, number>): Cells[] =>
  rows.map(([log = '', claimed = '', ...rest]) => [log, String(counts.get(log) ?? claimed), ...rest]);

/** The data of a contract with `times` as many locations, and so as many rows: the same habits of writing at another size. */
export function enlarged(files: DataFiles, logs: readonly Log[], times: number): DataFiles {
  const locations = rowsOf(files.get('data/registers/locations.csv') ?? new Uint8Array()).length - 1;
  const large = new Map<string, Uint8Array>();
  const counts = new Map<string, Map<string, number>>();
  const write = (file: string, header: Cells, rows: readonly Cells[]) =>
    large.set(file, new TextEncoder().encode(csvText([header, ...rows])));
  const tables = [...files].filter(([file]) => file.endsWith('.csv'));
  const isSlip = (file: string) => file.endsWith('/delivery.csv');
  for (const [file, bytes] of tables.filter(([name]) => !isSlip(name))) {
    const [header = [], ...rows] = rowsOf(bytes);
    const many = copied(rows, times, locations);
    const [, folder = '', name = ''] = file.split('/');
    const log = logs.find(({ id }) => name === `${id}.csv`)?.name ?? name;
    counts.set(folder, (counts.get(folder) ?? new Map()).set(log, many.length));
    write(file, header, name === 'locations.csv' ? many.map((cells, index) => renamed(cells, index, locations)) : many);
  }
  for (const [file, bytes] of tables.filter(([name]) => isSlip(name))) {
    const [header = [], ...rows] = rowsOf(bytes);
    write(file, header, slip(rows, counts.get(file.split('/')[1] ?? '') ?? new Map()));
  }
  return large;
}
