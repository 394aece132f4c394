import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const maintenance = bankLog('maintenance');

const header = '计划日期,设备编号,保养类别,保养内容,结果,完成时间,保养后运行,说明,保养岗位';
const read = (cells: string) =>
  placed(readCsv(maintenance, `${header}\n2026-09-16,W01-P1,月度保养,除尘,${cells},BJ-01\n`).problems);

describe('maintenance', () => {
  it('takes what was done with its time and what was not with the reason', () => {
    expect(read('完成,2026-09-16 12:10,正常,')).toEqual([]);
    expect(read('完成,2026-09-14 12:10,异常,已报修')).toEqual([]);
    expect(read('未完成,,,不具备停电条件')).toEqual([]);
  });

  it('refuses 完成 without time or condition and 未完成 with one', () => {
    expect(read('完成,,正常,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('完成,2026-09-16 12:10,,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('未完成,2026-09-16 12:10,,改期')).toEqual([['row/contradiction', 2, 6]]);
  });

  it('refuses work of an earlier month', () => {
    expect(read('完成,2026-08-31 12:10,正常,')).toEqual([['row/contradiction', 2, 6]]);
  });

  it('wants a note on what was not done or does not run well', () => {
    expect(read('未完成,,,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('完成,2026-09-16 12:10,异常,')).toEqual([['row/contradiction', 2, 8]]);
  });
});
