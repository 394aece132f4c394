import { describe, expect, it } from 'vitest';
import { logNamed } from '../testing/definitions.ts';
import { inputOf, ledgerOf, requestsHeader, september } from '../testing/ledger.ts';
import { judge as judgeMeasure, tallyOf } from './measure.ts';
import { within, withinSchema } from './within.ts';

const requests = logNamed('requests');

const { value: ledger } = ledgerOf(september);
const input = inputOf(ledger, 'requests', '2026-09');
const measureOf = (parameters: object) =>
  withinSchema.parse({ kind: 'within', log: 'requests', from: 'reported', to: 'responded', ...parameters });
const judge = (parameters: object, rows = input) =>
  judgeMeasure(measureOf(parameters), rows).map(({ counted, reason }) => [counted, reason]);
const ratio = (numerator: number, denominator: number) => ({ kind: 'ratio', numerator, denominator });

describe('within', () => {
  const byPriority = {
    limits: [
      { where: { priority: '紧急' }, max: 20, unit: 'min' },
      { max: 1, unit: 'h' },
    ],
  };

  it('takes the first limit that fits; a duration on the limit keeps it', () => {
    expect(judge(byPriority)).toEqual([
      ['pass', null],
      ['fail', '用时 30分钟，超过 20分钟'],
      ['pass', null],
    ]);
    const measure = measureOf(byPriority);
    expect(tallyOf(measure, judgeMeasure(measure, input))).toEqual(ratio(2, 3));
  });

  it('counts over midnight', () => {
    expect(judge({ where: { priority: '紧急' }, limits: [{ max: 30, unit: 'min' }] })).toEqual([['pass', null]]);
    expect(judge({ where: { priority: '紧急' }, limits: [{ max: 29, unit: 'min' }] })).toEqual([
      ['fail', '用时 30分钟，超过 29分钟'],
    ]);
  });

  it('replaces a limit from a day on, for rows that begin from that day', () => {
    const limits = [
      { max: 1, unit: 'h' },
      { max: 25, unit: 'min', since: '2026-09-15' },
    ];
    expect(judge({ limits })).toEqual([
      ['pass', null],
      ['fail', '用时 30分钟，超过 25分钟'],
      ['fail', '用时 1小时，超过 25分钟'],
    ]);
    expect(
      judge({
        limits: [
          { max: 1, unit: 'h' },
          { max: 25, unit: 'min', since: '2026-09-16' },
        ],
      })[1],
    ).toEqual(['pass', null]);
  });

  it('keeps a limit by priority beside a later one that does not fit the row', () => {
    const limits = [
      { max: 1, unit: 'h' },
      { where: { priority: '紧急' }, max: 10, unit: 'min', since: '2026-09-01' },
    ];
    expect(judge({ limits }).map(([counted]) => counted)).toEqual(['pass', 'fail', 'pass']);
  });

  it('counts what is still open at the month’s end as failed once its time is over, and as under way before', () => {
    const open = (limit: object) => judge({ to: 'completed', where: { outcome: '处理中' }, limits: [limit] });
    expect(open({ max: 15, unit: 'h' })).toEqual([['fail', '月末仍无“完成时间”，已超过 15小时']]);
    expect(open({ max: 959, unit: 'min' })).toEqual([['fail', '月末仍无“完成时间”，已超过 15小时59分钟']]);
    expect(open({ max: 16, unit: 'h' })).toEqual([['under-way', '月末仍无“完成时间”，时限未到']]);
    expect(open({ max: 1, unit: 'd' })).toEqual([['under-way', '月末仍无“完成时间”，时限未到']]);
  });

  it('takes the end of a February with 29 days', () => {
    const { value } = ledgerOf({
      'data/2024-02/delivery.csv': '台账,行数,交付日期,交付岗位\n服务请求,1,2024-03-01,GL-01\n',
      'data/2024-02/requests.csv': `${requestsHeader}\nQQ-202402-001,保洁,一般,W01,积水,2024-02-28 00:00,,,处理中,,BJ-01\n`,
    });
    const leap = inputOf(value, 'requests', '2024-02');
    expect(judge({ limits: [{ max: 47, unit: 'h' }] }, leap)[0]?.[0]).toBe('fail');
    expect(judge({ limits: [{ max: 48, unit: 'h' }] }, leap)[0]?.[0]).toBe('under-way');
  });

  it('leaves out rows that no limit fits, and excluded ones with their reason', () => {
    expect(judge({ limits: [{ where: { priority: '紧急' }, max: 1, unit: 'h' }] }).map(([counted]) => counted)).toEqual([
      'excluded',
      'pass',
      'excluded',
    ]);
    expect(judge({ limits: [{ max: 1, unit: 'h', since: '2026-10-01' }] })[0]).toEqual(['excluded', '没有适用的时限']);
    const exclude = [{ where: { exception: { is: 'filled' } }, reason: '特殊情况', because: 'exception' }];
    expect(judge({ exclude, limits: [{ max: 10, unit: 'min' }] })[2]).toEqual(['excluded', '特殊情况：等待配件']);
  });

  it('speaks of the plan where the limit is the planned time itself', () => {
    expect(judge({ limits: [{ max: 0, unit: 'min' }] })[0]).toEqual(['fail', '晚于计划 20分钟']);
  });

  it('finds columns that are no times', () => {
    const faults = within.check(
      measureOf({ from: 'subject', to: 'finished', limits: [{ where: { priority: '特急' }, max: 1, unit: 'h' }] }),
      requests,
      ledger.registers,
    );
    expect(faults.map(({ path, code }) => [path.join('/'), code])).toEqual([
      ['from', 'measure/column'],
      ['to', 'measure/column'],
      ['limits/0/where/priority', 'measure/value'],
    ]);
  });

  it('refuses negative limits and days that are none', () => {
    const parse = (limit: object) =>
      withinSchema.safeParse({ kind: 'within', log: 'requests', from: 'reported', to: 'responded', limits: [limit] }).success;
    expect(parse({ max: -1, unit: 'h' })).toBe(false);
    expect(parse({ max: 1, unit: 'week' })).toBe(false);
    expect(parse({ max: 1, unit: 'h', since: '2026-02-30' })).toBe(false);
    expect(parse({ max: 0.5, unit: 'h', since: '2024-02-29' })).toBe(true);
  });
});
