import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const communications = bankLog('communications');

const header =
  '作业开始时间,作业结束时间,服务,网点编号,事项,计划告知时间,提前小时数,注意事项告知时间,作业前提醒,效果告知时间,事后小时数,方式,说明,告知岗位';
const read = (cells: string, end = '2026-09-10 19:00') =>
  placed(readCsv(communications, `${header}\n2026-09-10 17:30,${end},保洁,W01,定期消杀,${cells},GL-01\n`).problems);
const before = '2026-09-09 10:00,31,2026-09-09 10:00,是';

describe('communications', () => {
  it('takes three notices, and fewer with the reason', () => {
    expect(read(`${before},2026-09-11 09:30,15,书面,`)).toEqual([]);
    expect(read(',,,否,2026-09-11 09:30,15,书面,临时加做')).toEqual([]);
    expect(read(`${before},,,书面,效果待告知`)).toEqual([]);
    expect(read(`${before},,,书面,`)).toEqual([['row/contradiction', 2, 13]]);
  });

  it('counts whole hours before the work downwards and after it upwards', () => {
    expect(read('2026-09-09 17:31,23,2026-09-09 17:31,是,2026-09-10 19:01,1,书面,')).toEqual([]);
    expect(read('2026-09-09 17:30,24,2026-09-09 17:30,是,2026-09-10 19:00,0,书面,')).toEqual([]);
    expect(read('2026-09-09 17:31,24,2026-09-09 17:31,是,2026-09-10 19:01,1,书面,')).toEqual([['row/contradiction', 2, 7]]);
    expect(read(`${before},2026-09-12 19:01,48,书面,`)).toEqual([['row/contradiction', 2, 11]]);
  });

  it('wants hours and moments together', () => {
    expect(read('2026-09-09 10:00,,2026-09-09 10:00,是,2026-09-11 09:30,15,书面,')).toEqual([['row/contradiction', 2, 7]]);
    expect(read(`${before},,15,书面,效果待告知`)).toEqual([['row/contradiction', 2, 11]]);
  });

  it('knows whether the precautions came before the work', () => {
    expect(read('2026-09-09 10:00,31,2026-09-10 17:30,是,2026-09-11 09:30,15,书面,')).toEqual([]);
    expect(read('2026-09-09 10:00,31,2026-09-10 17:31,是,2026-09-11 09:30,15,书面,')).toEqual([['row/contradiction', 2, 9]]);
    expect(read(`2026-09-09 10:00,31,,是,2026-09-11 09:30,15,书面,未告知`)).toEqual([['row/contradiction', 2, 9]]);
    expect(read('2026-09-09 10:00,31,2026-09-09 10:00,否,2026-09-11 09:30,15,书面,')).toEqual([['row/contradiction', 2, 9]]);
  });

  it('keeps start, end and effect in order', () => {
    expect(read(`${before},2026-09-11 09:30,17,书面,`, '2026-09-10 17:29')).toEqual([['row/contradiction', 2, 2]]);
    expect(read(`${before},2026-09-10 18:59,0,书面,`)).toEqual([['row/contradiction', 2, 10]]);
  });
});
