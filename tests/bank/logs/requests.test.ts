import { describe, expect, it } from 'vitest';
import { placed, readCsv, requestsHeader } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const requests = bankLog('requests');

const read = (times: string) =>
  placed(readCsv(requests, `${requestsHeader}\nQQ-202609-001,保洁,一般,W01,积水,${times},已完成,,BJ-01\n`).problems);

describe('requests', () => {
  it('runs from the request to the response to completion', () => {
    expect(read('2026-09-01 09:00,2026-09-01 09:00,2026-09-01 09:00')).toEqual([]);
    expect(read('2026-09-30 23:50,2026-10-01 00:10,')).toEqual([]);
    expect(read('2026-09-01 09:00,2026-09-01 08:59,2026-09-01 10:00')).toEqual([['row/contradiction', 2, 7]]);
    expect(read('2026-09-01 09:00,2026-09-01 09:30,2026-09-01 09:10')).toEqual([['row/contradiction', 2, 8]]);
  });

  it('refuses completion before the request when no response is written down', () => {
    expect(read('2026-09-01 09:00,,2026-09-01 08:00')).toEqual([['row/contradiction', 2, 8]]);
  });

  it('refuses a number of another series', () => {
    const row = 'BX-202609-001,保洁,一般,W01,积水,2026-09-01 09:00,,,处理中,,BJ-01';
    expect(placed(readCsv(requests, `${requestsHeader}\n${row}\n`).problems)).toEqual([['cell/id', 2, 1]]);
  });
});
