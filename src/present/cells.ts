import type { Column, Value } from '../core/csv/column.ts';
import type { TableRecord } from '../core/csv/table.ts';
import type { Log } from '../core/logs/log.ts';
import type { Registers } from '../core/registers/registers.ts';

/** A cell as readers see it: a referenced entry with its name, a minute with a space, nothing as a dash. */
export function cellWords(value: Value, column: Column, registers: Registers): string {
  if (value === null) return '—';
  switch (column.type) {
    case 'reference': {
      const entry = registers.get(column.register)?.byId.get(String(value));
      const name = entry?.short ?? entry?.name;
      return typeof name === 'string' ? name : String(value);
    }
    case 'moment':
      return String(value).replace('T', ' ');
    case 'integer':
    case 'decimal':
    case 'choice':
    case 'text':
    case 'id':
    case 'date':
      return String(value);
  }
}

/** What a row is about, for lists where the whole row does not fit: its date, its key and its descriptive cells, without location and staff. */
export function rowWords(record: TableRecord, log: Log, registers: Registers): string {
  const skipped = new Set([log.location, log.date, 'service', 'staff', 'checker', 'proposer']);
  const told = Object.entries(log.columns).filter(
    ([field, column]) => !skipped.has(field) && column.type !== 'moment' && column.type !== 'date' && column.required,
  );
  return told
    .slice(0, 4)
    .map(([field, column]) => cellWords(record.values[field] ?? null, column, registers))
    .join(' · ');
}
