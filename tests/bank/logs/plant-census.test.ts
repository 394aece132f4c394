import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const census = bankLog('plant-census');

const header = '日期,网点编号,植物名称,应摆数量,存活数量,长势合格数,病虫害数量,盘点岗位';
const read = (row: string) => placed(readCsv(census, `${header}\n2026-09-05,W01,绿萝,${row},BJ-01\n`).problems);

describe('plant census', () => {
  it('keeps healthy within alive within total, and infested within total', () => {
    expect(read('12,12,12,12')).toEqual([]);
    expect(read('12,0,0,0')).toEqual([]);
    expect(read('12,13,12,0')).toEqual([['row/contradiction', 2, 5]]);
    expect(read('12,11,12,0')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('12,12,12,13')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('refuses a place for no plants', () => {
    expect(read('0,0,0,0')).toEqual([['cell/range', 2, 4]]);
  });
});
