import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const plantCare = bankLog('plant-care');

const header = '日期,网点编号,作业,结果,计划浇水量,允许偏差,实际浇水量,水量判断,盆土干湿,肥料,施肥量,修剪损伤,说明,养护岗位';
const read = (cells: string) => placed(readCsv(plantCare, `${header}\n2026-09-02,W01,${cells},BJ-01\n`).problems);
const watered = (amount: string, note = '') => read(`浇水,完成,30,20,${amount},,,,${note}`);

describe('plant-care', () => {
  it('takes watering, fertilising and pruning, each with its own columns', () => {
    expect(watered('31,正常,适中')).toEqual([]);
    expect(read('施肥,完成,,,,,,液肥,120,,')).toEqual([]);
    expect(read('修剪,完成,,,,,,,,无,')).toEqual([]);
  });

  it('takes what was not done with the reason', () => {
    expect(read('浇水,未完成,,,,,,,,,室温过低')).toEqual([]);
    expect(read('浇水,未完成,,,,,,,,,')).toEqual([['row/contradiction', 2, 13]]);
  });

  it.each([
    ['24', '正常'],
    ['36', '正常'],
    ['23', '偏少'],
    ['37', '偏多'],
  ])('knows %s litres against 30 within 20%% as %s', (amount, verdict) => {
    for (const written of ['正常', '偏少', '偏多']) {
      expect(watered(`${amount},${written},适中`)).toEqual(written === verdict ? [] : [['row/contradiction', 2, 8]]);
    }
  });

  it('keeps to the tolerance of the row', () => {
    expect(read('浇水,完成,30,10,34,正常,适中,,,,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('浇水,完成,30,0,30,正常,适中,,,,')).toEqual([]);
  });

  it('refuses a watering that leaves a column out and columns of another kind of work', () => {
    expect(read('浇水,完成,30,20,31,正常,,,,,')).toEqual([['row/contradiction', 2, 5]]);
    expect(read('修剪,完成,30,,,,,,,无,')).toEqual([['row/contradiction', 2, 5]]);
    expect(read('施肥,完成,,,,,,液肥,,,')).toEqual([['row/contradiction', 2, 10]]);
    expect(read('施肥,完成,,,,,,液肥,120,无,')).toEqual([['row/contradiction', 2, 12]]);
    expect(read('修剪,未完成,,,,,,,,无,改期')).toEqual([['row/contradiction', 2, 12]]);
  });

  it('wants a note on dry or wet soil and on damage', () => {
    expect(watered('31,正常,缺水')).toEqual([['row/contradiction', 2, 13]]);
    expect(watered('31,正常,过湿', '松土通风')).toEqual([]);
    expect(read('修剪,完成,,,,,,,,有,')).toEqual([['row/contradiction', 2, 13]]);
  });
});
