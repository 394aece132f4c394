import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const feedback = bankLog('feedback');

const header = '反馈编号,服务,网点编号,类别,渠道,内容,收到时间,答复时间,办结时间,回访结果,处理措施';
const read = (times: string) =>
  placed(readCsv(feedback, `${header}\nFK-202609-001,保洁,W01,投诉,电话,有异味,${times},未回访,\n`).problems).filter(
    ([code]) => code !== 'cell/repaired',
  );

describe('feedback', () => {
  it('lets neither answer nor end lie before the receipt', () => {
    expect(read('2026-09-05 10:00,2026-09-05 10:20,2026-09-05 15:00')).toEqual([]);
    expect(read('2026-09-05 10:00,,')).toEqual([]);
    expect(read('2026-09-05 10:00,2026-09-05 09:00,2026-09-04 15:00')).toEqual([
      ['row/contradiction', 2, 8],
      ['row/contradiction', 2, 9],
    ]);
  });
});
