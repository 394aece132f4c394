import { describe, expect, it } from 'vitest';
import { Assessment } from '../indicators/assessment.ts';
import { indicatorWith, ledgerOf, present, september, targetOf } from '../testing/ledger.ts';
import { timedCases } from './durations.ts';

function cases(measure: object) {
  const indicator = indicatorWith({ measure, targets: [targetOf('>=', 100)] });
  const assessment = new Assessment(ledgerOf(september).value, [indicator], { start: '2026-09-01', smallSample: 10 });
  return timedCases(assessment, present(indicator.parts[0]), ['2026-09']);
}
const limits = [
  { where: { priority: '紧急' }, max: 15, unit: 'min' },
  { max: 30, unit: 'min' },
];

describe('the time that cases took', () => {
  it('stands under the limit that applied, shortest first', () => {
    expect(cases({ kind: 'within', log: 'requests', from: 'reported', to: 'responded', limits })).toEqual([
      { values: ['紧急'], limit: 15, minutes: [30], open: 0 },
      { values: [], limit: 30, minutes: [20, 60], open: 0 },
    ]);
  });

  it('counts what broke the limit unfinished apart, and leaves out what did not count', () => {
    const measure = { kind: 'within', log: 'requests', from: 'reported', to: 'completed', limits: [{ max: 2, unit: 'h' }] };
    expect(cases(measure)).toEqual([{ values: [], limit: 120, minutes: [60, 70], open: 1 }]);
    const exclude = [{ where: { exception: { is: 'filled' } }, reason: '例外' }];
    expect(cases({ ...measure, exclude })).toEqual([{ values: [], limit: 120, minutes: [60, 70], open: 0 }]);
  });

  it('is nothing for a measure without limits', () => {
    expect(cases({ kind: 'share', log: 'requests', pass: { outcome: '已完成' } })).toEqual([]);
  });
});
