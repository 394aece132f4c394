import { z } from 'zod';
import { conditionsSchema } from '../csv/condition.ts';
import { words } from '../documents/text.ts';
import type { Register } from '../registers/register.ts';
import { columnOn, columnsSchema } from './column.ts';
import { ruleOf, ruleSchema } from './rule.ts';

const field = z.string();

/**
 * A register of documents that were handed in, by what its columns say; the first column of its spellings is a document's number.
 */
const evidenceSchema = z.strictObject({
  /** The kind of record, or the meeting, by its id. */
  kind: field,
  /** The promise that a declaration without a kind is about. */
  promise: field,
  title: field,
  /** From which day on it holds, and until when; one that does not expire has no last day. */
  issued: field,
  until: field,
  /** Its file below data/documents, or where the only original is kept. */
  file: field,
  kept: field,
  /** SHA-256 of the file. */
  digest: field,
  /** The row of a log to which it belongs: log, month and number. */
  row: z.strictObject({ log: field, month: field, number: field }),
  /** Which documents may be published; of any other only number, kind, days, digest and these columns are. */
  published: conditionsSchema,
});
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
  rules: z.array(ruleSchema).default([]),
  /** Where it lists documents that were handed in. */
  evidence: evidenceSchema.optional(),
});
export type RegisterDefinition = z.infer<typeof registerSchema>;

/** The register that a definition makes. */
export function registerOf({ columns: defined, rules, ...facts }: RegisterDefinition): Register {
  // What is due, what lies where and who did it rest on registers: a column of one that is missing changes results.
  const use = { decides: false, indicators: [] };
  const columns = Object.fromEntries(
    Object.entries(defined).map(([field, column]) => [field, { ...columnOn(column, null), use }] as const),
  );
  return { ...facts, columns, rules: rules.map((rule) => ruleOf(rule, columns)) };
}
