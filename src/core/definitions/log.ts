import { z } from 'zod';
import { conditionsSchema } from '../csv/condition.ts';
import { words } from '../documents/text.ts';
import type { Log } from '../logs/log.ts';
import { roleSchema } from '../logs/role.ts';
import { columnOn, columnsSchema, type Day, holdsOn } from './column.ts';
import { ruleOf, ruleSchema } from './rule.ts';

/** A log as its file `content/logs/<id>.mdx` defines it; the body is the guidance for clerks. */
export const logSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, '台账代码用小写英文字母、数字和 -'),
  /** The Chinese name, which the delivery slip shows. */
  name: words,
  order: z.int().positive(),
  /** What is written down here, and by whom, in one sentence. */
  about: words,
  /** The column whose date places a row in its month. */
  date: z.string(),
  /** The column that names the place, left out for a log of the whole contract. */
  location: z.string().optional(),
  /** The column with running numbers, for what happens unplanned. */
  running: z.string().optional(),
  key: z.array(z.string()).min(1),
  columns: columnsSchema,
  rules: z.array(ruleSchema).default([]),
  /** Rows that no indicator judges, with the reason: whatever is not judged and not named here is a problem of the check. */
  unjudged: z.array(z.strictObject({ where: conditionsSchema.optional(), reason: words })).default([]),
  /** What its rows are; a log without a role is read by indicators only. */
  roles: z.array(roleSchema).default([]),
});
export type LogDefinition = z.infer<typeof logSchema>;

/** The log that a definition makes on a day; null takes all columns, values and rules, whenever they hold. */
export function logOn(definition: LogDefinition, on: Day): Log {
  const { id, name, order, about, date, location = null, running = null, key, rules, roles, unjudged } = definition;
  const held = Object.entries(definition.columns).filter(([, column]) => holdsOn(column, on));
  const columns = Object.fromEntries(held.map(([field, column]) => [field, columnOn(column, on)]));
  const asked = rules.filter((rule) => holdsOn(rule, on)).map((rule) => ruleOf(rule, columns));
  return {
    id,
    name,
    order,
    about,
    date,
    location,
    sequence: running,
    key,
    columns,
    rules: asked.filter((rule) => rule.columns.every((field) => field in columns)),
    roles,
    unjudged,
  };
}

const isLimited = ({ from, until }: { readonly from?: string | undefined; readonly until?: string | undefined }): boolean =>
  from !== undefined || until !== undefined;

/** Whether anything of a log holds for a time only. */
export const changes = ({ columns, rules }: LogDefinition): boolean =>
  rules.some(isLimited) ||
  Object.values(columns).some(
    (column) =>
      isLimited(column) ||
      (column.type === 'choice' &&
        !Array.isArray(column.values) &&
        Object.values(column.values).some((value) => !Array.isArray(value) && isLimited(value))),
  );
