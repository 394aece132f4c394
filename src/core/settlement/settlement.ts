import type { Month } from '../calendar/date.ts';
import type { Account, Rule, SettlementRules, SettlementTerms } from '../documents/settlement.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type Deduction, type Judging, type RuleLine, ruleLine } from './line.ts';
import { type Sum, times, type Unit } from './money.ts';

/** What a score costs of the fee. */
interface ScoreLine {
  readonly kind: 'score';
  readonly account: Account;
  readonly deduction: Deduction;
}

/** What is given back because no more than a limit is deducted: of an account, or of all fees together (`null`). */
interface CapLine {
  readonly kind: 'cap';
  readonly account: Account | null;
  readonly deduction: Deduction;
}

export type Line = RuleLine | ScoreLine | CapLine;

/** What lines add up to: of the known ones; pending as soon as one of them is. */
export interface Total {
  readonly hundredths: number;
  readonly pending: boolean;
}

/** What an account comes to. */
export interface AccountTotal {
  readonly account: Account;
  readonly points: Total;
  readonly fen: Total;
}

/**
 * A month's settlement: without terms in force it is to be agreed (待约定), and no number is named; else its lines, what each
 * account comes to, and the whole. The lines of a unit add up to its total.
 */
export type Settlement =
  | { readonly kind: 'unagreed'; readonly month: Month }
  | {
      readonly kind: 'agreed';
      readonly month: Month;
      readonly terms: SettlementTerms;
      readonly lines: readonly Line[];
      readonly accounts: readonly AccountTotal[];
      readonly points: Total;
      readonly fen: Total;
    };

/** The sum of the lines of one unit. */
export function totalOf(lines: readonly Line[], unit: Unit): Total {
  let [hundredths, pending] = [0, false];
  for (const { deduction } of lines) {
    if (deduction.kind === 'pending') pending ||= deduction.unit === unit;
    else if (deduction.sum.unit === unit) hundredths += deduction.sum.hundredths;
  }
  return { hundredths, pending };
}

/** The terms in force in a month; null before the first. */
export const termsIn = (rules: SettlementRules | undefined, month: Month): SettlementTerms | null =>
  (rules?.terms ?? []).reduce<SettlementTerms | null>(
    (best, each) => (each.from <= month && (best === null || each.from > best.from) ? each : best),
    null,
  );

/** The account to which a service's lines belong: its own, that of all, or one without fee and score. */
export const accountOf = ({ accounts }: Pick<SettlementTerms, 'accounts'>, service: string): Account =>
  accounts.find((each) => each.service === service) ?? accounts.find((each) => each.service === 'all') ?? { service, tiers: [] };

/** The indicators that a rule is about, in its order; of a service every measured one of the plan's list. */
export const indicatorsOf = (
  { indicators, service }: Rule,
  { all, indicators: plan }: Pick<Judging, 'all' | 'indicators'>,
): Indicator[] =>
  indicators === undefined
    ? plan.filter((each) => (service === 'all' || each.service === service) && each.parts.length > 0)
    : indicators.flatMap((id) => all.find((each) => each.id === id) ?? []);

/** What is given back of some lines where they exceed a limit. */
function capped(lines: readonly Line[], account: Account | null, limit: Sum | null, why: string): Line[] {
  if (limit === null) return [];
  const excess = totalOf(lines, limit.unit).hundredths - limit.hundredths;
  if (excess <= 0) return [];
  return [{ kind: 'cap', account, deduction: { kind: 'known', sum: { unit: limit.unit, hundredths: -excess }, why } }];
}

const least = (unit: Unit, limits: readonly (number | undefined)[]): Sum | null => {
  const known = limits.flatMap((each) => each ?? []);
  return known.length === 0 ? null : { unit, hundredths: Math.min(...known) };
};

/** What the score that the lines leave costs of the fee; pending as long as the score is. */
function scoreLine(account: Account, lines: readonly Line[]): Line[] {
  const { score, tiers, fee } = account;
  if (score === undefined || tiers.length === 0) return [];
  const { hundredths, pending } = totalOf(lines, 'points');
  if (pending) return [{ kind: 'score', account, deduction: { kind: 'pending', unit: 'fen', reasons: ['得分待定'] } }];
  const tier = tiers.find(({ below }) => score - hundredths < below);
  const sum = tier === undefined ? { unit: 'fen' as const, hundredths: 0 } : times(tier.deduct, 1, fee);
  const deduction: Deduction =
    sum === null
      ? { kind: 'pending', unit: 'fen', reasons: ['没有约定服务费，不能折算'] }
      : { kind: 'known', sum, why: tier === undefined ? '得分不在扣减的各档' : `得分低于 ${tier.below / 100} 分` };
  return [{ kind: 'score', account, deduction }];
}

/** The lines of an account with what its score costs and what its limits give back. */
function closed(account: Account, lines: readonly Line[]): Line[] {
  const points = capped(lines, account, least('points', [account.capPoints, account.score]), '扣分以上限和满分为限');
  const scored = [...lines, ...points];
  const costed = [...scored, ...scoreLine(account, scored)];
  const cap = account.cap === undefined ? null : times(account.cap, 1, account.fee);
  return [...costed, ...capped(costed, account, least('fen', [cap?.hundredths, account.fee]), '扣款以上限和服务费为限')];
}

/** The settlement of a month by the terms then in force. */
export function settlementOf(assessment: Judging, rules: SettlementRules | undefined, month: Month): Settlement {
  const terms = termsIn(rules, month);
  if (terms === null) return { kind: 'unagreed', month };
  const applied = terms.rules.flatMap((rule) =>
    indicatorsOf(rule, assessment).map((indicator) =>
      ruleLine(assessment, month, { rule, indicator, account: accountOf(terms, indicator.service) }),
    ),
  );
  const services = [...new Set([...terms.accounts, ...applied.map(({ account }) => account)].map(({ service }) => service))];
  const byAccount = services.map((service) => {
    const account = accountOf(terms, service);
    return {
      account,
      lines: closed(
        account,
        applied.filter((line) => line.account.service === service),
      ),
    };
  });
  const lines = byAccount.flatMap((each) => each.lines);
  const fees = terms.accounts.flatMap(({ fee }) => fee ?? []).reduce((sum, each) => sum + each, 0);
  const limit = terms.cap === undefined ? null : times(terms.cap, 1, fees);
  const all = [...lines, ...capped(lines, null, limit, '全部扣款以总上限为限')];
  return {
    kind: 'agreed',
    month,
    terms,
    lines: all,
    accounts: byAccount.map(({ account, lines: own }) => ({
      account,
      points: totalOf(own, 'points'),
      fen: totalOf(own, 'fen'),
    })),
    points: totalOf(all, 'points'),
    fen: totalOf(all, 'fen'),
  };
}
