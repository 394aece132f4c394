import { z } from 'zod';

/** What a document may point at, and what readers call it. */
export const targetWords = {
  clause: '条款',
  indicator: '指标',
  procedure: '规程',
  record: '记录',
  role: '岗位或部门',
  blank: '待补充项',
  contradiction: '差异',
  service: '服务',
  post: '岗位代码',
} as const;
export type TargetKind = keyof typeof targetWords;

/** One id that a document points at: what it is of, and the field in which it stands. */
export interface Pointer {
  readonly kind: TargetKind;
  readonly id: string;
  readonly path: readonly (string | number)[];
}

const kinds = z.registry<{ kind: TargetKind }>();

/**
 * The schema of a field that points at something: the one place where that is said. Checks, backward relations and whoever asks
 * what a document rests on read it from there.
 */
export const pointer = (kind: TargetKind, id: z.ZodString): z.ZodString => id.clone().register(kinds, { kind });

/** The schema inside one that only says when a value may be missing. */
const inner = (schema: z.core.$ZodType): z.core.$ZodType | null =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? schema.def.innerType
    : null;

/** What any of several schemas says of a value: a field that more than one of them has says the same in each. */
function pointersInAny(schemas: readonly z.core.$ZodType[], value: unknown, path: Pointer['path']): Pointer[] {
  const found = schemas.flatMap((schema) => pointersIn(schema, value, path));
  return [...new Map(found.map((each) => [each.path.join('/'), each])).values()];
}

/** The ids to which a value points, by its schema, in the order of its fields. */
export function pointersIn(schema: z.core.$ZodType, value: unknown, path: Pointer['path'] = []): Pointer[] {
  if (value === null || value === undefined) return [];
  const kind = kinds.get(schema)?.kind;
  if (kind !== undefined) return typeof value === 'string' ? [{ kind, id: value, path }] : [];
  const within = inner(schema);
  if (within !== null) return pointersIn(within, value, path);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((each: unknown, at) => pointersIn(schema.def.element, each, [...path, at]));
  if (schema instanceof z.ZodUnion) return pointersInAny(schema.def.options, value, path);
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object') return [];
  const fields = new Map<string, unknown>(Object.entries(value));
  return Object.entries(schema.def.shape).flatMap(([name, own]) => pointersIn(own, fields.get(name), [...path, name]));
}
