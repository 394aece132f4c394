import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const prevention = bankLog('prevention');

const header =
  '预防编号,评价日期,常见故障,预防措施,计划落实日期,落实日期,落实情况,措施前故障数,措施后故障数,故障变化,说明,责任岗位';
const read = (cells: string, due = '2026-06-25') =>
  placed(readCsv(prevention, `${header}\nYF-202609-001,2026-09-28,开关接触不良,逐个检查,${due},${cells},BJ-01\n`).problems);

describe('prevention', () => {
  it('takes what helped, what did not and what was not carried out', () => {
    expect(read('2026-06-22,已落实,2,0,下降,')).toEqual([]);
    expect(read('2026-06-22,已落实,2,3,上升,改用新型开关')).toEqual([]);
    expect(read(',未落实,1,1,持平,等待停电')).toEqual([]);
  });

  it('refuses 已落实 without a date and 未落实 with one', () => {
    expect(read(',已落实,2,0,下降,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('2026-06-22,未落实,2,0,下降,等待停电')).toEqual([['row/contradiction', 2, 6]]);
  });

  it('wants a note on what was not carried out or did not help', () => {
    expect(read(',未落实,2,0,下降,')).toEqual([['row/contradiction', 2, 11]]);
    expect(read('2026-06-22,已落实,2,3,上升,')).toEqual([['row/contradiction', 2, 11]]);
  });

  it('looks back from a day after the measure was due', () => {
    expect(read('2026-06-22,已落实,2,0,下降,', '2026-09-29')).toEqual([['row/contradiction', 2, 2]]);
  });

  it('lets exactly one word describe two counts', () => {
    const words = ['下降', '持平', '上升'];
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (before, after) => {
        const right = words[Math.sign(after - before) + 1];
        const taken = words.filter((word) => read(`2026-06-22,已落实,${before},${after},${word},说明`).length === 0);
        expect(taken).toEqual([right]);
      }),
    );
  });
});
