import { describe, expect, it } from 'vitest';
import { Assessment } from '../indicators/assessment.ts';
import { ledgerOf, slipHeader } from '../testing/ledger.ts';
import { deliveryHistories } from './lateness.ts';

/** Due on the 10th of the next month: rounds of August came two days late, of September in time; requests never in October. */
const { value: ledger } = ledgerOf({
  'data/2026-08/delivery.csv': `${slipHeader}\n巡查,0,2026-09-12,GL-01\n服务请求,0,2026-09-10,GL-01\n现场检查,0,2026-10-01,GL-01\n`,
  'data/2026-09/delivery.csv': `${slipHeader}\n巡查,0,2026-10-09,GL-01\n服务请求,0,2026-10-11,GL-01\n`,
});
const histories = deliveryHistories(new Assessment(ledger, [], { start: '2026-07-01', smallSample: 10 }), 10);

describe('the history of a log’s deliveries', () => {
  it('counts the days after the last day in time, and the months without anything', () => {
    expect(histories.map(({ log, months, late, absent }) => [log.id, months, late, absent])).toEqual([
      ['rounds', 3, [{ month: '2026-08', on: '2026-09-12', days: 2 }], ['2026-07']],
      ['checks', 3, [{ month: '2026-08', on: '2026-10-01', days: 21 }], ['2026-07', '2026-09']],
      ['requests', 3, [{ month: '2026-09', on: '2026-10-11', days: 1 }], ['2026-07']],
    ]);
  });
});
