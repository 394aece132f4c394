import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const inspections = bankLog('electrical-inspections');

const header = '日期,网点编号,巡检类别,设备编号,设备状态,隐患描述,闭环时间,巡检岗位';
const read = (row: string) => placed(readCsv(inspections, `${header}\n2026-09-01,W01,日常,W01-P1,${row},BJ-01\n`).problems);

describe('electrical inspections', () => {
  it('describes the defect exactly when there is one', () => {
    expect(read('正常,,')).toEqual([]);
    expect(read('异常,断路器温升偏高,')).toEqual([]);
    expect(read('异常,断路器温升偏高,2026-09-01 16:00')).toEqual([]);
    expect(read('异常,,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('正常,断路器温升偏高,')).toEqual([['row/contradiction', 2, 6]]);
  });
});
