import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const incidents = bankLog('incidents');

const header = '事故编号,服务,网点编号,发生时间,类别,等级,原因,处理措施,办结日期';
const read = (closed: string) =>
  placed(readCsv(incidents, `${header}\nSG-202609-001,保洁,W01,2026-09-12 14:20,安全事故,一般,湿滑,设牌,${closed}\n`).problems);

describe('incidents', () => {
  it('ends on the day it happened or later', () => {
    expect(read('2026-09-12')).toEqual([]);
    expect(read('2026-10-01')).toEqual([]);
    expect(read('')).toEqual([]);
    expect(read('2026-09-11')).toEqual([['row/contradiction', 2, 9]]);
  });
});
