import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const attendance = bankLog('attendance');

const header = '统计日期,服务,岗位代码,应到班次,本岗到班,替班班次,到岗班次,替班岗位,缺岗原因,统计岗位';
const read = (cells: string) => placed(readCsv(attendance, `${header}\n2026-09-30,保洁,BJ-01,${cells},GL-01\n`).problems);

describe('attendance', () => {
  it('takes full attendance, relief and a shift that stayed empty with the reason', () => {
    expect(read('22,22,0,22,,')).toEqual([]);
    expect(read('22,21,1,22,GL-01,')).toEqual([]);
    expect(read('22,21,0,21,,临时病假')).toEqual([]);
    expect(read('0,0,0,0,,')).toEqual([]);
  });

  it('adds up present and relieved shifts', () => {
    expect(read('22,20,1,22,GL-01,')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('refuses more shifts than there were', () => {
    expect(read('22,22,1,23,GL-01,')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('wants the post that stepped in, and only where one did', () => {
    expect(read('22,21,1,22,,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('22,22,0,22,GL-01,')).toEqual([['row/contradiction', 2, 8]]);
  });

  it('wants a reason for an empty shift', () => {
    expect(read('22,21,0,21,,')).toEqual([['row/contradiction', 2, 9]]);
  });
});
