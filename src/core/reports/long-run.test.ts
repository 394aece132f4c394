import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../calendar/period.ts';
import { Assessment } from '../indicators/assessment.ts';
import type { PartResult } from '../indicators/result.ts';
import type { Tally } from '../measures/tally.ts';
import { indicatorWith, ledgerOf, present, targetOf } from '../testing/ledger.ts';
import { longRunOf } from './long-run.ts';

const indicator = indicatorWith({
  measure: { kind: 'share', log: 'rounds', pass: { result: '合格' } },
  targets: [targetOf('>=', 95, '%')],
});
const assessment = new Assessment(ledgerOf({}).value, [indicator], { start: '2026-09-01', smallSample: 10 });
const blank = present(assessment.result(indicator, monthPeriod('2026-09')).parts[0]);
const part = (tally: Tally): PartResult => ({ ...blank, tally, verdict: 'met' });
const shares = (passed: readonly number[], n: number) =>
  passed.map((numerator) => part({ kind: 'ratio', numerator, denominator: n }));
const twice = (first: number, many: number, then: number) => Array.from({ length: 13 }, (_, at) => (at < many ? first : then));

describe('longRunOf', () => {
  it('finds seven low months before six high ones: of 1716 orders fourteen have such a run', () => {
    expect(longRunOf(shares(twice(55, 7, 60), 60))).toEqual({ side: 'below', from: 0, length: 7, of: 13 });
    expect(
      longRunOf([part({ kind: 'count', events: 9 }), ...twice(1, 6, 5).map((events) => part({ kind: 'count', events }))]),
    ).toEqual({
      side: 'above',
      from: 7,
      length: 7,
      of: 13,
    });
  });

  it('takes one bad month among twelve whole ones for chance, and a flat series for none', () => {
    expect(longRunOf(shares(twice(60, 12, 59), 60))).toBeNull();
    expect(longRunOf(shares(twice(60, 13, 60), 60))).toBeNull();
  });

  it('says nothing of fewer months, nor across a gap', () => {
    expect(longRunOf(shares(twice(55, 7, 60), 60).slice(1))).toBeNull();
    const gap = shares(twice(55, 7, 60), 60).map((each, at): PartResult => (at === 12 ? { ...each, verdict: 'no-data' } : each));
    expect(longRunOf(gap)).toBeNull();
  });

  it('alarms in fewer than 3 % of stable series, however rare the failures', () => {
    let state = 20_261_130;
    const draw = () => {
      state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return state / 4_294_967_296;
    };
    for (const [n, p] of [
      [10, 0.9],
      [10, 0.99],
      [30, 0.97],
      [133, 0.97],
    ] as const) {
      const series = Array.from({ length: 400 }, () =>
        shares(
          Array.from({ length: 13 }, () => Array.from({ length: n }, draw).filter((each) => each < p).length),
          n,
        ),
      );
      expect(series.filter((each) => longRunOf(each) !== null).length / series.length, `${n} ${p}`).toBeLessThan(0.03);
    }
  });
});
