import { describe, expect, it } from 'vitest';
import { checksHeader, placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const checks = bankLog('checks');

const read = (...rows: string[]) => placed(readCsv(checks, `${checksHeader}\n${rows.join('\n')}\n`).problems);

describe('checks', () => {
  it('takes a passed check without a reason, a failed one with a reason, rectified later the same day', () => {
    expect(
      read(
        '2026-09-01,保洁,W01-A1,地面,目视,合格,,,BJ-01',
        '2026-09-01,保洁,W01-A1,设施,目视,不合格,有积水,2026-09-01 10:30,BJ-01',
        '2026-09-30,保洁,W01-A1,地面,目视,不合格,有积水,2026-10-01 00:10,BJ-01',
      ),
    ).toEqual([]);
  });

  it.each(['不合格', '未检'])('wants a reason for %s', (result) => {
    expect(read(`2026-09-01,保洁,W01-A1,地面,目视,${result},,,BJ-01`)).toEqual([['row/contradiction', 2, 7]]);
  });

  it('wants a reason in a file that leaves out its column, too, and then points at the row', () => {
    const csv = '日期,服务,区域编号,检查项目,检查方法,结果,检查岗位\n2026-09-01,保洁,W01-A1,地面,目视,不合格,BJ-01\n';
    expect(placed(readCsv(checks, csv).problems)).toEqual([['row/contradiction', 2, null]]);
  });

  it('refuses a rectification before the day of the check', () => {
    expect(read('2026-09-02,保洁,W01-A1,地面,目视,不合格,有积水,2026-09-01 23:59,BJ-01')).toEqual([['row/contradiction', 2, 8]]);
  });

  it('checks one item of an area once a day', () => {
    const row = '2026-09-01,保洁,W01-A1,地面,目视,合格,,,BJ-01';
    expect(read(row, row.replace('目视', '白手套'))).toEqual([
      ['row/duplicate-key', 2, 1],
      ['row/duplicate-key', 3, 1],
    ]);
  });
});
