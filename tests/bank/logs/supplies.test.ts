import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const supplies = bankLog('supplies');

const header = '日期,区域编号,卷纸补充,擦手纸补充,洗手液补充,是否短缺,短缺用品,补齐时间,作业岗位';
const read = (cells: string) => placed(readCsv(supplies, `${header}\n2026-09-01,W01-B1,4,2,0,${cells},BJ-01\n`).problems);

describe('supplies', () => {
  it('takes a round without a shortage, and one with it, made good or not', () => {
    expect(read('否,,')).toEqual([]);
    expect(read('是,卷纸,2026-09-01 14:20')).toEqual([]);
    expect(read('是,卷纸,')).toEqual([]);
  });

  it('wants to know what is short, and only then', () => {
    expect(read('是,,')).toEqual([['row/contradiction', 2, 7]]);
    expect(read('否,卷纸,')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('refuses goods made good without a shortage or before the round', () => {
    expect(read('否,,2026-09-01 14:20')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('是,卷纸,2026-08-31 14:20')).toEqual([['row/contradiction', 2, 8]]);
  });
});
