import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const trainings = bankLog('trainings');

const header = '日期,服务,培训类别,培训内容,应训人数,参训人数,考核合格人数,缺训说明,培训效果,培训岗位';
const read = (cells: string) => placed(readCsv(trainings, `${header}\n2026-09-08,保洁,安全培训,防滑,${cells},,GL-01\n`).problems);

describe('trainings', () => {
  it('takes a full training, and one that somebody missed with the reason', () => {
    expect(read('6,6,6,')).toEqual([]);
    expect(read('6,5,5,一人休假')).toEqual([]);
    expect(read('6,6,5,一人考核未过')).toEqual([]);
  });

  it('refuses more people than there are', () => {
    expect(read('6,7,6,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('6,5,6,')).toEqual([['row/contradiction', 2, 7]]);
  });

  it('wants a reason when not everybody passed', () => {
    expect(read('6,5,5,')).toEqual([['row/contradiction', 2, 8]]);
    expect(read('6,6,5,')).toEqual([['row/contradiction', 2, 8]]);
  });
});
