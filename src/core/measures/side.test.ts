import { describe, expect, it } from 'vitest';
import { inputOf, ledgerOf, requestsHeader, slipHeader } from '../testing/ledger.ts';
import { checkMeasure, judge, tallyOf, totalsOf } from './measure.ts';
import { sideSchema } from './side.ts';
import { Judged } from './sinks.ts';

const month = '2026-09';
const rows = [
  'QQ-202609-001,保洁,一般,W01,大堂积水,2026-09-01 09:00,2026-09-01 09:20,2026-09-01 10:00,已完成,,BJ-01',
  'QQ-202609-002,保洁,紧急,W02,玻璃破碎,2026-09-15 23:50,2026-09-16 00:20,2026-09-16 01:00,已完成,,BJ-01',
  'QQ-202609-003,用电,一般,W02,照明不亮,2026-09-30 08:00,2026-09-30 09:00,,处理中,等待配件,BJ-01',
  'QQ-202609-004,用电,一般,W01,插座松动,2026-09-30 08:00,2026-09-30 09:00,,处理中,等待配件,BJ-01',
];
const { value: ledger } = ledgerOf({
  [`data/${month}/delivery.csv`]: `${slipHeader}\n服务请求,4,2026-10-03,GL-01\n`,
  [`data/${month}/requests.csv`]: `${[requestsHeader, ...rows].join('\n')}\n`,
});
const input = inputOf(ledger, 'requests', month);
const measureOf = (parameters: object) => sideSchema.parse({ kind: 'side', log: 'requests', as: 'numerator', ...parameters });
const one = { kind: 'ratio', numerator: 1, denominator: 0 };
const none = { kind: 'ratio', numerator: 0, denominator: 0 };
const tally = (parameters: object) => {
  const measure = measureOf(parameters);
  return tallyOf(measure, judge(measure, input));
};

describe('side', () => {
  it('counts rows into the numerator or the denominator alone', () => {
    expect(tally({})).toEqual({ kind: 'ratio', numerator: 4, denominator: 0 });
    expect(tally({ as: 'denominator', where: { service: 'cleaning' } })).toEqual({ kind: 'ratio', numerator: 0, denominator: 2 });
  });

  it('counts things once, by the first row of each', () => {
    expect(tally({ as: 'denominator', each: 'location' })).toEqual({ kind: 'ratio', numerator: 0, denominator: 2 });
    expect(judge(measureOf({ each: 'location' }), input).map(({ counted, contribution }) => [counted, contribution])).toEqual([
      ['pass', one],
      ['pass', one],
      ['pass', none],
      ['pass', none],
    ]);
  });

  it('fails what is to be avoided, with its words', () => {
    const judged = judge(measureOf({ events: 'unwanted', where: { service: 'electrical' }, because: 'subject' }), input);
    expect(judged.map(({ counted, reason }) => [counted, reason])).toEqual([
      ['fail', '照明不亮'],
      ['fail', '插座松动'],
    ]);
  });

  it('counts what names no thing where counting is the worse, and leaves it out where it is the better', () => {
    const each = { each: 'exception' };
    expect(tally({ ...each, events: 'unwanted' })).toEqual({ kind: 'ratio', numerator: 3, denominator: 0 });
    expect(tally(each)).toEqual({ kind: 'ratio', numerator: 1, denominator: 0 });
    expect(tally({ ...each, as: 'denominator', events: 'unwanted' })).toEqual({ kind: 'ratio', numerator: 0, denominator: 1 });
  });

  it('leaves out what an exception lets out before it counts a thing', () => {
    const exclude = [{ where: { urgency: '紧急' }, reason: '不在范围' }];
    expect(tally({ as: 'denominator', each: 'location', exclude })).toEqual({ kind: 'ratio', numerator: 0, denominator: 2 });
  });

  it('adds up by location to the same', () => {
    const byLocation = totalsOf(measureOf({ each: 'location' }), input, new Judged()).byLocation();
    expect([...byLocation].map(([location, { tally: own, excluded }]) => [location, own, excluded])).toEqual([
      ['W01', one, 0],
      ['W02', one, 0],
    ]);
  });

  it('names columns that the log does not have', () => {
    const faults = checkMeasure(measureOf({ each: 'device', because: 'reported' }), input.log, ledger.registers);
    expect(faults.map(({ path, code }) => [path, code])).toEqual([
      [['each'], 'measure/column'],
      [['because'], 'measure/column'],
    ]);
  });
});
