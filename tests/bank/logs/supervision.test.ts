import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const supervision = bankLog('supervision');

const header = '日期,服务,网点编号,监督方式,监督内容,结果,发现问题,整改完成时间,监督岗位';
const read = (cells: string) =>
  placed(readCsv(supervision, `${header}\n2026-09-01,保洁,W01,日常监督,大厅地面,${cells},GL-01\n`).problems);

describe('supervision', () => {
  it('takes a visit without findings, and one with findings, put right or not', () => {
    expect(read('达标,,')).toEqual([]);
    expect(read('发现问题,拖布未分区,2026-09-01 15:30')).toEqual([]);
    expect(read('发现问题,拖布未分区,')).toEqual([]);
  });

  it('wants a finding where one is claimed, and only there', () => {
    expect(read('发现问题,,')).toEqual([['row/contradiction', 2, 7]]);
    expect(read('达标,拖布未分区,')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('refuses a rectification of nothing, or before the visit', () => {
    expect(read('达标,,2026-09-01 15:30')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('发现问题,拖布未分区,2026-08-31 15:30')).toEqual([['row/contradiction', 2, 8]]);
  });
});
