import { z } from 'zod';

const scalar = z.union([z.string(), z.number()]);

/**
 * What a cell must satisfy: one value, one of several, or a closed set of tests. No expression language. `less`, `notLess`,
 * `more` and `notMore` compare with another column of the row; where one of the two is empty they do not hold.
 */
export const conditionSchema = z.union([
  scalar,
  z.array(scalar).min(1),
  z.strictObject({ is: z.enum(['empty', 'filled']) }),
  z.strictObject({ not: z.array(scalar).min(1) }),
  z.strictObject({ atLeast: z.number() }),
  z.strictObject({ atMost: z.number() }),
  z.strictObject({ less: z.string() }),
  z.strictObject({ notLess: z.string() }),
  z.strictObject({ more: z.string() }),
  z.strictObject({ notMore: z.string() }),
]);
export type Condition = z.infer<typeof conditionSchema>;

/** Conditions by column, all of which must hold. `area.kind` reads the register entry that the column refers to. */
export const conditionsSchema = z.record(z.string(), conditionSchema);
export type Conditions = z.infer<typeof conditionsSchema>;

/** One set of conditions, or several of which any may hold. */
export const alternativesSchema = z.union([conditionsSchema, z.array(conditionsSchema).min(1)]);
export type Alternatives = z.infer<typeof alternativesSchema>;

export const alternativesOf = (alternatives: Alternatives | undefined): readonly Conditions[] =>
  Array.isArray(alternatives) ? alternatives : [alternatives ?? {}];

/** The other column that a condition compares with; null for one that looks at its own cell only. */
export function comparedWith(condition: Condition): string | null {
  if (typeof condition !== 'object' || Array.isArray(condition)) return null;
  if ('less' in condition) return condition.less;
  if ('notLess' in condition) return condition.notLess;
  if ('more' in condition) return condition.more;
  return 'notMore' in condition ? condition.notMore : null;
}

/** The columns of the row that conditions ask for, their own and those that they compare with. */
export const columnsIn = (conditions: Conditions): string[] =>
  Object.entries(conditions).flatMap(([key, condition]) => {
    const other = comparedWith(condition);
    return [key.split('.')[0] ?? key, ...(other === null ? [] : [other])];
  });
