import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const plantReplacements = bankLog('plant-replacements');

const header = '更换编号,发现时间,网点编号,原品种,更换原因,盆数,更换时间,新品种,客户验收,客户意见,养护岗位';
const read = (cells: string) =>
  placed(readCsv(plantReplacements, `${header}\nGH-202609-001,2026-09-08 09:30,W01,绿萝,枯死,1,${cells},BJ-01\n`).problems);

describe('plant-replacements', () => {
  it('takes what was replaced and what waits for it', () => {
    expect(read('2026-09-09 10:40,绿萝,通过,')).toEqual([]);
    expect(read('2026-09-09 10:40,绿萝,待验收,')).toEqual([]);
    expect(read('2026-09-09 10:40,绿萝,不通过,株形偏小')).toEqual([]);
    expect(read(',,待验收,')).toEqual([]);
  });

  it('refuses a replacement before the finding', () => {
    expect(read('2026-09-08 09:29,绿萝,通过,')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('wants time and species of the new plant together', () => {
    expect(read('2026-09-09 10:40,,通过,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read(',绿萝,待验收,')).toEqual([['row/contradiction', 2, 8]]);
  });

  it('refuses an acceptance of what is not there yet', () => {
    expect(read(',,通过,')).toEqual([['row/contradiction', 2, 9]]);
  });

  it('wants to know what the client does not like', () => {
    expect(read('2026-09-09 10:40,绿萝,不通过,')).toEqual([['row/contradiction', 2, 10]]);
  });
});
