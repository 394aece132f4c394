import { describe, expect, it } from 'vitest';
import { logNamed } from '../testing/definitions.ts';
import { inputOf, ledgerOf, present, rounds, september } from '../testing/ledger.ts';
import { mean, meanSchema } from './mean.ts';
import { judge, tallyOf } from './measure.ts';

const requests = logNamed('requests');

const { value: ledger } = ledgerOf(september);
const requestsInput = inputOf(ledger, 'requests', '2026-09');
const measureOf = (parameters: object) => meanSchema.parse({ kind: 'mean', log: 'requests', ...parameters });
const tally = (parameters: object, input = requestsInput) => tallyOf(measureOf(parameters), judge(measureOf(parameters), input));

describe('mean', () => {
  it('sums minutes between two moments: 20, 30 and 60', () => {
    expect(tally({ of: { from: 'reported', to: 'responded' } })).toEqual({ kind: 'mean', sum: 110, count: 3, squares: 4900 });
  });

  it('counts what has no end yet with the time that it has lasted, and says so', () => {
    const of = { from: 'reported', to: 'completed' };
    // The third was reported at 08:00 on the 30th: 16 hours to the end of the month.
    expect(tally({ of })).toMatchObject({ kind: 'mean', sum: 130 + 960, count: 3 });
    expect(judge(measureOf({ of }), requestsInput)[2]).toMatchObject({
      counted: 'unknown',
      reason: '月末尚未结束，已 16小时，先按此计',
    });
  });

  it('takes an end after the month for none while the case is open: the month does not know it', () => {
    const of = { from: 'reported', to: 'completed' };
    const records = requestsInput.records.map((record) =>
      requestsInput.open.has(record) ? { ...record, values: { ...record.values, completed: '2026-10-02T08:00' } } : record,
    );
    const open = new Set(records.filter((_, at) => requestsInput.open.has(present(requestsInput.records[at]))));
    expect(open.size).toBe(1);
    expect(tally({ of }, { ...requestsInput, records, open })).toMatchObject({ kind: 'mean', sum: 130 + 960, count: 3 });
    // Reported at 08:00 on 30 September: 48 hours, where the row is no case that a later month could judge.
    expect(tally({ of }, { ...requestsInput, records, open: new Set() })).toMatchObject({
      kind: 'mean',
      sum: 130 + 2880,
      count: 3,
    });
  });

  it('sums a number column', () => {
    expect(tally({ log: 'rounds', of: 'checked' }, inputOf(ledger, 'rounds', '2026-09'))).toMatchObject({
      kind: 'mean',
      sum: 52,
      count: 6,
    });
  });

  it('leaves out what is excluded, with the reason', () => {
    const exclude = [{ where: { priority: '紧急' }, reason: '紧急另计' }];
    expect(tally({ of: { from: 'reported', to: 'responded' }, exclude })).toMatchObject({ kind: 'mean', sum: 80, count: 2 });
  });

  it('finds columns that are neither whole numbers nor moments', () => {
    const paths = (parameters: object) =>
      mean.check(measureOf(parameters), requests, ledger.registers).map(({ path, code }) => [path.join('/'), code]);
    expect(paths({ of: 'subject' })).toEqual([['of', 'measure/column']]);
    expect(paths({ of: { from: 'reported', to: 'priority' } })).toEqual([['of/to', 'measure/column']]);
    expect(mean.check(measureOf({ log: 'rounds', of: 'checked' }), rounds, ledger.registers)).toEqual([]);
  });
});
