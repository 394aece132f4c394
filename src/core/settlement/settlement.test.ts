import { describe, expect, it } from 'vitest';
import { settlementSchema } from '../documents/settlement.ts';
import { type Invented, judging } from '../testing/settlement.ts';
import { type Line, settlementOf } from './settlement.ts';

const missed: Invented = { id: 'cleaning.pass', verdict: 'missed', basis: 'plan', passed: 89, all: 100 };
const met: Invented = { ...missed, verdict: 'met', passed: 98 };
const silent: Invented = { ...missed, verdict: 'no-data', passed: 0, all: 0 };

/** A rule about the one indicator. */
const rule = (more: object) => ({ id: 'pass', name: '合格率', clause: '5.1-1-1', indicators: ['cleaning.pass'], ...more });
const settled = (rules: readonly object[], results: readonly Invented[], more: object = {}, month = '2026-09') =>
  settlementOf(
    judging(results),
    settlementSchema.parse({ terms: [{ from: '2026-09', agreed: '2026-08-20', rules, ...more }] }),
    month,
  );

const told = ({ deduction }: Line) =>
  deduction.kind === 'pending' ? '待定' : `${deduction.sum.hundredths} ${deduction.sum.unit}`;
function linesOf(...given: Parameters<typeof settled>): string[] {
  const settlement = settled(...given);
  return settlement.kind === 'agreed' ? settlement.lines.map(told) : ['待约定'];
}
const fee = { accounts: [{ service: 'cleaning', fee: 33333.33 }] };

describe('a settlement', () => {
  it('names no number before both sides agreed', () => {
    expect(settlementOf(judging([missed]), undefined, '2026-09')).toEqual({ kind: 'unagreed', month: '2026-09' });
    expect(linesOf([rule({ kind: 'missed', deduct: { points: 2 } })], [missed], {}, '2026-08')).toEqual(['待约定']);
  });

  it('deducts once for a miss, in points, yuan, or per cent of the fee rounded half a fen up', () => {
    expect(linesOf([rule({ kind: 'missed', deduct: { points: 0.29 } })], [missed])).toEqual(['29 points']);
    expect(linesOf([rule({ kind: 'missed', deduct: { yuan: 200.5 } })], [missed])).toEqual(['20050 fen']);
    // 3,333,333 fen × 1.5 % = 49,999.995 fen.
    expect(linesOf([rule({ kind: 'missed', deduct: { percent: 1.5 } })], [missed], fee)).toEqual(['50000 fen']);
    expect(linesOf([rule({ kind: 'missed', deduct: { points: 2 } })], [met])).toEqual(['0 points']);
  });

  it('deducts for each failed case beyond those that are free, up to the cap of the line', () => {
    const each = { kind: 'case', deduct: { points: 0.5 } };
    expect(linesOf([rule(each)], [missed])).toEqual(['550 points']);
    expect(linesOf([rule({ ...each, free: 5 })], [missed])).toEqual(['300 points']);
    expect(linesOf([rule({ ...each, cap: { points: 4 } })], [missed])).toEqual(['400 points']);
    expect(linesOf([rule({ ...each, free: 5 })], [met])).toEqual(['0 points']);
  });

  it('deducts by the steps between value and target, whole or begun', () => {
    const steps = { kind: 'shortfall', deduct: { points: 1 }, step: 2.5 };
    // 95 − 89 = 6 = 2.4 steps.
    expect(linesOf([rule({ ...steps, counted: 'whole' })], [missed])).toEqual(['200 points']);
    expect(linesOf([rule({ ...steps, counted: 'begun' })], [missed])).toEqual(['300 points']);
    expect(linesOf([rule({ ...steps, step: 6, counted: 'begun' })], [missed])).toEqual(['100 points']);
    expect(linesOf([rule({ ...steps, counted: 'begun' })], [met])).toEqual(['0 points']);
  });

  it('deducts by the first tier in which the value lies', () => {
    const tiers = [
      { operator: '<', value: 89, deduct: { yuan: 300 } },
      { operator: '<', value: 95, deduct: { yuan: 100 } },
    ];
    expect(linesOf([rule({ kind: 'tiers', tiers })], [missed])).toEqual(['10000 fen']);
    expect(linesOf([rule({ kind: 'tiers', tiers })], [{ ...missed, passed: 88 }])).toEqual(['30000 fen']);
    expect(linesOf([rule({ kind: 'tiers', tiers })], [met])).toEqual(['0 fen']);
  });

  it('leaves open what data do not say, in the line and in the total, whatever the rule', () => {
    const rules = [
      rule({ kind: 'missed', deduct: { points: 2 } }),
      rule({ kind: 'case', deduct: { points: 2 } }),
      rule({ kind: 'shortfall', deduct: { points: 2 }, step: 1, counted: 'whole' }),
      rule({ kind: 'tiers', tiers: [{ operator: '<', value: 95, deduct: { points: 2 } }] }),
    ];
    for (const each of rules)
      for (const verdict of ['no-data', 'incomplete', 'under-way'] as const) {
        const settlement = settled([each], [{ ...silent, verdict }]);
        expect(settlement).toMatchObject({ kind: 'agreed', points: { hundredths: 0, pending: true }, fen: { pending: false } });
        expect(settlement.kind === 'agreed' && settlement.lines.map(told)).toEqual(['待定']);
      }
  });

  it('counts no cases as long as one has no outcome, but takes a miss as settled', () => {
    const open = { ...missed, unknown: 1 };
    expect(linesOf([rule({ kind: 'case', deduct: { points: 1 } })], [open])).toEqual(['待定']);
    expect(linesOf([rule({ kind: 'missed', deduct: { points: 1 } })], [open])).toEqual(['100 points']);
  });

  it('never takes a proposed target for a breach, nor one of a basis that the rule does not name', () => {
    const all = [
      rule({ kind: 'missed', deduct: { points: 2 } }),
      rule({ kind: 'case', deduct: { points: 2 } }),
      rule({ kind: 'tiers', tiers: [{ operator: '<', value: 95, deduct: { points: 2 } }] }),
    ];
    expect(linesOf(all, [{ ...missed, basis: 'proposed' }])).toEqual(Array(3).fill('0 points'));
    expect(
      linesOf([rule({ kind: 'missed', deduct: { points: 2 }, bases: ['plan'] })], [{ ...missed, basis: 'implied' }]),
    ).toEqual(['0 points']);
    expect(() => linesOf([rule({ kind: 'missed', deduct: { points: 2 }, bases: ['proposed'] })], [missed])).toThrow();
  });

  it('limits what an account and all together lose, as lines of their own', () => {
    const twice = [
      rule({ kind: 'missed', deduct: { percent: 4 } }),
      rule({ id: 'again', kind: 'missed', deduct: { percent: 4 } }),
    ];
    const account = { accounts: [{ service: 'cleaning', fee: 1000, cap: { percent: 5 } }] };
    expect(linesOf(twice, [missed], account)).toEqual(['4000 fen', '4000 fen', '-3000 fen']);
    expect(linesOf(twice, [missed], { ...account, cap: { yuan: 20 } })).toEqual([
      '4000 fen',
      '4000 fen',
      '-3000 fen',
      '-3000 fen',
    ]);
    const points = [rule({ kind: 'missed', deduct: { points: 12 } })];
    expect(linesOf(points, [missed], { accounts: [{ service: 'all', score: 10 }] })).toEqual(['1200 points', '-200 points']);
  });

  it('turns the score that is left into a share of the fee, and waits for the score', () => {
    const tiers = [
      { below: 85, deduct: { percent: 5 } },
      { below: 95, deduct: { percent: 2 } },
    ];
    const account = { accounts: [{ service: 'all', fee: 100_000, score: 100, tiers }] };
    const points = [rule({ kind: 'missed', deduct: { points: 6 } })];
    expect(linesOf(points, [missed], account)).toEqual(['600 points', '200000 fen']);
    expect(linesOf(points, [met], account)).toEqual(['0 points', '0 fen']);
    expect(linesOf(points, [silent], account)).toEqual(['待定', '待定']);
  });

  it('goes by the terms in force in the month', () => {
    const terms = (from: string, points: number) => ({
      from,
      agreed: '2026-08-20',
      rules: [rule({ kind: 'missed', deduct: { points } })],
    });
    const rules = settlementSchema.parse({ terms: [terms('2026-10', 3), terms('2026-09', 2)] });
    const totals = ['2026-08', '2026-09', '2026-10', '2026-11'].map((month) => {
      const settlement = settlementOf(judging([missed]), rules, month);
      return settlement.kind === 'agreed' ? settlement.points.hundredths : null;
    });
    expect(totals).toEqual([null, 200, 300, 300]);
  });

  it('takes no number that is not whole in hundredths, and one unit at a time', () => {
    for (const deduct of [{ points: 0.001 }, { yuan: -1 }, { percent: 101 }, { points: 1, yuan: 1 }, {}])
      expect(
        settlementSchema.safeParse({
          terms: [{ from: '2026-09', agreed: '2026-08-20', rules: [rule({ kind: 'missed', deduct })] }],
        }).success,
      ).toBe(false);
  });
});
