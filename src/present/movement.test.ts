import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../core/calendar/period.ts';
import { Assessment } from '../core/indicators/assessment.ts';
import type { Operator } from '../core/indicators/indicator.ts';
import type { PartResult } from '../core/indicators/result.ts';
import type { Tally } from '../core/measures/tally.ts';
import { differenceOf, directionOf } from '../core/reports/movement.ts';
import { indicatorWith, ledgerOf, present, targetOf } from '../core/testing/ledger.ts';
import { differenceWords, movementPieces } from './movement.ts';
import { plainText } from './paper/piece.ts';
import { quantityWords } from './quantity.ts';

const ratio = (numerator: number, denominator: number): Tally => ({ kind: 'ratio', numerator, denominator });
const mean = (sum: number, cases: number): Tally => ({
  kind: 'mean',
  sum,
  count: cases,
  squares: cases === 0 ? 0 : (sum * sum) / cases + cases,
});
const count = (events: number): Tally => ({ kind: 'count', events });

describe('differenceWords', () => {
  it('says which way the number went and how far, in its unit', () => {
    // 3/100 to 51/1000 is 3 % to 5.1 %.
    expect(differenceWords(ratio(3, 100), ratio(51, 1000), '%')).toBe('上升2.1个百分点');
    expect(differenceWords(ratio(99, 100), ratio(97, 100), '%')).toBe('下降2.0个百分点');
    expect(differenceWords(mean(2400, 20), mean(1700, 20), 'min')).toBe('下降35分钟');
    expect(differenceWords(mean(450, 100), mean(475, 100), '分')).toBe('上升0.25分');
    expect(differenceWords(count(1), count(4), '起')).toBe('上升3起');
    expect(differenceWords(count(4), count(4), '起')).toBe('没有变化');
    expect(differenceWords(ratio(0, 0), ratio(3, 4), '%')).toBe('—');
  });

  it('prints the digits that it takes to see a difference', () => {
    // 49,999 of 100,000 to 50,000 of 100,000: a thousandth of a point.
    expect(differenceWords(ratio(49_999, 100_000), ratio(50_000, 100_000), '%')).toBe('上升0.001个百分点');
    // 3 minutes to 3.4 minutes.
    expect(differenceWords(mean(30, 10), mean(34, 10), 'min')).toBe('上升0.4分钟');
  });
});

/** The same numbers on every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const made = (tally: Tally, operator: Operator, goal: number, unit: string): PartResult => {
  const indicator = indicatorWith({
    measure: { kind: 'share', log: 'rounds', pass: { result: '合格' } },
    targets: [targetOf(operator, goal, unit)],
  });
  const assessment = new Assessment(ledgerOf({}).value, [indicator], { start: '2026-09-01', smallSample: 10 });
  const [blank] = assessment.result(indicator, monthPeriod('2026-09')).parts;
  return { ...present(blank), target: present(indicator.parts[0]?.targets[0]), tally, verdict: 'met', small: false };
};

describe('a movement in words', () => {
  const draw = random(20_261_101);
  const pair = (make: () => Tally): readonly [Tally, Tally] => [make(), make()];
  const kinds: readonly { readonly unit: string; readonly goal: number; readonly pair: () => readonly [Tally, Tally] }[] = [
    {
      unit: '%',
      goal: 50,
      pair: () =>
        pair(() => {
          const whole = 1 + draw(400);
          return ratio(draw(whole + 1), whole);
        }),
    },
    { unit: 'min', goal: 60, pair: () => pair(() => mean(draw(9000), 1 + draw(80))) },
    { unit: '分', goal: 4, pair: () => pair(() => mean(draw(500), 1 + draw(100))) },
    { unit: '起', goal: 3, pair: () => pair(() => count(draw(9))) },
  ];

  it('agrees with the sign of the number, and with the direction of the target, whatever the pair', () => {
    const seen = new Set<string>();
    for (const { unit, goal, pair: drawn } of kinds) {
      const parts = (['>=', '<='] as const).map((operator) => ({ operator, part: made(count(0), operator, goal, unit) }));
      for (let round = 0; round < 500; round += 1) {
        const [earlier, later] = drawn();
        for (const { operator, part } of parts) {
          const [before, after] = [
            { ...part, tally: earlier },
            { ...part, tally: later },
          ];
          const difference = present(differenceOf(earlier, later));
          const said = quantityWords({ kind: 'difference', before: earlier, after: later, target: after.target });
          const [word, opposite] = difference > 0 ? ['上升', '下降'] : ['下降', '上升'];
          const at = `${operator} ${JSON.stringify([earlier, later])} ${said}`;
          if (difference === 0) expect(said, at).toBe('没有变化');
          else expect([said.startsWith(word), said.includes(opposite), /[1-9]/u.test(said)], at).toEqual([true, false, true]);
          expect(said, at).not.toMatch(/[+−-]/u);
          const direction = directionOf(before, after);
          const meaning = plainText(movementPieces(direction ?? 'unknown', { kind: 'value', id: 'x', text: said }));
          if (direction === 'better') expect(difference > 0, at).toBe(operator === '>=');
          if (direction === 'worse') expect(difference > 0, at).toBe(operator === '<=');
          const meant = { better: '好转', worse: '变差', steady: '基本持平', undecided: '不足以判断', unknown: '无法判断' };
          expect(meaning, at).toBe(`${meant[direction ?? 'unknown']}，${said}`);
          seen.add(`${unit} ${operator} ${direction} ${Math.sign(difference)}`);
        }
      }
    }
    // Of each kind: better and worse, each with its own sign, and steady either way.
    for (const { unit } of kinds)
      for (const each of ['>= better 1', '>= worse -1', '<= better -1', '<= worse 1'])
        expect(seen.has(`${unit} ${each}`), `${unit} ${each}`).toBe(true);
  });
});
