import { monthPeriod } from '../calendar/period.ts';
import type { Basis } from '../indicators/basis.ts';
import { type Indicator, indicatorOf, indicatorSchema } from '../indicators/indicator.ts';
import type { PartResult } from '../indicators/result.ts';
import type { Verdict } from '../indicators/verdict.ts';
import type { Tally } from '../measures/tally.ts';
import type { Judging } from '../settlement/line.ts';
import { present } from './ledger.ts';

/** A month's result of an indicator with one part, as a test invents it. */
export interface Invented {
  readonly id: string;
  readonly verdict: Verdict;
  readonly basis: Basis;
  /** Of how many cases so many passed. */
  readonly passed: number;
  readonly all: number;
  readonly unknown?: number;
  /** At least so many per cent, unless another number is given. */
  readonly target?: number;
  readonly service?: string;
}

const indicatorFrom = ({ id, basis, target = 95, service }: Invented): Indicator =>
  indicatorOf(
    indicatorSchema.parse({
      id,
      name: id,
      service: service ?? id.split('.')[0],
      group: '总体',
      subgroup: null,
      order: 1,
      clause: '5.1-1-1',
      meaning: '有多少合格。',
      criterion: '合格',
      quantitative: true,
      method: '巡查',
      frequency: null,
      formula: '合格的行数除以全部行数。',
      measure: { kind: 'share', log: 'rounds', pass: { result: '合格' } },
      targets: [{ from: '2024-11-01', operator: '>=', value: target, unit: '%', basis }],
      updated: '2026-11-01',
    }),
  );

function partFrom(given: Invented, { parts }: Indicator): PartResult {
  const part = present(parts[0]);
  const tally: Tally = { kind: 'ratio', numerator: given.passed, denominator: given.all };
  const missing = given.verdict === 'no-data' || given.verdict === 'incomplete';
  return {
    part,
    target: present(part.targets[0]),
    judged: monthPeriod('2026-09'),
    tally,
    excluded: 0,
    unknown: given.unknown ?? 0,
    underWay: 0,
    seen: given.all,
    verdict: given.verdict,
    reasons: missing ? ['巡查没有交付'] : [],
    data: [],
    small: false,
    severally: false,
  };
}

/** A contract whose results are invented. */
export function judging(results: readonly Invented[]): Judging {
  const known = new Map(
    results.map((given) => {
      const indicator = indicatorFrom(given);
      return [given.id, { indicator, part: partFrom(given, indicator) }] as const;
    }),
  );
  const all = [...known.values()].map(({ indicator }) => indicator);
  return {
    all,
    indicators: all,
    result: (indicator, period, location = null) => {
      const { part } = present(known.get(indicator.id));
      return { indicator, period, location, verdict: part.verdict, parts: [part] };
    },
  };
}
