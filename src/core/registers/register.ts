import type { Columns, Values } from '../csv/column.ts';
import type { Conditions } from '../csv/condition.ts';
import type { Referents } from '../csv/reading.ts';
import { normalise } from '../csv/reading.ts';
import type { Table, TableRecord } from '../csv/table.ts';

/** The registers that the engine itself reads, whatever else a contract keeps. */
export const ownRegisters: readonly string[] = ['services', 'locations', 'posts', 'schedule', 'calendar'];

/** What the columns of a register of documents say: each holds the id of a column. */
export interface EvidenceColumns {
  readonly kind: string;
  readonly promise: string;
  readonly title: string;
  readonly issued: string;
  readonly until: string;
  readonly file: string;
  readonly kept: string;
  readonly digest: string;
  readonly row: { readonly log: string; readonly month: string; readonly number: string };
  /** Which documents may be published. */
  readonly published: Conditions;
}

/** A slowly changing table to which logs refer. */
export interface Register extends Table {
  readonly id: string;
  readonly name: string;
  /** Order in which registers are read (a register refers only to itself and to earlier ones) and shown. */
  readonly order: number;
  readonly about: string;
  /** The columns by whose text an entry may be named in a log; the first is the id that a reference resolves to. */
  readonly spellings: readonly string[];
  /** Where it lists documents that were handed in. */
  readonly evidence?: EvidenceColumns | undefined;
}

/** Keeps a register's definition as it is, checked against the type. */
export function defineRegister(definition: Omit<Register, 'rules' | 'columns'> & { readonly columns: Columns }): Register {
  return { ...definition, rules: [] };
}

/** The texts by which a register's entries may be named, each resolving to the entry's id. A text two entries share resolves to neither. */
export function referentsOf(register: Register, records: readonly TableRecord[]): Referents {
  const byText = new Map<string, string>();
  const byId = new Map<string, Values>();
  const ambiguous = new Map<string, string[]>();
  for (const { values } of records) {
    const id = values[register.spellings[0] ?? ''];
    if (typeof id !== 'string') continue;
    byId.set(id, values);
    for (const field of register.spellings) {
      const text = values[field];
      if (typeof text !== 'string') continue;
      const key = normalise(text);
      const other = byText.get(key);
      if (other !== undefined && other !== id) ambiguous.set(key, [...(ambiguous.get(key) ?? [other]), id]);
      else byText.set(key, id);
    }
  }
  for (const key of ambiguous.keys()) byText.delete(key);
  return { name: register.name, byText, byId, ambiguous };
}
