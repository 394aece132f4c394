import { z } from 'zod';
import { words } from '../documents/text.ts';
import type { Register } from '../registers/register.ts';
import { columnOn, columnsSchema } from './column.ts';

/** A register as its file `content/registers/<id>.mdx` defines it. */
export const registerSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, '名录代码用小写英文字母、数字和 -'),
  name: words,
  /** Order in which registers are read (a register refers only to itself and to earlier ones) and shown. */
  order: z.int().positive(),
  about: words,
  key: z.array(z.string()).min(1),
  /** The columns by whose text an entry may be named in a log; the first is the id. */
  spellings: z.array(z.string()).default([]),
  columns: columnsSchema,
});
export type RegisterDefinition = z.infer<typeof registerSchema>;

/** The register that a definition makes. */
export function registerOf({ columns, ...facts }: RegisterDefinition): Register {
  // What is due, what lies where and who did it rest on registers: a column of one that is missing changes results.
  const use = { decides: false, indicators: [] };
  const made = Object.entries(columns).map(([field, column]) => [field, { ...columnOn(column, null), use }] as const);
  return { ...facts, columns: Object.fromEntries(made), rules: [] };
}
