import { describe, expect, it } from 'vitest';
import { logNamed } from '../testing/definitions.ts';
import { inputOf, ledgerOf, readCsv, rounds, september } from '../testing/ledger.ts';
import { judge, tallyOf } from './measure.ts';
import { sumShare, sumShareSchema } from './sum-share.ts';

const waste = logNamed('waste');

const { value: ledger } = ledgerOf(september);
const input = inputOf(ledger, 'rounds', '2026-09');
const measureOf = (parameters: object) =>
  sumShareSchema.parse({
    kind: 'sum-share',
    log: 'rounds',
    numerator: 'passed',
    denominator: 'checked',
    faultless: 'all',
    ...parameters,
  });

describe('sum-share', () => {
  it('is Σa of Σb: 51 of 52', () => {
    const measure = measureOf({});
    expect(tallyOf(measure, judge(measure, input))).toEqual({ kind: 'ratio', numerator: 51, denominator: 52 });
  });

  it('marks the rows that are not faultless, with both numbers', () => {
    const judged = judge(measureOf({}), input);
    expect(judged.map(({ counted, reason }) => [counted, reason])).toEqual([
      ['pass', null],
      ['pass', null],
      ['fail', '合格数 9，应检数 10'],
      ['pass', null],
      ['pass', null],
      ['pass', null],
    ]);
  });

  it('takes none of the denominator as faultless where the numerator is bad', () => {
    const judged = judge(measureOf({ faultless: 'none' }), input);
    expect(judged.every(({ counted }) => counted === 'fail')).toBe(true);
  });

  it('does not know of rows without numbers: collections beside spot checks have to be left out by a condition', () => {
    const csv = `日期,网点编号,类别,是否满溢,是否堆积,抽查件数,分类正确件数,作业岗位
2026-09-01,W01,清运,否,否,,,BJ-01
2026-09-01,W01,分类抽查,否,否,20,19,BJ-01
2026-09-02,W01,分类抽查,否,否,30,30,BJ-01
`;
    const measure = measureOf({ log: 'waste', numerator: 'correct', denominator: 'sampled' });
    const judged = judge(measure, { ...input, log: waste, records: readCsv(waste, csv).value });
    expect(judged.map(({ counted, reason }) => [counted, reason])).toEqual([
      ['unknown', '没有填写数量，不能判断'],
      ['fail', '分类正确件数 19，抽查件数 20'],
      ['pass', null],
    ]);
    expect(tallyOf(measure, judged)).toEqual({ kind: 'ratio', numerator: 49, denominator: 50 });
  });

  it('finds columns that are no counts', () => {
    const faults = sumShare.check(measureOf({ numerator: 'result', denominator: 'all' }), rounds, ledger.registers);
    expect(faults.map(({ path, code }) => [path.join('/'), code])).toEqual([
      ['numerator', 'measure/column'],
      ['denominator', 'measure/column'],
    ]);
  });
});
