import type { Values } from '../csv/column.ts';
import { ownRegisters, type Register } from './register.ts';
import type { Registers, RegisterTable } from './registers.ts';

/** What a register of the contract's own lists at one location, in the register's order. */
export interface Holding {
  readonly register: Register;
  readonly entries: readonly Values[];
}

/** A location with what the contract's own registers list there. */
export interface LocationEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string | null;
  /** One for each register whose entries lie at locations, whether or not it lists any here. */
  readonly holdings: readonly Holding[];
}

const textOf = (values: Values, field: string): string => String(values[field] ?? '');
const byOrder = (a: Values, b: Values): number => Number(a.order ?? 0) - Number(b.order ?? 0);
const entriesOf = (table: RegisterTable | undefined): Values[] =>
  (table?.records ?? []).map(({ values }) => values).sort(byOrder);

/** The columns of a register that name a location. */
const placing = ({ columns }: Register): string[] =>
  Object.entries(columns).flatMap(([field, column]) =>
    column.type === 'reference' && column.register === 'locations' ? [field] : [],
  );

/** The entries of a register by each location that they name; null for a register whose entries lie nowhere. */
function byLocation(table: RegisterTable): ReadonlyMap<string, readonly Values[]> | null {
  const fields = placing(table.register);
  if (fields.length === 0) return null;
  const found = new Map<string, Values[]>();
  for (const values of entriesOf(table)) {
    for (const location of new Set(fields.map((field) => textOf(values, field)))) {
      const entries = found.get(location) ?? [];
      if (entries.length === 0) found.set(location, entries);
      entries.push(values);
    }
  }
  return found;
}

/** Every location in the register's order. */
export function locationsOf(registers: Registers): LocationEntry[] {
  const placed = [...registers.values()].flatMap((table) => {
    const entries = ownRegisters.includes(table.register.id) ? null : byLocation(table);
    return entries === null ? [] : [{ register: table.register, entries }];
  });
  return entriesOf(registers.get('locations')).map((values) => {
    const id = textOf(values, 'id');
    return {
      id,
      name: textOf(values, 'name'),
      kind: textOf(values, 'kind'),
      from: textOf(values, 'from'),
      to: typeof values.to === 'string' ? values.to : null,
      holdings: placed.map(({ register, entries }) => ({ register, entries: entries.get(id) ?? [] })),
    };
  });
}
