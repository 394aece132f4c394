import type { Contract } from '../documents/contract.ts';
import type { Entry } from '../documents/library.ts';
import type { Rate, Rule, SettlementTerms } from '../documents/settlement.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { failing } from '../settlement/cases.ts';
import { unitOf } from '../settlement/money.ts';
import { accountOf, indicatorsOf } from '../settlement/settlement.ts';

/** A fault of the terms: where it stands, and what is wrong. */
interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const repeated = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

const ratesOf = (rule: Rule): Rate[] =>
  rule.kind === 'tiers'
    ? rule.tiers.map(({ deduct }) => deduct)
    : [rule.deduct, ...('cap' in rule && rule.cap !== undefined ? [rule.cap] : [])];

const mixed = (rates: readonly Rate[]): boolean => new Set(rates.map(unitOf)).size > 1;

/** Why a rule cannot be applied to an indicator; nothing where it can. */
function unfit(rule: Rule, { id, parts }: Indicator): string[] {
  const own = parts.filter(({ name }) => rule.part === undefined || name === rule.part);
  if (parts.length === 0) return [`指标 ${id} 没有计算口径`];
  if (own.length === 0) return [`指标 ${id} 没有分项“${rule.part}”`];
  if (own.every(({ targets }) => targets.length === 0)) return [`指标 ${id} 没有目标`];
  if ((rule.kind === 'tiers' || rule.kind === 'shortfall') && own.length > 1) return [`指标 ${id} 有几个分项，请写 part`];
  if (rule.kind !== 'case') return [];
  const caseless = own.some(({ measure, targets }) => targets.some((target) => failing(target, measure) === null));
  return caseless ? [`指标 ${id} 不按件判断合格，不能按件扣`] : [];
}

function ruleFaults(rule: Rule, terms: SettlementTerms, assessment: Assessment): string[] {
  if ((rule.indicators === undefined) === (rule.service === undefined)) return ['indicators 和 service 写一个'];
  const indicators = indicatorsOf(rule, assessment);
  const rates = ratesOf(rule);
  const feeless = indicators.filter(({ service }) => accountOf(terms, service).fee === undefined);
  return [
    ...(rule.service !== undefined && indicators.length === 0 ? [`服务 ${rule.service} 没有可以评价的指标`] : []),
    ...(mixed(rates) ? ['一条规则里不能又扣分又扣款'] : []),
    ...(rates.some(({ unit }) => unit === 'percent') && feeless.length > 0
      ? [`按服务费的百分比扣，但没有写 ${[...new Set(feeless.map(({ service }) => service))].join('、')} 的服务费 fee`]
      : []),
    ...indicators.flatMap((each) => unfit(rule, each)),
  ];
}

function termsFaults(terms: SettlementTerms, assessment: Assessment): Fault[] {
  const { accounts, rules, cap } = terms;
  const fault = (path: Fault['path'], ...messages: readonly string[]): Fault[] => messages.map((message) => ({ path, message }));
  const ofAccounts = accounts.flatMap(({ fee, score, tiers, cap: own }, at) => {
    const money = [...tiers.map(({ deduct }) => deduct), ...(own === undefined ? [] : [own])];
    return fault(
      ['accounts', at],
      ...(money.some(({ unit }) => unit === 'points') ? ['tiers 和 cap 是扣款，写 yuan 或 percent'] : []),
      ...(money.some(({ unit }) => unit === 'percent') && fee === undefined ? ['写了百分比，但没有服务费 fee'] : []),
      ...(tiers.length > 0 && score === undefined ? ['按得分扣款，但没有满分 score'] : []),
    );
  });
  return [
    ...fault(['accounts'], ...repeated(accounts.map(({ service }) => service)).map((id) => `服务 ${id} 写了两次`)),
    ...ofAccounts,
    ...fault(['rules'], ...repeated(rules.map(({ id }) => id)).map((id) => `规则编号 ${id} 重复`)),
    ...rules.flatMap((rule, at) => fault(['rules', at], ...ruleFaults(rule, terms, assessment))),
    ...(cap?.unit === 'points' ? fault(['cap'], '总上限是扣款，写 yuan 或 percent') : []),
  ];
}

/** Rules of score and deduction that cannot be applied as they stand (`settlement/rule`); what they point at is looked for with every other reference. */
export function checkSettlement(entry: Entry<Contract>, assessment: Assessment): Problem[] {
  const terms = entry.data.settlement?.terms ?? [];
  const twice = repeated(terms.map(({ from }) => from));
  const hint = '写法见 README “考核结算”';
  return [
    ...twice.map((from) => problem('settlement/rule', entry.place(['settlement', 'terms']), `从 ${from} 起的约定写了两次`, hint)),
    ...terms.flatMap((each, at) =>
      termsFaults(each, assessment).map(({ path, message }) =>
        problem('settlement/rule', entry.place(['settlement', 'terms', at, ...path]), message, hint),
      ),
    ),
  ];
}
