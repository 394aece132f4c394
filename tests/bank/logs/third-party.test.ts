import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const thirdParty = bankLog('third-party');

const header = '评估编号,报告日期,服务,评估机构,评估范围,得分,利益关系,双方认可,主要问题,后续措施';
const read = (cells: string) =>
  placed(readCsv(thirdParty, `${header}\nPG-202609-001,2026-09-20,保洁,质量评估机构,全部网点,${cells}\n`).problems);

describe('third-party', () => {
  it('takes a report with and without findings', () => {
    expect(read('92,无,是,,')).toEqual([]);
    expect(read('85,有,否,个别记录补填,列入改进措施')).toEqual([]);
  });

  it('wants to know what follows from a finding', () => {
    expect(read('85,无,是,个别记录补填,')).toEqual([['row/contradiction', 2, 10]]);
  });

  it('keeps the score within 100', () => {
    expect(read('101,无,是,,')).toEqual([['cell/range', 2, 6]]);
  });
});
