import type { Month } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import type { Account, Rate, Rule } from '../documents/settlement.ts';
import type { Assessment } from '../indicators/assessment.ts';
import { satisfies, stepsBetween } from '../indicators/compare.ts';
import type { Indicator, Target } from '../indicators/indicator.ts';
import type { PartResult } from '../indicators/result.ts';
import { allOf, verdictNames } from '../indicators/verdict.ts';
import { failedCases } from './cases.ts';
import { type Sum, times, type Unit, unitOf } from './money.ts';

/** What a line deducts: so much, in words why; or it cannot be said yet (待定), and why not. Unknown is a value, never zero. */
export type Deduction =
  | { readonly kind: 'known'; readonly sum: Sum; readonly why: string }
  | { readonly kind: 'pending'; readonly unit: Unit; readonly reasons: readonly string[] };

/** A part with the target by which a rule may deduct. */
type Bound = PartResult & { readonly target: Target };

/** A rule applied to one indicator. */
export interface RuleLine {
  readonly kind: 'rule';
  readonly rule: Rule;
  readonly indicator: Indicator;
  readonly account: Account;
  /** The parts that the rule is about, with their values and targets, whether or not they bind. */
  readonly parts: readonly PartResult[];
  readonly deduction: Deduction;
}

/** In what a rule deducts. */
export const ruleUnit = (rule: Rule): Unit => unitOf(rule.kind === 'tiers' ? (rule.tiers[0]?.deduct ?? noRate) : rule.deduct);
const noRate: Rate = { unit: 'points', hundredths: 0 };

/** Why the cases of a part cannot all be counted yet; nothing where they can. */
function unsettled({ verdict, reasons, unknown, data }: PartResult): readonly string[] {
  if (verdict === 'not-applicable') return [];
  const isPartly = ({ handed, through }: PartResult['data'][number]) =>
    handed.state === 'absent' || handed.state === 'incomplete' || through !== null;
  if ((verdict === 'met' || verdict === 'missed') && unknown === 0 && !data.some(isPartly)) return [];
  return reasons.length > 0 ? reasons : [`${verdictNames[verdict]}，有关数据没有交齐`];
}

/** What is deducted as often as `count` says, up to the rule's cap. */
function deducted(rate: Rate, count: number, { rule, account, why }: { rule: Rule; account: Account; why: string }): Deduction {
  const sum = times(rate, count, account.fee);
  const cap = 'cap' in rule && rule.cap !== undefined ? times(rule.cap, 1, account.fee) : null;
  if (sum === null) return { kind: 'pending', unit: unitOf(rate), reasons: ['没有约定服务费，不能折算'] };
  if (cap === null || cap.hundredths >= sum.hundredths) return { kind: 'known', sum, why };
  return { kind: 'known', sum: { ...sum, hundredths: cap.hundredths }, why: `${why}，已达本条上限` };
}

/** The deduction of a rule by the parts whose targets bind. */
function decide(rule: Rule, bound: readonly Bound[], account: Account): Deduction {
  const unit = ruleUnit(rule);
  const known = (why: string): Deduction => ({ kind: 'known', sum: { unit, hundredths: 0 }, why });
  const pending = (reasons: readonly string[]): Deduction => ({ kind: 'pending', unit, reasons: [...new Set(reasons)] });
  const verdict = allOf(bound.map((part) => part.verdict));
  if (verdict === 'not-applicable') return known(bound.flatMap(({ reasons }) => reasons)[0] ?? '本期不评价');
  if (rule.kind === 'missed') {
    if (verdict === 'met') return known('达标');
    if (verdict === 'missed') return deducted(rule.deduct, 1, { rule, account, why: '未达标' });
    return pending(bound.flatMap(({ reasons }) => reasons));
  }
  const judged = bound.filter((part) => part.verdict !== 'not-applicable');
  const open = judged.flatMap(unsettled);
  if (open.length > 0) return pending(open);
  const [part] = judged;
  if (part === undefined) return known('本期不评价');
  switch (rule.kind) {
    case 'case': {
      const failed = judged.map((each) => failedCases(each.tally, each.target, each.part.measure));
      if (failed.includes(null)) return pending(['不合格的件数不能确定']);
      const all = failed.reduce<number>((sum, each) => sum + (each ?? 0), 0);
      const free = rule.free === 0 ? '' : `，免扣 ${rule.free} 件`;
      return deducted(rule.deduct, Math.max(0, all - rule.free), { rule, account, why: `不合格 ${all} 件${free}` });
    }
    case 'shortfall': {
      if (part.verdict === 'met') return known('达标');
      const steps = stepsBetween(part.tally, part.target, rule.step);
      if (steps === null) return pending(['没有可比的数值']);
      const count = steps[rule.counted];
      return deducted(rule.deduct, count, { rule, account, why: `相差 ${count} 个 ${rule.step} ${part.target.unit}` });
    }
    case 'tiers': {
      const { upTo: _, ...target } = part.target;
      const tier = rule.tiers.find(({ operator, value }) => satisfies(part.tally, { ...target, operator, value }) === true);
      if (tier === undefined) return known('不在扣减的各档');
      const why = `数值 ${tier.operator} ${tier.value} ${part.target.unit}`;
      return deducted(tier.deduct, 1, { rule, account, why });
    }
  }
}

/** What a settlement asks of a contract's results. */
export type Judging = Pick<Assessment, 'all' | 'indicators' | 'result'>;

/** A rule applied to an indicator in a month. */
export function ruleLine(assessment: Judging, month: Month, given: Pick<RuleLine, 'rule' | 'indicator' | 'account'>): RuleLine {
  const { rule, indicator, account } = given;
  const all = assessment.result(indicator, monthPeriod(month)).parts;
  const parts = all.filter(({ part }) => rule.part === undefined || part.name === rule.part);
  const inForce = parts.flatMap((part): Bound[] => (part.target === null ? [] : [{ ...part, target: part.target }]));
  const bound = inForce.filter(({ target: { basis } }) => basis !== 'proposed' && rule.bases.includes(basis));
  if (bound.length > 0) return { kind: 'rule', ...given, parts, deduction: decide(rule, bound, account) };
  const proposed = inForce.some(({ target }) => target.basis === 'proposed');
  const why =
    inForce.length === 0 ? '本月没有生效的目标' : proposed ? '目标是建议值，没有约定，不作扣减' : '本条不适用于这种依据的目标';
  return { kind: 'rule', ...given, parts, deduction: { kind: 'known', sum: { unit: ruleUnit(rule), hundredths: 0 }, why } };
}
