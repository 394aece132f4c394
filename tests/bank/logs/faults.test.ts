import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const faults = bankLog('faults');

const header = '工单号,网点编号,设备编号,故障现象,报修时间,响应时间,修复时间,故障判断,原因,特殊情况,维修岗位';
const read = (times: string) =>
  placed(readCsv(faults, `${header}\nBX-202609-001,W01,W01-P1,跳闸,${times},准确,,,BJ-01\n`).problems);

describe('faults', () => {
  it('lets neither response nor repair lie before the report', () => {
    expect(read('2026-09-01 09:10,2026-09-01 09:25,2026-09-01 11:00')).toEqual([]);
    expect(read('2026-09-01 09:10,,')).toEqual([]);
    expect(read('2026-09-01 09:10,2026-09-01 09:09,2026-08-31 11:00')).toEqual([
      ['row/contradiction', 2, 6],
      ['row/contradiction', 2, 7],
    ]);
  });
});
