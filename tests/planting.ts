import { isMap, isScalar, isSeq, type Node, parseDocument, stringify } from 'yaml';
import { addMonths } from '../src/core/calendar/date.ts';
import type { Columns } from '../src/core/csv/column.ts';
import type { Definitions } from '../src/core/definitions/definitions.ts';
import { readFile } from '../src/core/ledger/file.ts';
import type { Log } from '../src/core/logs/log.ts';
import { hasErrors } from '../src/core/problem/problem.ts';
import type { Copy } from './copy.ts';

/** What somebody might put into a cell or a sentence so that it becomes more than text: a formula, tags, an attribute's end. */
export const hostile =
  '=HYPERLINK("//example.invalid")<script>window.planted=1</script><img src=x onerror="window.planted=2">\'"`><svg onload=window.planted=3>';

/** The same in a cell of one megabyte. */
export const large = `${hostile}${'a'.repeat(2 ** 20)}`;

/** Rows of a CSV file without quoted line ends, as the sample data have them. */
type Rows = string[][];

function cells(line: string): string[] {
  const found = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)];
  return found.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

const read = (text: string): Rows => text.trimEnd().split(/\r?\n/u).map(cells);
const write = (rows: Rows): string =>
  rows
    .map((row) => row.map((cell) => (/[",]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n')
    .concat('\r\n');

/** Names of the text columns of a table. */
export const textColumns = (columns: Columns): string[] =>
  Object.values(columns).flatMap(({ type, name }) => (type === 'text' ? [name] : []));

/** A row made of the columns' examples, for a log that has none this month. */
const exampleRow = (columns: Columns, month: string): string[] =>
  Object.values(columns).map(({ example }) =>
    example.replace(/20\d{2}-\d{2}(?=-)/gu, month).replace(/20\d{4}(?=-\d{3})/gu, month.replace('-', '')),
  );

/**
 * A row with one choice made otherwise, one count lower or one optional cell emptied: a rule may want words only where
 * something was found.
 */
const variants = (row: readonly string[], header: readonly string[], { columns }: Log): string[][] =>
  Object.values(columns).flatMap((column) => {
    const at = header.indexOf(column.name);
    if (at === -1) return [];
    const emptied = column.required || row[at] === '' ? [] : [row.with(at, '')];
    if (column.type === 'choice') return [...Object.keys(column.values).map((value) => row.with(at, value)), ...emptied];
    return column.type === 'integer' && Number(row[at]) > 0 ? [row.with(at, String(Number(row[at]) - 1)), ...emptied] : emptied;
  });

/** The row itself, then with one cell otherwise, then with two. */
function nearby(row: readonly string[], header: readonly string[], log: Log): string[][] {
  const once = variants(row, header, log);
  return [[...row], ...once, ...once.flatMap((each) => variants(each, header, log))];
}

/** Puts a text into a column of the first row in which the log's rules allow it, a row that says something there first. */
function place(rows: Rows, log: Log, name: string, text: string, month: string): string[] | null {
  const [header = [], ...body] = rows;
  const at = header.indexOf(name);
  if (at === -1) return null;
  const bytes = (row: string[]) => new TextEncoder().encode(write([header, row]));
  const allowed = (row: string[]) => {
    const file = readFile(bytes(row.with(at, text)), log, 'log.csv', { month, referents: new Map() });
    return !hasErrors(file.problems);
  };
  const free = body.filter((row) => row[at] !== text);
  const candidates = [...free.filter((row) => row[at] !== ''), ...free.filter((row) => row[at] === '').slice(0, 50)];
  for (const row of candidates) {
    const fitting = nearby(row, header, log).find(allowed);
    if (fitting === undefined) continue;
    row.splice(0, row.length, ...fitting.with(at, text));
    return row;
  }
  return null;
}

/** The text columns of a log into which something was planted. */
export interface PlantedLog {
  readonly id: string;
  readonly planted: readonly string[];
}

/** Plants a cell of one megabyte that begins with hostile text into each text column of every log of a month. */
export function plantLogs(copy: Copy, { logs }: Definitions, month: string): PlantedLog[] {
  const slip = read(copy.read(`data/${month}/delivery.csv`));
  const all = logs.map((log): PlantedLog => {
    const { id, name, columns } = log;
    const file = `data/${month}/${id}.csv`;
    const line = slip.find(([listed]) => listed === name);
    const rows = copy.has(file) ? read(copy.read(file)) : [Object.values(columns).map((each) => each.name)];
    if (rows.length === 1) rows.push(exampleRow(columns, month));
    if (line === undefined) slip.push([name, String(rows.length - 1), `${addMonths(month, 1)}-03`, 'GL-01', '']);
    else line[1] = String(rows.length - 1);
    const planted = textColumns(columns).filter((each) => place(rows, log, each, large, month) !== null);
    copy.write(file, write(rows));
    return { id, planted };
  });
  copy.write(`data/${month}/delivery.csv`, write(slip));
  return all;
}

/** Plants hostile text into every text column of every register's last entry; rows that name the entry by that text follow. */
export function plantRegisters(copy: Copy, { logs, registers }: Definitions, month: string): void {
  const tables = [
    ...registers.map((each) => ({ file: `data/registers/${each.id}.csv`, columns: each.columns })),
    ...logs.map((each) => ({ file: `data/${month}/${each.id}.csv`, columns: each.columns })),
  ].filter(({ file }) => copy.has(file));
  for (const { id, columns, evidence } of registers) {
    // A path is no free text: the file of that name would have to be there.
    const path = evidence === undefined ? undefined : columns[evidence.file]?.name;
    const file = `data/registers/${id}.csv`;
    const rows = read(copy.read(file));
    const [header = [], last] = [rows[0], rows.at(-1)];
    if (last === undefined || rows.length < 2) continue;
    const renamed = new Map<string, string>();
    for (const name of textColumns(columns).filter((each) => each !== path)) {
      const at = header.indexOf(name);
      const was = last[at] ?? '';
      last[at] = `${was}${hostile}`;
      if (was !== '') renamed.set(was, last[at] ?? '');
    }
    copy.write(file, write(rows));
    for (const table of tables) {
      const naming = Object.values(table.columns).flatMap((column) =>
        column.type === 'reference' && column.register === id ? [column.name] : [],
      );
      if (naming.length === 0) continue;
      const all = read(copy.read(table.file));
      const places = naming.map((name) => all[0]?.indexOf(name) ?? -1).filter((at) => at !== -1);
      for (const row of all.slice(1)) for (const at of places) row[at] = renamed.get(row[at] ?? '') ?? row[at] ?? '';
      copy.write(table.file, write(all));
    }
  }
}

/** Fields whose words are a closed vocabulary or an address, not free text. */
const closed = new Set(['measure', 'targets', 'figure', 'rows', 'group', 'number', 'id', 'unit', 'since']);

/** In definitions of logs and registers also what cells and headers must say; what is only told stays free. */
const closedInDefinitions = new Set([
  ...closed,
  'name',
  'aliases',
  'values',
  'when',
  'must',
  'where',
  'roles',
  'pattern',
  'evidence',
  'less',
  'same',
  'more',
]);

/** What is planted into a document, and the fields that are left as they are. */
interface Planting {
  readonly words: string;
  readonly closed: ReadonlySet<string>;
}

/** In a report every number is one that its values say, but for what stands in quotation marks; its measures are free text. */
const inReports: Planting = { words: `“${hostile}”`, closed: new Set([...closed].filter((field) => field !== 'measure')) };
const inDefinitions: Planting = { words: hostile, closed: closedInDefinitions };

function plantingOf(file: string): Planting {
  if (file.startsWith('content/reports/')) return inReports;
  return /^content\/(?:logs|registers)\//u.test(file) ? inDefinitions : { words: hostile, closed };
}

function plantNode(node: unknown, planting: Planting): number {
  if (isSeq(node)) return node.items.reduce<number>((sum, each) => sum + plantNode(each, planting), 0);
  if (isMap(node)) {
    return node.items.reduce(
      (sum, { key, value }) => (isScalar(key) && planting.closed.has(String(key.value)) ? sum : sum + plantNode(value, planting)),
      0,
    );
  }
  if (!isScalar(node) || typeof node.value !== 'string' || !/\p{Script=Han}/u.test(node.value)) return 0;
  node.value += planting.words;
  node.type = 'QUOTE_DOUBLE';
  return 1;
}

/** Plants hostile text at the end of every free string of every document's frontmatter; how many strings that were. */
export function plantDocuments(copy: Copy): number {
  return copy.files('content').reduce((sum, file) => {
    const text = copy.read(file);
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/u.exec(text) ?? [];
    const yaml = parseDocument(front);
    const contents: Node | null = yaml.contents;
    const planted = plantNode(contents, plantingOf(file));
    copy.write(file, `---\n${stringify(yaml, { lineWidth: 0 })}---\n${body}`);
    return sum + planted;
  }, 0);
}
