import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../calendar/period.ts';
import { claimsOf, countsApart } from '../chance/change.ts';
import { Assessment } from '../indicators/assessment.ts';
import type { PartResult } from '../indicators/result.ts';
import type { Verdict } from '../indicators/verdict.ts';
import { partMeasureSchema } from '../measures/measure.ts';
import type { Tally } from '../measures/tally.ts';
import { indicatorWith, ledgerOf, present, targetOf } from '../testing/ledger.ts';
import { differenceOf, directionOf, movementPower, movementRule } from './movement.ts';

const ratio = (numerator: number, denominator: number): Tally => ({ kind: 'ratio', numerator, denominator });
const count = (events: number): Tally => ({ kind: 'count', events });
const mean = (sum: number, cases: number): Tally => ({ kind: 'mean', sum, count: cases, squares: 0 });

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

/** A mean of cases that lie at equal numbers above and below it. */
const spread = (value: number, cases: number, deviation: number): Tally => ({
  kind: 'mean',
  sum: value * cases,
  count: cases,
  squares: cases * (value ** 2 + deviation ** 2),
});

const shares = (before: readonly [number, number], after: readonly [number, number]) =>
  directionOf(part(ratio(...before)), part(ratio(...after)));
const events = (before: number, after: number) =>
  directionOf(part(count(before), '<=', 3, '起'), part(count(after), '<=', 3, '起'));
const minutes = (before: Tally, after: Tally) => directionOf(part(before, '<=', 30, 'min'), part(after, '<=', 30, 'min'));

describe('directionOf', () => {
  it('says 好转 or 变差 of a ratio only where chance makes such a difference at most once in forty pairs', () => {
    // Mid-p by SciPy: 129/133 to 113/133 0.0005, 60/60 to 55/60 0.029, 10/10 to 5/10 0.016, 9/9 to 0/9 0.000002.
    expect(shares([129, 133], [113, 133])).toBe('worse');
    expect(shares([113, 133], [129, 133])).toBe('better');
    expect(shares([60, 60], [55, 60])).toBe('undecided');
    expect(shares([10, 10], [5, 10])).toBe('worse');
    expect(shares([9, 9], [0, 9])).toBe('worse');
    expect(shares([1, 1], [0, 1])).toBe('undecided');
  });

  it('says 基本持平 where the values are equal or no difference above five points is possible, and 不足以判断 otherwise', () => {
    expect(shares([29, 30], [30, 30])).toBe('undecided');
    expect(shares([291, 300], [293, 300])).toBe('steady');
    expect(shares([29, 30], [58, 60])).toBe('steady');
    expect(shares([7, 7], [2, 2])).toBe('steady');
  });

  it('says nothing of amounts, which are no cases', () => {
    expect(shares([38.7, 432], [10.2, 400])).toBe('undecided');
    expect(shares([500, 432], [100, 400])).toBe('undecided');
  });

  it('takes fewer events for better where the target is an upper limit, by the days of both periods', () => {
    // Of 6 events all in the second of two equal months: 2 · (1/2)^6 / 2 = 0.016; of 5 0.031.
    expect(events(6, 0)).toBe('better');
    expect(events(0, 6)).toBe('worse');
    expect(events(0, 5)).toBe('undecided');
    expect(events(1, 2)).toBe('undecided');
    expect(events(3, 3)).toBe('steady');
    expect(events(9000, 9090)).toBe('steady');
  });

  it('counts by the day: a month has fewer than a quarter', () => {
    const quarter = { ...part(count(12), '<=', 3, '起') };
    const months = ['2026-07', '2026-08', '2026-09'];
    const data = months.map((month) => ({ ...present(quarter.data[0]), month }));
    // 12 in 92 days and 8 in 30: of 20 events 8 where 30/122 of the days are; mid-p by SciPy 0.131.
    expect(directionOf({ ...quarter, data }, part(count(8), '<=', 3, '起'))).toBe('undecided');
    // 4 in 30 days are as many a day as 12 in 92: fewer, but no better.
    expect(directionOf({ ...quarter, data: [...data, ...data] }, part(count(4), '<=', 3, '起'))).not.toBe('better');
  });

  it('compares means by the spread of their cases, of samples that are neither small nor unlike in size', () => {
    // t of 40 ± 12 of 20 cases and 31 ± 9 of 20: about 2.6, p 0.012; 40 and 38: 0.55.
    expect(minutes(spread(40, 20, 12), spread(31, 20, 9))).toBe('better');
    expect(minutes(spread(31, 20, 9), spread(40, 20, 12))).toBe('worse');
    expect(minutes(spread(40, 20, 12), spread(38, 20, 12))).toBe('undecided');
    expect(minutes(spread(40, 400, 12), spread(40.5, 400, 12))).toBe('steady');
    expect(minutes(spread(40, 20, 12), spread(31, 31, 9))).toBe('undecided');
    expect(minutes(spread(40, 1, 0), spread(31, 1, 0))).toBe('undecided');
    const few = (value: number) => part(spread(value, 9, 1), '<=', 30, 'min', 'missed', true);
    expect(directionOf(few(40), few(31))).toBe('undecided');
    expect(minutes(mean(0, 20), mean(0, 20))).toBe('steady');
  });

  it('is unknown where data are missing or incomplete, and nothing where one of both is not judged', () => {
    const whole = part(ratio(190, 200));
    expect(directionOf(part(ratio(0, 0), '>=', 95, '%', 'no-data'), whole)).toBe('unknown');
    expect(directionOf(whole, part(ratio(100, 200), '>=', 95, '%', 'incomplete'))).toBe('unknown');
    expect(directionOf(part(ratio(0, 0), '>=', 95, '%', 'not-applicable'), whole)).toBeNull();
    // Something of nothing is missed, and has no value to compare.
    expect(directionOf(part(ratio(3, 0), '<=', 5, '%', 'missed'), whole)).toBe('unknown');
  });

  it('judges by the target now in force, unless the better direction itself has turned', () => {
    expect(directionOf(part(ratio(129, 133), '>=', 90), part(ratio(113, 133), '>=', 99))).toBe('worse');
    expect(directionOf(part(ratio(129, 133), '<=', 90), part(ratio(113, 133), '>=', 99))).toBe('unknown');
  });

  it('compares nothing across the day from which a passed recheck counts', () => {
    const whole = (from: string, tally: Tally): PartResult => {
      const plain = part(tally);
      const measure = partMeasureSchema.parse({ ...plain.part.measure, recheck: { from, decision: '双方决定' } });
      return { ...plain, part: { ...plain.part, measure } };
    };
    const august = (each: PartResult): PartResult => ({ ...each, judged: monthPeriod('2026-08') });
    const direction = (from: string) => directionOf(august(whole(from, ratio(133, 133))), whole(from, ratio(100, 133)));
    expect(direction('2026-09-01')).toBe('unknown');
    expect(direction('2026-08-01')).toBe('worse');
    expect(direction('2026-10-01')).toBe('worse');
  });
});

/** The same numbers on every run, from 0 to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe('the false alarms of the rule', () => {
  const sizes = [10, 13, 20, 30, 60, 133, 200, 300];
  const chances = [0.9, 0.92, 0.95, 0.97, 0.99, 1];

  it('stay below 3 % for every stable process, whatever the number of cases in both periods', () => {
    for (const n of sizes)
      for (const m of sizes)
        for (const p of chances) {
          const alarms = claimsOf({ n, p }, { n: m, p }, movementRule.level);
          expect(alarms, `${n} ${m} ${p}`).toBeLessThan(0.03);
          if (p === 1) expect(alarms).toBe(0);
        }
  });

  it('stay below 3 % in simulated months too', () => {
    const draw = random(20_261_130);
    const passes = (n: number, p: number) => Array.from({ length: n }, draw).filter((each) => each < p).length;
    let [pairs, claims] = [0, 0];
    const [blank] = [part(ratio(1, 1))];
    for (const n of sizes)
      for (const p of chances)
        for (let month = 0; month < 100; month += 1) {
          const [before, after] = [passes(n, p), passes(n, p)].map((k) => ({ ...blank, tally: ratio(k, n) }));
          const direction = directionOf(present(before), present(after));
          pairs += 1;
          if (direction === 'better' || direction === 'worse') claims += 1;
          if (p === 1) expect(direction).toBe('steady');
        }
    expect(claims / pairs).toBeLessThan(0.03);
  });

  it('stay below 3 % for counts of every rate', () => {
    const poisson = (mean: number) => {
      const chances = [Math.exp(-mean)];
      for (let k = 1; k < 4 * mean + 20; k += 1) chances.push((present(chances[k - 1]) * mean) / k);
      return chances;
    };
    for (const rate of [0.02, 0.1, 0.3, 1])
      for (const [days, laterDays] of [
        [31, 28],
        [30, 31],
        [92, 90],
      ] as const) {
        const [first, second] = [poisson(rate * days), poisson(rate * laterDays)];
        const claim = (one: number, other: number) =>
          countsApart({ events: one, exposure: days }, { events: other, exposure: laterDays }) <= movementRule.level;
        const alarms = first.reduce(
          (sum, chance, one) => sum + second.reduce((inner, each, other) => inner + (claim(one, other) ? chance * each : 0), 0),
          0,
        );
        expect(alarms, `${rate} ${days} ${laterDays}`).toBeLessThan(0.03);
      }
  });

  it('leave this power against a fall from 97 % to 85 %, by SciPy', () => {
    expect(movementPower.map(({ cases, power }) => [cases, Math.round(1000 * power)])).toEqual([
      [30, 147],
      [60, 503],
      [133, 909],
      [300, 999],
    ]);
  });

  it('are none for a flat series of 100 %, however many or few the cases', () => {
    const blank = part(ratio(1, 1));
    const whole = (n: number) => ({ ...blank, tally: ratio(n, n) });
    const cases = fc.integer({ min: 1, max: 50_000 });
    fc.assert(fc.property(cases, cases, (n, m) => directionOf(whole(n), whole(m)) === 'steady'));
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
