import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const improvements = bankLog('improvements');

const header = '措施编号,服务,来源,问题,改进措施,提出日期,计划完成日期,实施日期,实施情况,成效,未实施原因,责任岗位';
const read = (dates: string, rest: string) =>
  placed(readCsv(improvements, `${header}\nGJ-202609-001,保洁,客户反馈,门厅湿滑,加铺吸水垫,${dates},${rest},GL-01\n`).problems);

describe('improvements', () => {
  it('takes what was carried out, what was not and what was called off', () => {
    expect(read('2026-08-12,2026-09-15,2026-09-10', '已实施,没有再滑倒,')).toEqual([]);
    expect(read('2026-08-12,2026-09-15,', '未实施,,等待到货')).toEqual([]);
    expect(read('2026-08-12,2026-09-15,', '已取消,,客户同意取消')).toEqual([]);
  });

  it('lets a measure be carried out late, but not before it was proposed', () => {
    expect(read('2026-08-12,2026-09-15,2026-09-28', '已实施,,')).toEqual([]);
    expect(read('2026-08-12,2026-09-15,2026-08-11', '已实施,,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('2026-09-16,2026-09-15,2026-09-20', '已实施,,')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('refuses 已实施 without a date and anything else with one', () => {
    expect(read('2026-08-12,2026-09-15,', '已实施,,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('2026-08-12,2026-09-15,2026-09-10', '未实施,,等待到货')).toEqual([['row/contradiction', 2, 8]]);
  });

  it('wants a reason for what was not carried out, and none for what was', () => {
    expect(read('2026-08-12,2026-09-15,', '未实施,,')).toEqual([['row/contradiction', 2, 11]]);
    expect(read('2026-08-12,2026-09-15,', '已取消,,')).toEqual([['row/contradiction', 2, 11]]);
    expect(read('2026-08-12,2026-09-15,2026-09-10', '已实施,,等待到货')).toEqual([['row/contradiction', 2, 11]]);
  });
});
