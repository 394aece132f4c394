import { z } from 'zod';
import type { Column } from '../csv/column.ts';
import { words } from '../documents/text.ts';
import { running } from '../logs/log.ts';

const day = z.iso.date('日期请写成 2026-01-05');

/** From when and until when (both days included) something of a definition holds; without either always. */
export const validity = { from: day.optional(), until: day.optional() };

/** A pattern as the engine compiles it: a whole id, letters, digits, signs and classes of them. */
const pattern = z
  .string()
  .regex(/^(?:[\p{Script=Han}A-Za-z0-9._-]|\\[.d-]|\[[\p{Script=Han}A-Za-z0-9._-]+\]|\{\d{1,2}(?:,\d{1,2})?\}|[?+])+$/u, {
    error: '编号的样式只用字母、数字、汉字、[…]、\\d、{n}、{n,m}、?、+',
  });

/** A word that a choice column takes: its other spellings, and when it holds. */
const choice = z.union([
  z.array(words),
  z.strictObject({ also: z.array(words).default([]), ...validity }).transform(({ also, from, until }) => ({ also, from, until })),
]);

const base = {
  /** The Chinese name, which the file's header shows. */
  name: words,
  /** Other names that a header may show, each with this one meaning in this table. */
  aliases: z.array(words).min(1).optional(),
  required: z.boolean().default(false),
  /** One clause for the data dictionary: what to enter. */
  note: words.optional(),
  example: z.string(),
  ...validity,
};

/** A column as a log's or register's file in content defines it. */
export const columnSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('date'), ahead: z.literal(true).optional() }),
  z.strictObject({ ...base, type: z.literal('moment'), ahead: z.literal(true).optional() }),
  z.strictObject({ ...base, type: z.literal('integer'), min: z.int().optional(), max: z.int().optional(), unit: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('decimal'),
    places: z.int().min(1).max(6),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: z.string(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('choice'),
    /** The words it takes, or with each word its other spellings. */
    values: z.union([z.array(words).min(1), z.record(words, choice)]),
  }),
  z.strictObject({ ...base, type: z.literal('text') }),
  z.strictObject({
    ...base,
    type: z.literal('id'),
    pattern: pattern.optional(),
    series: z
      .string()
      .regex(/^[A-Z]{2,4}$/u)
      .optional(),
  }),
  z.strictObject({ ...base, type: z.literal('reference'), register: z.string() }),
]);
export type ColumnDefinition = z.infer<typeof columnSchema>;

/** Columns by their permanent English id, in the order of the template. */
export const columnsSchema = z.record(z.string().regex(/^[a-z][a-zA-Z0-9]*$/u, '列的代码用小写英文字母开头'), columnSchema);

type Choices = Extract<ColumnDefinition, { type: 'choice' }>['values'];

/** A day on which a definition is looked at; null looks at all of it, whenever it holds. */
export type Day = string | null;

/** Whether something holds on a day. */
export const holdsOn = ({ from, until }: { readonly from?: string | undefined; readonly until?: string | undefined }, on: Day) =>
  on === null || ((from === undefined || from <= on) && (until === undefined || on <= until));

function valuesOn(values: Choices, on: Day): Readonly<Record<string, readonly string[]>> {
  if (Array.isArray(values)) return Object.fromEntries(values.map((word) => [word, []]));
  return Object.fromEntries(
    Object.entries(values).flatMap(([word, each]) => {
      if (Array.isArray(each)) return [[word, each] as const];
      return holdsOn(each, on) ? [[word, each.also] as const] : [];
    }),
  );
}

/** The column that a definition makes on a day. */
export function columnOn(definition: ColumnDefinition, on: Day): Column {
  const { from: _, until: __, ...column } = definition;
  const { aliases, note, ...rest } = column;
  const told = { ...(aliases === undefined ? {} : { aliases }), ...(note === undefined ? {} : { note }) };
  switch (rest.type) {
    case 'choice':
      return { ...rest, ...told, values: valuesOn(rest.values, on) };
    case 'id': {
      const { pattern: shape, series, ...plain } = rest;
      const form =
        series === undefined ? { pattern: new RegExp(`^(?:${shape ?? '.+'})$`, 'u'), shape: rest.example } : running(series);
      return { ...plain, ...told, ...form };
    }
    case 'date':
    case 'moment': {
      const { ahead, ...plain } = rest;
      return { ...plain, ...told, ...(ahead === undefined ? {} : { ahead }) };
    }
    case 'integer':
    case 'decimal': {
      const { min, max, ...plain } = rest;
      return { ...plain, ...told, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
    }
    case 'text':
    case 'reference':
      return { ...rest, ...told };
  }
}
