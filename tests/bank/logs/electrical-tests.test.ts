import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const electricalTests = bankLog('electrical-tests');

const header = '日期,设备编号,测试项目,测得值,限值,结果,问题,复测日期,复测结果,仪器编号,测试岗位';
const read = (cells: string) => placed(readCsv(electricalTests, `${header}\n2026-09-15,W01-P1,${cells},YQ-01,BJ-01\n`).problems);

describe('electrical-tests', () => {
  it.each([
    ['绝缘电阻', '0.50', '合格'],
    ['绝缘电阻', '0.49', '不合格'],
    ['接地电阻', '0.50', '合格'],
    ['接地电阻', '0.51', '不合格'],
    ['漏电保护试跳', '0.51', '不合格'],
  ])('compares %s %s with a limit of 0.50: %s', (kind, value, result) => {
    const defect = (text: string) => (text === '合格' ? '' : '受潮');
    for (const written of ['合格', '不合格']) {
      const expected = written === result ? [] : [['row/contradiction', 2, 6]];
      expect(read(`${kind},${value},0.50,${written},${defect(written)},,`)).toEqual(expected);
    }
  });

  it('wants the defect of what failed, and of nothing else', () => {
    expect(read('绝缘电阻,0.30,0.50,不合格,,,')).toEqual([['row/contradiction', 2, 7]]);
    expect(read('绝缘电阻,5.20,0.50,合格,受潮,,')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('takes a second test of what failed, with date and result', () => {
    expect(read('绝缘电阻,0.30,0.50,不合格,受潮,2026-09-18,合格')).toEqual([]);
    expect(read('绝缘电阻,0.30,0.50,不合格,受潮,2026-09-18,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('绝缘电阻,0.30,0.50,不合格,受潮,,合格')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('绝缘电阻,0.30,0.50,不合格,受潮,2026-09-14,合格')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('绝缘电阻,5.20,0.50,合格,,2026-09-18,合格')).toEqual([['row/contradiction', 2, 8]]);
  });
});
