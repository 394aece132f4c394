import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const waste = bankLog('waste');

const header = '日期,网点编号,类别,是否满溢,是否堆积,抽查件数,分类正确件数,作业岗位';
const read = (row: string) => placed(readCsv(waste, `${header}\n2026-09-01,W01,${row},BJ-01\n`).problems);

describe('waste', () => {
  it('takes collections without counts and spot checks with both counts', () => {
    expect(read('清运,否,否,,')).toEqual([]);
    expect(read('分类抽查,否,否,20,20')).toEqual([]);
    expect(read('分类抽查,否,否,20,0')).toEqual([]);
  });

  it('refuses a spot check with one count or none, and counts without a spot check', () => {
    expect(read('分类抽查,否,否,20,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('分类抽查,否,否,,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('收集,否,否,20,20')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('收集,否,否,,20')).toEqual([['row/contradiction', 2, 6]]);
  });

  it('refuses more correct items than were sampled, and a sample of none', () => {
    expect(read('分类抽查,否,否,20,21')).toEqual([['row/contradiction', 2, 7]]);
    expect(read('分类抽查,否,否,0,0')).toEqual([['cell/range', 2, 6]]);
  });
});
