import { describe, expect, it } from 'vitest';
import { indicatorWith, ledgerOf, registerTexts, september, small, targetOf } from '../testing/ledger.ts';
import { Assessment } from './assessment.ts';
import { conservation, sumOf } from './conservation.ts';

const month = '2026-09';
const covered = (due: object) =>
  indicatorWith({
    measure: { kind: 'coverage', log: 'rounds', where: { item: '大堂' }, due, match: { location: 'location', item: 'item' } },
    targets: [targetOf('>=', 100)],
  });

/** The account of the rounds of September, as some indicators judge them. */
function rounds(indicator: ReturnType<typeof covered>, unjudged: (typeof small.logs)[number]['unjudged'] = []) {
  const logs = small.logs.map((log) => (log.id === 'rounds' ? { ...log, unjudged } : log));
  const { value: ledger } = ledgerOf({ ...registerTexts, ...september }, { logs });
  const accounts = conservation(new Assessment(ledger, [indicator], { start: '2026-09-01', smallSample: 10 }), month);
  const own = accounts.find(({ handed }) => handed.log.id === 'rounds');
  if (own === undefined) throw new Error('the rounds came in');
  return own;
}

describe('the account of a log', () => {
  it('counts rows and due rounds that an indicator judges, and lists the rest', () => {
    const { records, due } = rounds(covered({ item: '大堂' }));
    // Five rounds of the hall; the sixth row, of the cellar on the 30th, is nobody's.
    expect([records.all, records.judged, records.declared, records.rest.map(({ line }) => line)]).toEqual([6, 5, 0, [7]]);
    expect([due.all, due.judged, due.declared, due.rest.map(({ entry }) => entry.id)]).toEqual([6, 5, 0, ['JH-003']]);
  });

  it('takes for declared what the log declares', () => {
    const { records } = rounds(covered({ item: '大堂' }), [{ where: { item: '地库' }, reason: '地库不评价' }]);
    expect([records.judged, records.declared, records.rest]).toEqual([5, 1, []]);
  });

  it('does not take a row for judged that the schedule did not ask for', () => {
    // Only the monthly round at W02 is asked for: the four rows of W01 are outside of it.
    const { records, due } = rounds(covered({ item: '大堂', frequency: '每月' }));
    expect([records.judged, due.judged]).toEqual([1, 1]);
  });

  it('adds up over logs', () => {
    const { records } = rounds(covered({ item: '大堂' }));
    const { all, judged, declared, rest } = sumOf([records, records]);
    expect([all, judged, declared, rest.length]).toEqual([12, 10, 0, 2]);
  });
});
