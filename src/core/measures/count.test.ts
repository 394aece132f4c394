import { describe, expect, it } from 'vitest';
import { logNamed } from '../testing/definitions.ts';
import { inputOf, ledgerOf, september } from '../testing/ledger.ts';
import { count, countSchema } from './count.ts';
import { judge as judgeMeasure, tallyOf } from './measure.ts';

const requests = logNamed('requests');

const { value: ledger } = ledgerOf(september);
const input = inputOf(ledger, 'requests', '2026-09');
const measureOf = (parameters: object) =>
  countSchema.parse({ kind: 'count', log: 'requests', events: 'unwanted', ...parameters });
const judge = (parameters: object) =>
  judgeMeasure(measureOf(parameters), input).map(({ record, location, counted, reason, contribution }) => [
    record?.line,
    location,
    counted,
    reason,
    contribution.kind === 'count' ? contribution.events : null,
  ]);

describe('count', () => {
  it('counts events to avoid as failures, described by a column', () => {
    const seenBy = ['cleaning.overall.pass'];
    expect(judge({ where: { priority: '紧急' }, because: 'subject', seenBy })).toEqual([[3, 'W02', 'fail', '玻璃破碎', 1]]);
    expect(judge({ where: { priority: '一般' }, because: 'exception', seenBy })).toEqual([
      [2, 'W01', 'fail', null, 1],
      [4, 'W02', 'fail', '等待配件', 1],
    ]);
  });

  it('takes the other rows of the log, or of those that could have been one, for looked at', () => {
    expect(judge({ where: { priority: '紧急' } })).toEqual([
      [2, 'W01', 'pass', null, 0],
      [3, 'W02', 'fail', null, 1],
      [4, 'W02', 'pass', null, 0],
    ]);
    expect(judge({ where: { priority: '紧急' }, among: { location: 'W02' } }).map(([line]) => line)).toEqual([3, 4]);
  });

  it('does not know of a row whose blank cell hides whether it is an event', () => {
    expect(judge({ where: { exception: '等待配件' } }).map(([line, , counted, reason]) => [line, counted, reason])).toEqual([
      [2, 'unknown', '“特殊情况”没有填写，不能判断'],
      [3, 'unknown', '“特殊情况”没有填写，不能判断'],
      [4, 'fail', null],
    ]);
  });

  it('counts events to reach as passes', () => {
    expect(judge({ where: { outcome: '已完成' }, events: 'wanted' }).map(([, , counted]) => counted)).toEqual(['pass', 'pass']);
  });

  it('does not count what is excluded', () => {
    const exclude = [{ where: { exception: { is: 'filled' } }, reason: '特殊情况' }];
    expect(judge({ exclude })[2]).toEqual([4, 'W02', 'excluded', '特殊情况', 0]);
    const measure = measureOf({ exclude });
    expect(tallyOf(measure, judgeMeasure(measure, input))).toEqual({ kind: 'count', events: 2 });
  });

  it('counts no rows as no events', () => {
    const measure = measureOf({});
    expect(tallyOf(measure, judgeMeasure(measure, { ...input, records: [] }))).toEqual({ kind: 'count', events: 0 });
  });

  it('finds parameters that the log does not have', () => {
    const faults = count.check(measureOf({ where: { kind: '投诉' }, because: 'reported' }), requests, ledger.registers);
    expect(faults.map(({ path, code }) => [path.join('/'), code])).toEqual([
      ['where/kind', 'measure/column'],
      ['because', 'measure/column'],
    ]);
  });
});
