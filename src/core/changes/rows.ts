import type { Month } from '../calendar/date.ts';
import type { Values } from '../csv/column.ts';
import { columnsIn } from '../csv/condition.ts';
import type { Table, TableRecord } from '../csv/table.ts';
import { deliveryTable } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerMonth } from '../ledger/month.ts';
import { type Log, rowsOfFile } from '../logs/log.ts';
import { compile } from '../registers/condition.ts';
import type { RegisterTable } from '../registers/registers.ts';
import type { Edit } from './change.ts';
import { fieldChanges } from './fields.ts';
import { pairs, sidesOf } from './pairs.ts';

/** A row's key as one text: the columns that identify it. */
export const rowKey = (values: Values, { key }: Pick<Table, 'key'>): string =>
  key.map((field) => String(values[field] ?? '').replaceAll('|', '\\|')).join('|');

export type RowFacts = Pick<Edit, 'change' | 'file' | 'line' | 'name' | 'fields'>;

/** Rows of one table that were added, removed or changed, by key; where a row stands in its file is no change. */
export function rowChanges(before: readonly TableRecord[], after: readonly TableRecord[], table: Table): RowFacts[] {
  return pairs(before, after, ({ values }) => rowKey(values, table)).flatMap((pair) => {
    const sides = sidesOf(pair);
    const fields = fieldChanges(pair.before?.values ?? {}, pair.after?.values ?? {});
    if (sides === null || fields.length === 0) return [];
    const { file, line } = sides.shown;
    return [{ change: sides.change, file, line, name: pair.key, fields }];
  });
}

const monthPairs = (before: Ledger, after: Ledger) =>
  pairs<LedgerMonth>(before.months, after.months, ({ month }) => month).sort((a, b) => (a.key < b.key ? -1 : 1));

const rowsIn = (month: LedgerMonth | null, { id }: Log): readonly TableRecord[] => {
  const logMonth = month?.logs.get(id);
  return logMonth === undefined ? [] : rowsOfFile(logMonth);
};

/** Changed rows of every log and month. */
export function rowEdits(before: Ledger, after: Ledger): Edit[] {
  return monthPairs(before, after).flatMap(({ key: month, before: was, after: is }) =>
    after.logs.flatMap((log) =>
      rowChanges(rowsIn(was, log), rowsIn(is, log), log).map(
        (facts): Edit => ({ kind: 'row', id: rowEditId(month, log.id, facts.name), month, log: log.id, ...facts }),
      ),
    ),
  );
}

export const rowEditId = (month: Month, log: string, key: string): string => `row:${month}/${log}/${key}`;

/** Changed lines of every month's delivery slip. */
export function deliveryEdits(before: Ledger, after: Ledger): Edit[] {
  return monthPairs(before, after).flatMap(({ key: month, before: was, after: is }) =>
    rowChanges(was?.slip ?? [], is?.slip ?? [], deliveryTable).map(
      (facts): Edit => ({ kind: 'delivery', id: `delivery:${month}/${facts.name}`, month, log: facts.name, ...facts }),
    ),
  );
}

/** What may be told of a changed entry: of a document that is not published, or was not, only what decides that. */
function tellable({ register, records }: RegisterTable, was: readonly TableRecord[]): (facts: RowFacts) => RowFacts {
  const { evidence } = register;
  if (evidence === undefined) return (facts) => facts;
  const isPublished = compile(evidence.published, register, new Map());
  const hidden = new Set(
    [...was, ...records].filter(({ values }) => !isPublished(values)).map(({ values }) => rowKey(values, register)),
  );
  const open = [...register.key, ...columnsIn(evidence.published), evidence.issued, evidence.until, evidence.digest];
  return (facts) =>
    hidden.has(facts.name) ? { ...facts, fields: facts.fields.filter(({ field }) => open.includes(field)) } : facts;
}

/** Changed entries of every register. */
export function entryEdits(before: Ledger, after: Ledger): Edit[] {
  return [...after.registers.values()].flatMap((table) => {
    const { register, records } = table;
    const was = before.registers.get(register.id)?.records ?? [];
    return rowChanges(was, records, register)
      .map(tellable(table, was))
      .map((facts): Edit => ({ kind: 'entry', id: entryEditId(register.id, facts.name), register: register.id, ...facts }));
  });
}

export const entryEditId = (register: string, key: string): string => `entry:${register}/${key}`;
