import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const tasks = bankLog('tasks');

const header = '计划日期,计划编号,服务,网点编号,作业项目,计划完成时间,实际完成时间,结果,未完成原因,作业岗位';
const read = (...rows: string[]) => placed(readCsv(tasks, `${header}\n${rows.join('\n')}\n`).problems);

describe('tasks', () => {
  it('takes what was done with its time and what was not with its reason', () => {
    expect(
      read(
        '2026-09-01,JH-001,保洁,W01,地毯,2026-09-01 11:00,2026-09-01 10:40,完成,,BJ-01',
        '2026-09-08,JH-001,保洁,W01,地毯,2026-09-08 11:00,,未完成,会议室被占用,BJ-01',
      ),
    ).toEqual([]);
  });

  it('refuses 完成 without a time and 未完成 with one', () => {
    expect(read('2026-09-01,JH-001,保洁,W01,地毯,2026-09-01 11:00,,完成,,BJ-01')).toEqual([['row/contradiction', 2, 7]]);
    expect(read('2026-09-01,JH-001,保洁,W01,地毯,2026-09-01 11:00,2026-09-01 10:40,未完成,雨,BJ-01')).toEqual([
      ['row/contradiction', 2, 7],
    ]);
  });

  it('reports both faults of 未完成 with a time and without a reason', () => {
    expect(read('2026-09-01,JH-001,保洁,W01,地毯,2026-09-01 11:00,2026-09-01 10:40,×,,BJ-01').slice(0, 2)).toEqual([
      ['row/contradiction', 2, 7],
      ['row/contradiction', 2, 9],
    ]);
  });

  it('refuses a plan that the schedule does not have', () => {
    expect(read('2026-09-01,JH-999,保洁,W01,地毯,2026-09-01 11:00,2026-09-01 10:40,完成,,BJ-01')).toEqual([
      ['reference/unknown', 2, 2],
    ]);
  });
});
