import { z } from 'zod';
import { dateText, toBlank, toClause, toIndicator, toService, words } from './text.ts';

/** The bases of targets that a rule may deduct by; a proposed number was never agreed, so that no rule can name it. */
export const bindingBases = ['plan', 'implied'] as const;

/** A number with at most two decimals as whole hundredths: fen of yuan, hundredths of a point or of one per cent. */
const hundredths = (most: number) =>
  z
    .number()
    .nonnegative('不能小于 0')
    .max(most, `不能大于 ${most}`)
    .refine((value) => Math.round(value * 100) / 100 === value, '最多两位小数')
    .transform((value) => Math.round(value * 100));

/** What is deducted: points, yuan, or per cent of the service's monthly fee; in whole hundredths. */
export interface Rate {
  readonly unit: 'points' | 'yuan' | 'percent';
  readonly hundredths: number;
}

const rate = z
  .strictObject({
    points: hundredths(10_000_000).optional(),
    yuan: hundredths(10_000_000).optional(),
    percent: hundredths(100).optional(),
  })
  .transform((given, context): Rate => {
    const units = ['points', 'yuan', 'percent'] as const;
    const said = units.flatMap((unit): Rate[] => {
      const value = given[unit];
      return value === undefined ? [] : [{ unit, hundredths: value }];
    });
    const [only, ...others] = said;
    if (only !== undefined && others.length === 0) return only;
    context.addIssue({ code: 'custom', message: 'points、yuan、percent 三者写一个' });
    return z.NEVER;
  });

const facts = {
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u, '规则编号用小写字母、数字和 -，如 toilet-pass'),
  /** The rule in the words that both sides agreed. */
  name: words,
  /** The clause that the rule applies. */
  clause: toClause,
  /** Indicators that it is about, each a line of its own; or a service: every measured indicator of the plan's list of it. */
  indicators: z.array(toIndicator).min(1).optional(),
  service: toService.optional(),
  /** The one part of an indicator of several that it is about, by its name. */
  part: words.optional(),
  /** By targets of which basis it deducts. */
  bases: z
    .array(z.enum(bindingBases))
    .min(1)
    .default([...bindingBases]),
};

const line = { ...facts, deduct: rate, cap: rate.optional() };

/** A rule of deduction: parameters, no expressions. */
const ruleSchema = z.discriminatedUnion('kind', [
  /** Once for an indicator that missed its target. */
  z.strictObject({ kind: z.literal('missed'), ...facts, deduct: rate }),
  /** For each failed case beyond those that are free, whether or not the target was kept. */
  z.strictObject({ kind: z.literal('case'), ...line, free: z.int().nonnegative().default(0) }),
  /** For each step, whole or begun, by which a missed target was missed, in the target's unit. */
  z.strictObject({ kind: z.literal('shortfall'), ...line, step: z.number().positive(), counted: z.enum(['whole', 'begun']) }),
  /** By the value, in the target's unit: the first tier that holds. */
  z.strictObject({
    kind: z.literal('tiers'),
    ...facts,
    tiers: z.array(z.strictObject({ operator: z.enum(['<', '<=', '>', '>=', '==']), value: z.number(), deduct: rate })).min(1),
  }),
]);
export type Rule = z.infer<typeof ruleSchema>;

/** What is settled of a service, or of all services that have no account of their own (`all`). */
const accountSchema = z.strictObject({
  service: toService,
  /** The monthly fee. */
  fee: hundredths(1_000_000_000).optional(),
  /** The full score. */
  score: hundredths(10_000_000).optional(),
  /** The most that is deducted of each; never more than the fee and the full score. */
  capPoints: hundredths(10_000_000).optional(),
  cap: rate.optional(),
  /** What a score below a number costs: the first tier that holds. */
  tiers: z.array(z.strictObject({ below: hundredths(10_000_000), deduct: rate })).default([]),
});
export type Account = z.infer<typeof accountSchema>;

/** What both sides agreed, in force from a month until the next terms. */
const termsSchema = z.strictObject({
  from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, '月份请写成 2026-01'),
  /** The day on which both sides agreed. */
  agreed: dateText,
  accounts: z.array(accountSchema).default([]),
  rules: z.array(ruleSchema).min(1),
  /** The most that is deducted of all fees together. */
  cap: rate.optional(),
});
export type SettlementTerms = z.infer<typeof termsSchema>;

/**
 * 考核结算: the clauses that speak of scores and deductions, the blanks that are still open about them, and the terms that
 * both sides agreed: none until they have.
 */
export const settlementSchema = z.strictObject({
  clauses: z.array(toClause).default([]),
  blanks: z.array(toBlank).default([]),
  terms: z.array(termsSchema).default([]),
});
export type SettlementRules = z.infer<typeof settlementSchema>;
