import { describe, expect, it } from 'vitest';
import { inputOf, ledgerOf, rounds, september } from '../testing/ledger.ts';
import { judge as judgeMeasure, tallyOf } from './measure.ts';
import { share, shareSchema } from './share.ts';

const { value: ledger } = ledgerOf(september);
const input = inputOf(ledger, 'rounds', '2026-09');
const measureOf = (parameters: object) =>
  shareSchema.parse({ kind: 'share', log: 'rounds', pass: { result: '合格' }, ...parameters });
const judge = (parameters: object) => judgeMeasure(measureOf(parameters), input);
const tally = (parameters: object) => tallyOf(measureOf(parameters), judge(parameters));

describe('share', () => {
  it('is passing of eligible rows: five of six', () => {
    expect(tally({})).toEqual({ kind: 'ratio', numerator: 5, denominator: 6 });
  });

  it('looks only where it is told, and leaves out what is excluded', () => {
    expect(tally({ where: { location: 'W01' } })).toEqual({ kind: 'ratio', numerator: 4, denominator: 5 });
    expect(tally({ exclude: [{ where: { item: '地库' }, reason: '地库不计' }] })).toEqual({
      kind: 'ratio',
      numerator: 4,
      denominator: 5,
    });
    expect(tally({ where: { item: '天台' } })).toEqual({ kind: 'ratio', numerator: 0, denominator: 0 });
  });

  it('says of each row how it counted and why, with its location', () => {
    const judged = judge({ because: 'note', exclude: [{ where: { item: '地库' }, reason: '地库不计' }] });
    expect(judged.map(({ record, location, counted, reason }) => [record?.line, location, counted, reason])).toEqual([
      [2, 'W01', 'pass', null],
      [3, 'W02', 'pass', null],
      [4, 'W01', 'fail', '结果为“不合格”：地面有水'],
      [5, 'W01', 'pass', null],
      [6, 'W01', 'pass', null],
      [7, 'W01', 'excluded', '地库不计'],
    ]);
  });

  it('names only the conditions that a row fails', () => {
    const judged = judge({ pass: { result: '合格', checked: { atLeast: 9 }, note: { is: 'filled' } } });
    expect(judged[1]?.reason).toBe('应检数为“8”，备注为空');
  });

  it('passes a row by any alternative', () => {
    expect(tally({ pass: [{ result: '合格' }, { passed: { atLeast: 9 } }] })).toEqual({
      kind: 'ratio',
      numerator: 6,
      denominator: 6,
    });
  });

  it('judges no rows as nothing of nothing', () => {
    expect(judgeMeasure(measureOf({}), { ...input, records: [] })).toEqual([]);
  });

  it('finds parameters that the log does not have', () => {
    const faults = share.check(
      measureOf({
        where: { outcome: '好' },
        pass: { result: '好' },
        because: 'checked',
        exclude: [{ where: { place: '一' }, reason: '无', because: 'why' }],
      }),
      rounds,
      ledger.registers,
    );
    expect(faults.map(({ path, code }) => [path.join('/'), code])).toEqual([
      ['where/outcome', 'measure/column'],
      ['exclude/0/where/place', 'measure/column'],
      ['exclude/0/because', 'measure/column'],
      ['pass/result', 'measure/value'],
      ['because', 'measure/column'],
    ]);
    expect(share.check(measureOf({ because: 'note' }), rounds, ledger.registers)).toEqual([]);
  });
});
