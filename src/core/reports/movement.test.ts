import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../calendar/period.ts';
import { Assessment } from '../indicators/assessment.ts';
import type { PartResult } from '../indicators/result.ts';
import type { Verdict } from '../indicators/verdict.ts';
import type { Tally } from '../measures/tally.ts';
import { indicatorWith, ledgerOf, present, targetOf } from '../testing/ledger.ts';
import { differenceOf, directionOf } from './movement.ts';

const ratio = (numerator: number, denominator: number): Tally => ({ kind: 'ratio', numerator, denominator });
const count = (events: number): Tally => ({ kind: 'count', events });
const mean = (sum: number, cases: number): Tally => ({ kind: 'mean', sum, count: cases });

/** A part with a tally and a verdict, against a target. */
function part(tally: Tally, operator = '>=', goal = 95, unit = '%', verdict: Verdict = 'met', small = false): PartResult {
  const indicator = indicatorWith({
    measure: { kind: 'share', log: 'rounds', pass: { result: '合格' } },
    targets: [targetOf(operator, goal, unit)],
  });
  const assessment = new Assessment(ledgerOf({}).value, [indicator], { start: '2026-09-01', smallSample: 10 });
  const [blank] = assessment.result(indicator, monthPeriod('2026-09')).parts;
  return { ...present(blank), target: present(indicator.parts[0]?.targets[0]), tally, verdict, small };
}

describe('directionOf', () => {
  it('says 好转 of a ratio only from one point and two cases on', () => {
    // 190/200 = 95 %, 192/200 = 96 %: one point, two cases.
    expect(directionOf(part(ratio(190, 200)), part(ratio(192, 200)))).toBe('better');
    // 191/200: half a point.
    expect(directionOf(part(ratio(190, 200)), part(ratio(191, 200)))).toBe('steady');
    // 18/20 to 19/20: five points, but one case.
    expect(directionOf(part(ratio(18, 20)), part(ratio(19, 20)))).toBe('steady');
    // 19/20 to 17/20: ten points, two cases.
    expect(directionOf(part(ratio(19, 20)), part(ratio(17, 20)))).toBe('worse');
  });

  it('takes fewer for better where the target is an upper limit', () => {
    expect(directionOf(part(count(5), '<=', 3, '起'), part(count(3), '<=', 3, '起'))).toBe('better');
    expect(directionOf(part(count(3), '<=', 3, '起'), part(count(4), '<=', 3, '起'))).toBe('steady');
    expect(directionOf(part(count(0), '==', 0, '起'), part(count(2), '==', 0, '起'))).toBe('worse');
  });

  it('wants a tenth of the earlier value of a mean', () => {
    // 20 minutes to 18 is a tenth, to 18.5 is less.
    expect(directionOf(part(mean(400, 20), '<=', 30, 'min'), part(mean(360, 20), '<=', 30, 'min'))).toBe('better');
    expect(directionOf(part(mean(400, 20), '<=', 30, 'min'), part(mean(370, 20), '<=', 30, 'min'))).toBe('steady');
    expect(directionOf(part(mean(0, 20), '<=', 30, 'min'), part(mean(0, 20), '<=', 30, 'min'))).toBe('steady');
  });

  it('is unknown where data are missing, incomplete or few, and nothing where one of both is not judged', () => {
    const whole = part(ratio(190, 200));
    expect(directionOf(part(ratio(0, 0), '>=', 95, '%', 'no-data'), whole)).toBe('unknown');
    expect(directionOf(whole, part(ratio(100, 200), '>=', 95, '%', 'incomplete'))).toBe('unknown');
    expect(directionOf(part(ratio(5, 9), '>=', 95, '%', 'missed', true), whole)).toBe('unknown');
    expect(directionOf(part(ratio(0, 0), '>=', 95, '%', 'not-applicable'), whole)).toBeNull();
  });
});

describe('differenceOf', () => {
  it('is in points, minutes or events, and null where there is nothing to divide by', () => {
    expect(differenceOf(ratio(1, 2), ratio(3, 4))).toBe(25);
    expect(differenceOf(mean(40, 2), mean(45, 3))).toBe(-5);
    expect(differenceOf(count(1), count(4))).toBe(3);
    expect(differenceOf(ratio(0, 0), ratio(3, 4))).toBeNull();
  });
});
