import { z } from 'zod';
import { dateText, indicatorId, sourceLine, toClause, toService, words } from '../documents/text.ts';
import { partMeasureSchema } from '../measures/measure.ts';

export const operators = ['>=', '<=', '==', '>', '<', 'between'] as const;
export type Operator = (typeof operators)[number];

/** The unit of a target's value: `%`, a duration (`min`, `h`, `d`), or the contract's own word: 起, 人次, 元, ℃. */
const unit = z.string().regex(/^[^\d\s]{1,8}$/u, '单位写 %、min、h、d，或一个词，如 起、人次、元、℃');

/**
 * A target in force from a date until the next one; an earlier month keeps the target that was valid then.
 * `basis` says where the number comes from: printed in the plan, implied by a qualitative criterion, or our proposal (建议值).
 */
export const targetSchema = z
  .strictObject({
    from: dateText,
    operator: z.enum(operators),
    value: z.number(),
    /** The upper end of a range (`between`), which begins at the value; both ends keep it. */
    upTo: z.number().optional(),
    unit,
    period: z.enum(['month', 'quarter', 'year']).default('month'),
    basis: z.enum(['plan', 'implied', 'proposed']),
    note: words.optional(),
  })
  .refine(({ operator, value, upTo }) => (operator === 'between' ? upTo !== undefined && upTo >= value : upTo === undefined), {
    message: 'between 要写 upTo，且不小于 value；其他比较不写 upTo',
    path: ['upTo'],
  });
export type Target = z.infer<typeof targetSchema>;

const targets = z.array(targetSchema).min(1);

/** One measured part with its own target; a plain indicator has one part. */
export const partSchema = z.strictObject({ name: words, measure: partMeasureSchema, targets });
export type Part = z.infer<typeof partSchema> & {
  /** The unit of a mere figure, which has no targets. */
  readonly figure?: string;
};

/**
 * In which list an indicator stands: the plan's own, or that of further figures which the plan names or promises without
 * listing them. The latter are computed and shown like the others, and counted apart.
 */
export const indicatorLists = ['plan', 'supplementary'] as const;
export type IndicatorList = (typeof indicatorLists)[number];

const facts = {
  id: indicatorId,
  name: words,
  list: z.enum(indicatorLists).default('plan'),
  service: toService,
  /** The heading of the plan under which it stands. */
  group: words,
  /** The heading of the plan's sub-group, where it has one. */
  subgroup: words.nullable(),
  /** Position within the service, as in the plan. */
  order: z.int().positive(),
  clause: toClause,
  /** What the indicator tells its reader, in one or two sentences. */
  meaning: words,
  /** The criterion as the plan has it. */
  criterion: words,
  /** True where the plan prints a number, false where the criterion is a description. */
  quantitative: z.boolean(),
  /** How the plan wants it assessed. */
  method: words,
  /** How often the plan wants it assessed, where it says so. */
  frequency: words.nullable(),
  /** How the number is made, in words: what is counted, out of what, what is left out. */
  formula: words,
  /** Where our reading goes beyond the plan, and why. */
  note: words.optional(),
  sourceLine,
  updated: dateText,
};

/**
 * An indicator as its MDX file has it: one measure with targets, all of several parts, or none, with the reason (`unmeasured`).
 * A supplementary one may be a mere figure: a measure without targets, in a unit.
 */
export const indicatorSchema = z.union([
  z.strictObject({ ...facts, measure: partMeasureSchema, targets }),
  z.strictObject({ ...facts, list: z.literal('supplementary'), measure: partMeasureSchema, figure: unit }),
  z.strictObject({ ...facts, measure: z.strictObject({ kind: z.literal('all-of'), parts: z.array(partSchema).min(2) }) }),
  z.strictObject({ ...facts, unmeasured: words }),
]);
type IndicatorFile = z.infer<typeof indicatorSchema>;

/** The typed indicator: its facts and its parts; no parts where it cannot be measured. */
export type Indicator = z.infer<z.ZodObject<typeof facts>> & {
  readonly parts: readonly Part[];
  /** Why it is not measured; null for one that is. */
  readonly unmeasured: string | null;
};

export function indicatorOf(file: IndicatorFile): Indicator {
  if ('unmeasured' in file) return { ...file, parts: [] };
  if ('targets' in file) {
    const { measure, targets: own, ...rest } = file;
    return { ...rest, unmeasured: null, parts: [{ name: rest.name, measure, targets: own }] };
  }
  if ('figure' in file) {
    const { measure, figure, ...rest } = file;
    return { ...rest, unmeasured: null, parts: [{ name: rest.name, measure, targets: [], figure }] };
  }
  const { measure, ...rest } = file;
  return { ...rest, unmeasured: null, parts: measure.parts };
}

/** The target in force on a day, or null before the first. */
export function targetOn(part: Part, date: string): Target | null {
  return part.targets.reduce<Target | null>(
    (best, each) => (each.from <= date && (best === null || each.from > best.from) ? each : best),
    null,
  );
}

/** The groups of indicators, each once, in the order in which the plan's clauses set them up. */
export function groupsOf(indicators: readonly Indicator[], clauses: Iterable<string>): string[] {
  const order = new Map([...clauses].map((id, at) => [id, at]));
  const at = ({ clause }: Indicator) => order.get(clause) ?? order.size;
  return [...new Set([...indicators].sort((a, b) => at(a) - at(b)).map(({ group }) => group))];
}
