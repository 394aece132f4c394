import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const plantPest = bankLog('plant-pest');

const header = '病虫编号,发现时间,网点编号,植物名称,类别,病虫名称,受害盆数,防治时间,防治方法,防治措施,消除时间,养护岗位';
const read = (cells: string) =>
  placed(readCsv(plantPest, `${header}\nBC-202609-001,2026-09-05 09:20,W01,绿萝,虫害,红蜘蛛,2,${cells},BJ-01\n`).problems);

describe('plant-pest', () => {
  it('takes what was treated, what was got rid of and what still waits', () => {
    expect(read('2026-09-05 15:00,人工,擦洗叶背,2026-09-12 10:00')).toEqual([]);
    expect(read('2026-09-05 15:00,人工,擦洗叶背,')).toEqual([]);
    expect(read(',,,')).toEqual([]);
  });

  it('keeps found, treated and closed in order', () => {
    expect(read('2026-09-05 09:19,人工,擦洗叶背,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('2026-09-05 15:00,人工,擦洗叶背,2026-09-05 14:00')).toEqual([['row/contradiction', 2, 11]]);
  });

  it('refuses a treatment told in part, and an end without a treatment', () => {
    expect(read('2026-09-05 15:00,,擦洗叶背,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read(',人工,,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read(',,,2026-09-12 10:00')).toEqual([['row/contradiction', 2, 8]]);
  });
});
