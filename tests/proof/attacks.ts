import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Log } from '../../src/core/logs/log.ts';
import type { Registers } from '../../src/core/registers/registers.ts';
import type { Cells, Handing, Tampered } from '../tampering.ts';

const wantedSchema = z.union([
  z.string(),
  z.number(),
  z.array(z.union([z.string(), z.number()])),
  z.strictObject({ prefix: z.string() }),
  z.strictObject({ atLeast: z.number() }),
  z.strictObject({ less: z.union([z.number(), z.string()]) }),
  z.strictObject({ is: z.enum(['empty', 'filled']) }),
]);
const whereSchema = z.record(z.string(), wantedSchema);
type Where = z.infer<typeof whereSchema>;

/** What somebody does to a log of a month: to rows, to the line on the slip, or to the whole of it. */
const editSchema = z.object({
  log: z.string(),
  action: z.enum(['delete', 'blank', 'set', 'add', 'nil', 'lower-slip']),
  where: z.union([whereSchema, z.literal('file')]).optional(),
  column: z.string().optional(),
  value: z.unknown().optional(),
});
type Edit = z.infer<typeof editSchema>;

const attackSchema = z.object({
  name: z.string(),
  month: z.string(),
  edit: z.union([editSchema.transform((each) => [each]), z.array(editSchema)]),
  expect: z.object({ not_met: z.array(z.string()).default([]), not_improve: z.array(z.string()).default([]) }),
});
export type Attack = z.infer<typeof attackSchema>;

const subjectSchema = z.object({ id: z.string(), rows: z.array(z.object({ log: z.string(), where: whereSchema.nullish() })) });

const fileSchema = z.object({ subjects: z.array(subjectSchema), attacks: z.array(attackSchema) });

/** What somebody who had not read the program wrote of each indicator's rows, and of how its number might be made better. */
export const strangers = () => fileSchema.parse(parse(readFileSync('tests/strangers/proof/subjects.yaml', 'utf8')));

/** What a cell is compared with: the cell itself, or what the register says of the entry that it names. */
function cellOf(row: Cells, key: string, log: Log, registers: Registers): string {
  const [field = '', attribute] = key.split('.');
  const value = row[field] ?? '';
  const column = log.columns[field];
  if (attribute === undefined || column?.type !== 'reference') return value;
  return String(registers.get(column.register)?.byId.get(value)?.[attribute] ?? '');
}

function says(cell: string, wanted: Where[string], row: Cells): boolean {
  if (typeof wanted !== 'object') return cell === String(wanted);
  if (Array.isArray(wanted)) return wanted.some((each) => cell === String(each));
  if ('prefix' in wanted) return cell.startsWith(wanted.prefix);
  if ('is' in wanted) return (cell === '') === (wanted.is === 'empty');
  if (cell === '') return false;
  if ('atLeast' in wanted) return Number(cell) >= wanted.atLeast;
  return Number(cell) < Number(typeof wanted.less === 'number' ? wanted.less : row[wanted.less]);
}

/** Whether a row as it is written is meant. */
export function isMeant(row: Cells, where: Where | null | undefined, log: Log, registers: Registers): boolean {
  return Object.entries(where ?? {}).every(([key, wanted]) => says(cellOf(row, key, log, registers), wanted, row));
}

const isCells = (value: unknown): value is Cells => typeof value === 'object' && value !== null;

/** A log after an edit; null where the edit finds nothing to do. */
function edited(handing: Handing, { action, where, column, value }: Edit, log: Log, registers: Registers): Handing | null {
  const rows = handing.rows ?? [];
  const chosen = (row: Cells) => isMeant(row, where === 'file' ? {} : where, log, registers);
  switch (action) {
    case 'nil':
      return { rows: [], slip: 0 };
    case 'lower-slip':
      return { ...handing, slip: (handing.slip ?? 0) - Number(value) };
    case 'add':
      return { ...handing, rows: isCells(value) ? [...rows, value] : rows };
    case 'delete':
      if (where === 'file') return { ...handing, rows: null };
      return rows.some(chosen) ? { ...handing, rows: rows.filter((row) => !chosen(row)) } : null;
    case 'blank':
    case 'set': {
      const cell = action === 'blank' ? '' : String(value);
      return rows.some(chosen)
        ? { ...handing, rows: rows.map((row) => (chosen(row) ? { ...row, [column ?? '']: cell } : row)) }
        : null;
    }
  }
}

/** The logs of a month after an attack; null where one of its edits finds nothing to do. */
export function attacked(contract: Tampered, { month, edit }: Attack): ReadonlyMap<string, Handing> | null {
  const handings = new Map<string, Handing>();
  for (const each of edit) {
    // An edit of the slip names the log whose line goes.
    const onSlip = each.log === 'delivery' && typeof each.where === 'object' ? String(each.where.log) : null;
    const ids = each.log === '*' ? contract.logs.map(({ id }) => id) : [onSlip ?? each.log];
    for (const id of ids) {
      const handing = handings.get(id) ?? contract.handed(month, id);
      const after =
        onSlip === null ? edited(handing, each, contract.log(id), contract.project.ledger.registers) : { ...handing, slip: null };
      if (after === null) return null;
      handings.set(id, after);
    }
  }
  return handings;
}
