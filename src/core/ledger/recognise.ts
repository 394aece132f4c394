import type { Month } from '../calendar/date.ts';
import { isMonth } from '../calendar/date.ts';
import { decode } from '../csv/decode.ts';
import { headerAt } from '../csv/header.ts';
import { headerScore, positionsIn } from '../csv/naming.ts';
import { parse, type Row } from '../csv/sheet.ts';
import type { Table } from '../csv/table.ts';
import type { Log } from '../logs/log.ts';
import { deliveryFile, deliveryTable } from './delivery.ts';

/** What a file seems to be, told from its name, its header and its dates. */
export interface Recognition {
  /** Tables it may be, each by the name of its file without `.csv`; one when it is clear, none when nothing fits. */
  readonly tables: readonly string[];
  /** The month it seems to belong to; null when nothing tells. */
  readonly month: Month | null;
}

/** Enough of a file to see its header and its first dates. */
const headLength = 60_000;

const slipStem = deliveryFile.replace(/\.csv$/u, '');

const stemOf = (path: string): string => (path.split('/').pop() ?? '').replace(/\.[^.]*$/u, '');

interface Named {
  readonly id: string;
  readonly name: string;
  readonly table: Table;
}

const tablesOf = (logs: readonly Log[]): Named[] => [
  ...logs.map((log) => ({ id: log.id, name: log.name, table: log })),
  { id: slipStem, name: '交付清单', table: deliveryTable },
];

/** Tables that a file's name names: by id, or by the longest Chinese name in it (2026年10月巡查). */
function namedBy(stem: string, tables: readonly Named[]): Named[] {
  const exact = tables.filter(({ id }) => id === stem);
  if (exact.length > 0) return exact;
  const told = tables.filter(
    ({ id, name }) =>
      stem.includes(name) ||
      stem
        .toLowerCase()
        .split(/[^a-z-]+/u)
        .includes(id),
  );
  const longest = Math.max(0, ...told.map(({ name }) => name.length));
  return told.filter(({ name }) => name.length === longest);
}

function headRows(bytes: Uint8Array, table: Table): readonly Row[] {
  const text = decode(bytes, '').value?.text ?? '';
  const cut = text.length <= headLength ? text : text.slice(0, text.lastIndexOf('\n', headLength) + 1);
  return parse(cut, '', headerScore(table.columns)).value.rows;
}

/** Tables whose header the file has: the share of the file's columns and of the table's that agree, and the best only. */
function headedBy(bytes: Uint8Array, tables: readonly Named[]): Named[] {
  const scored = tables.map((each) => {
    const rows = headRows(bytes, each.table);
    const cells = rows[headerAt(rows, each.table)]?.cells ?? [];
    const known = positionsIn(cells, each.table.columns).size;
    return { each, fit: known / Math.max(cells.length, Object.keys(each.table.columns).length) };
  });
  const best = Math.max(...scored.map(({ fit }) => fit));
  return best < 0.5 ? [] : scored.filter(({ fit }) => fit === best).map(({ each }) => each);
}

/** The month that a text names: 2026-10, 202610, 2026年10月. */
function monthIn(text: string): Month | null {
  const [, year = '', month = ''] = /(20\d{2})[-_.年]?(0?[1-9]|1[0-2])(?:月|(?!\d))/u.exec(text) ?? [];
  const found = `${year}-${month.padStart(2, '0')}`;
  return isMonth(found) ? found : null;
}

/** The month that most of the first rows' dates name. */
function monthOfRows(rows: readonly Row[], log: Log): Month | null {
  const start = headerAt(rows, log);
  const at = positionsIn(rows[start]?.cells ?? [], log.columns).get(log.date);
  if (at === undefined) return null;
  const counts = new Map<Month, number>();
  for (const { cells } of rows.slice(start + 1)) {
    const [, year = '', month = ''] = /^\s*(\d{4})[-/.年]?(\d{1,2})/u.exec((cells[at - 1] ?? '').normalize('NFKC')) ?? [];
    const found = `${year}-${month.padStart(2, '0')}`;
    if (isMonth(found)) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/**
 * What a file handed in seems to be. `path` is its name, or its place in a folder: `2026-10/checks.csv` says both. The
 * name decides before the header, so that a file whose header is broken is still checked as what it was meant to be.
 */
export function recognise(path: string, bytes: Uint8Array, logs: readonly Log[]): Recognition {
  const tables = tablesOf(logs);
  const named = path.endsWith('.csv') ? namedBy(stemOf(path), tables) : [];
  const found = named.length > 0 || !path.endsWith('.csv') ? named : headedBy(bytes, tables);
  const log = found.length === 1 ? logs.find(({ id }) => id === found[0]?.id) : undefined;
  const folders = path.split('/').slice(0, -1).reverse();
  const said = folders.find(isMonth) ?? monthIn(stemOf(path));
  return {
    tables: found.map(({ id }) => id),
    month: said ?? (log === undefined ? null : monthOfRows(headRows(bytes, log), log)),
  };
}
