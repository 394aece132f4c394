import { type RowFacts, rowChanges, rowKey } from '../changes/rows.ts';
import type { Columns } from '../csv/column.ts';
import type { Referents } from '../csv/reading.ts';
import type { Table, TableRecord } from '../csv/table.ts';
import { readFile } from '../ledger/file.ts';
import { digestOf } from './canonical.ts';
import { rowsOf, rowText, shortOf } from './digests.ts';
import type { Past } from './past.ts';
import type { Reading, SealedEdit } from './seal.ts';

/** A file whose rows differ from the sealed ones. */
export interface Differing {
  readonly file: string;
  readonly table: Table;
  readonly sealed: Reading;
  readonly records: readonly TableRecord[];
}

/** By what old bytes are read. */
export type Reference = ReadonlyMap<string, Referents>;

const shortOfRow = (record: TableRecord): string => shortOf(digestOf(rowText(record)));

const named = (field: string, columns: Columns): string => columns[field]?.name ?? field;

function editOf({ change, file, line, name, fields }: RowFacts, { columns }: Table): SealedEdit {
  const told = fields.map((each) => ({ ...each, field: named(each.field, columns) }));
  return { kind: 'row', change, file, line: change === 'removed' ? null : line, name, fields: told.map(plainField), known: true };
}

type Field = SealedEdit['fields'][number];

/** Cells hold text, numbers or nothing. */
const scalar = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

const plainField = ({ field, before, after }: { field: string; before: unknown; after: unknown }): Field => ({
  field,
  before: scalar(before),
  after: scalar(after),
});

/** The rows as they were sealed, from bytes that somebody still has; null where nobody has. */
function sealedRecords({ file, table, sealed }: Differing, past: Past, referents: Reference): readonly TableRecord[] | null {
  const bytes = past.bytes(file, sealed.sha256);
  if (bytes === null) return null;
  const known = new Set(rowsOf(sealed));
  const { value } = readFile(bytes, table, file, { month: null, referents });
  return value.filter((record) => known.has(shortOfRow(record)));
}

/** Which rows are new and how many of the sealed ones are gone, each with its place, where only digests are known. */
function unmatched({ sealed, records }: Differing): { readonly fresh: readonly TableRecord[]; readonly gone: readonly number[] } {
  const left = new Map<string, number[]>();
  for (const [at, digest] of rowsOf(sealed).entries()) left.set(digest, [...(left.get(digest) ?? []), at]);
  const fresh = records.filter((record) => left.get(shortOfRow(record))?.shift() === undefined);
  return { fresh, gone: [...left.values()].flat().sort((a, b) => a - b) };
}

/** What can be told of rows of which only digests were kept: where they stand, and what they say now. */
function unknownEdits(differing: Differing): SealedEdit[] {
  const { file, table } = differing;
  const { fresh, gone } = unmatched(differing);
  const now = fresh.map((record, at): SealedEdit => {
    const fields = Object.entries(record.values)
      .filter(([, value]) => value !== null)
      .map(([field, after]) => ({ field: named(field, table.columns), before: null, after }));
    const change = at < gone.length ? 'changed' : 'added';
    return { kind: 'row', change, file, line: record.line, name: rowKey(record.values, table), fields, known: false };
  });
  const lost = gone.slice(fresh.length).map(
    (at): SealedEdit => ({
      kind: 'row',
      change: 'removed',
      file,
      line: null,
      name: `封存时的第${at + 1}行`,
      fields: [],
      known: false,
    }),
  );
  return [...now, ...lost];
}

/** The rows of a file that were changed, added or removed since they were sealed. */
export function rowEdits(differing: Differing, past: Past, referents: Reference): SealedEdit[] {
  const before = sealedRecords(differing, past, referents);
  const found = before === null ? [] : rowChanges(before, differing.records, differing.table);
  if (found.length > 0) return found.map((each) => editOf(each, differing.table));
  return unknownEdits(differing);
}

/** A whole file that was added to a sealed month, or taken out of it. */
export const fileEdit = (file: string, change: 'added' | 'removed'): SealedEdit => ({
  kind: 'row',
  change,
  file,
  line: null,
  name: '',
  fields: [],
  known: true,
});
