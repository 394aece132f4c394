import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const recordAudits = bankLog('record-audits');

const header = '审查日期,服务,网点编号,抽审条数,完整准确条数,录入时限,及时录入条数,问题,更正日期,审查岗位';
const read = (cells: string) => placed(readCsv(recordAudits, `${header}\n2026-09-25,用电,W01,${cells},GL-01\n`).problems);

describe('record-audits', () => {
  it('takes an audit without and with findings', () => {
    expect(read('10,10,24,10,,')).toEqual([]);
    expect(read('10,9,24,8,一条缺闭环时间，两条滞后,2026-09-26')).toEqual([]);
  });

  it('refuses more records than were looked at', () => {
    expect(read('10,11,24,10,,')).toEqual([['row/contradiction', 2, 5]]);
    expect(read('10,10,24,11,,')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('wants to know what was wrong, and nothing where nothing was', () => {
    expect(read('10,9,24,10,,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('10,10,24,9,,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('10,10,24,10,一条缺闭环时间,')).toEqual([['row/contradiction', 2, 8]]);
  });

  it('refuses a correction before the audit', () => {
    expect(read('10,9,24,10,一条缺闭环时间,2026-09-24')).toEqual([['row/contradiction', 2, 9]]);
  });
});
