import { describe, expect, it } from 'vitest';
import { indicatorWith, ledgerOf, present, rounds, targetOf } from '../testing/ledger.ts';
import { logGuide } from './guide.ts';

const { value: ledger } = ledgerOf({});
const measured = (log: string, id: string) =>
  indicatorWith({ measure: { kind: 'count', log, where: {}, events: 'unwanted' }, targets: [targetOf('<=', 0, '起')] }, id);
const indicators = [
  measured('rounds', 'cleaning.overall.a'),
  measured('requests', 'cleaning.overall.b'),
  measured('rounds', 'cleaning.overall.c'),
];

describe('the guide of a log', () => {
  it('tells what the schedule asks, by frequency, and what rests on the log', () => {
    const guide = logGuide(ledger, indicators, rounds, '2026-10');
    expect(guide.expectation).toEqual({ kind: 'due', times: 6 });
    expect(guide.planned).toEqual([
      { frequency: '每周', entries: 1, items: ['大堂'] },
      { frequency: '每月', entries: 1, items: ['大堂'] },
      { frequency: '每季度', entries: 1, items: ['地库'] },
    ]);
    expect(guide.indicators.map(({ id }) => id)).toEqual(['cleaning.overall.a', 'cleaning.overall.c']);
  });

  it('tells that nothing is scheduled for what happens unplanned', () => {
    const requests = present(ledger.logs.find(({ id }) => id === 'requests'));
    const guide = logGuide(ledger, [], requests, '2026-10');
    expect(guide).toMatchObject({ expectation: { kind: 'unplanned' }, planned: [], indicators: [] });
  });
});
