import { describe, expect, it } from 'vitest';
import { evidenceTwin } from '../reports/twins.ts';
import { indicatorWith, ledgerOf, registerTexts, requestsHeader, slipHeader, targetOf } from '../testing/ledger.ts';
import { Assessment } from './assessment.ts';
import { evidenceOf, usesOf } from './evidence.ts';

const month = '2026-09';
const requests = [
  'QQ-202609-001,保洁,紧急,W01,积水,2026-09-01 09:00,2026-09-01 09:20,2026-09-01 10:00,已完成,,BJ-01',
  'QQ-202609-002,保洁,紧急,W01,积水,2026-09-02 09:00,2026-09-02 09:50,2026-09-02 10:00,已完成,,BJ-01',
  'QQ-202609-003,保洁,紧急,W02,积水,2026-09-03 09:00,2026-09-03 11:00,2026-09-03 12:00,已完成,客户要求改期,BJ-01',
  'QQ-202609-004,保洁,紧急,W02,积水,2026-09-30 23:50,,,处理中,,BJ-01',
];
const timely = indicatorWith({
  measure: {
    kind: 'within',
    log: 'requests',
    exclude: [{ where: { exception: { is: 'filled' } }, reason: '特殊情况', because: 'exception' }],
    from: 'reported',
    to: 'responded',
    limits: [{ max: 30, unit: 'min' }],
  },
  targets: [targetOf('>=', 100)],
});

const { value: ledger, problems } = ledgerOf({
  ...registerTexts,
  [`data/${month}/delivery.csv`]: `${slipHeader}\n服务请求,4,2026-10-03,GL-01\n`,
  [`data/${month}/requests.csv`]: `${[requestsHeader, ...requests].join('\n')}\n`,
});
const assessment = new Assessment(ledger, [timely], { start: '2026-09-01', smallSample: 10 });
const [part] = evidenceOf(assessment, timely, month).parts;
const lines = (judgements: readonly { record: { line: number } | null }[] | undefined) =>
  judgements?.map(({ record }) => record?.line);

describe('evidenceOf', () => {
  it('sorts every row by how it counted, with the reason', () => {
    expect(problems).toEqual([]);
    expect(lines(part?.passed)).toEqual([2]);
    expect(lines(part?.failed)).toEqual([3]);
    expect(lines(part?.excluded)).toEqual([4]);
    expect(lines(part?.unknown)).toEqual([]);
    expect(lines(part?.underWay)).toEqual([5]);
    expect(part?.failed[0]?.reason).toBe('用时 50分钟，超过 30分钟');
    expect(part?.excluded.map(({ reason }) => reason)).toEqual(['特殊情况：客户要求改期']);
    expect(part?.underWay.map(({ reason }) => reason)).toEqual(['月末仍无“响应时间”，时限未到']);
  });

  it('says what the number would be had no exception been allowed: one more case, and it failed', () => {
    expect(part?.result.tally).toEqual({ kind: 'ratio', numerator: 1, denominator: 2 });
    expect(part?.unexcused).toEqual({ kind: 'ratio', numerator: 1, denominator: 3 });
  });
});

describe('evidenceTwin', () => {
  it('lists every row with how it counted, those without an outcome with their reason as well, and says how many they are', () => {
    const twin = evidenceTwin(evidenceOf(assessment, timely, month), month, { kind: 'sample', label: '示例数据', note: '' });
    const file = `data/${month}/requests.csv`;
    expect(twin.rows.map(({ line, counted }) => [line, counted])).toEqual([
      [2, 'pass'],
      [3, 'fail'],
      [4, 'excluded'],
      [5, 'under-way'],
    ]);
    expect(twin.rows[3]).toEqual({ part: 0, file, line: 5, counted: 'under-way', reason: '月末仍无“响应时间”，时限未到' });
    expect(twin.parts.map(({ unknown }) => unknown)).toEqual([0]);
  });
});

describe('usesOf', () => {
  it('leads from each line back to the indicators in which it was judged', () => {
    const uses = usesOf(assessment, month, 'requests');
    expect([...uses].map(([line, [use]]) => [line, use?.indicator.id, use?.counted])).toEqual([
      [2, timely.id, 'pass'],
      [3, timely.id, 'fail'],
      [4, timely.id, 'excluded'],
      [5, timely.id, 'under-way'],
    ]);
    expect(usesOf(assessment, month, 'checks').size).toBe(0);
  });
});
