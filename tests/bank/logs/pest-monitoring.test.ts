import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const pest = bankLog('pest-monitoring');

const header = '日期,网点编号,监测点,虫害种类,监测方法,捕获数,控制阈值,是否超标,复核,处理措施,监测岗位';
const read = (row: string) => placed(readCsv(pest, `${header}\n2026-09-03,W01,D01,蜚蠊,粘捕,${row},BJ-01\n`).problems);

describe('pest monitoring', () => {
  it('exceeds only above the threshold, not on it', () => {
    expect(read('1,1,否,一致,')).toEqual([]);
    expect(read('0,0,否,一致,')).toEqual([]);
    expect(read('2,1,是,一致,加布毒饵站')).toEqual([]);
    expect(read('1,1,是,一致,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('2,1,否,一致,加布毒饵站')).toEqual([['row/contradiction', 2, 8]]);
  });

  it('wants a measure above the threshold', () => {
    expect(read('2,1,是,一致,')).toEqual([['row/contradiction', 2, 10]]);
  });

  it('reports both when the threshold is exceeded, denied and left without a measure', () => {
    expect(read('2,1,否,一致,')).toEqual([
      ['row/contradiction', 2, 8],
      ['row/contradiction', 2, 10],
    ]);
  });

  it('refuses a catch out of range and a point of another shape', () => {
    expect(read('501,1,是,一致,加布毒饵站')).toEqual([['cell/range', 2, 6]]);
    expect(placed(readCsv(pest, `${header}\n2026-09-03,W01,1号,蜚蠊,粘捕,0,1,否,一致,,BJ-01\n`).problems)).toEqual([
      ['cell/id', 2, 3],
    ]);
  });
});
