import { expect, it } from 'vitest';
import { rounds } from '../core/testing/ledger.ts';
import { dueWords, slotWords } from './due.ts';

it('says a slot as people say it', () => {
  expect(slotWords({ from: '2026-11-02', to: '2026-11-02' })).toBe('11月2日');
  expect(slotWords({ from: '2026-11-02', to: '2026-11-08' })).toBe('11月2日至8日');
  expect(slotWords({ from: '2026-11-01', to: '2026-11-30' })).toBe('11月30日前');
  expect(slotWords({ from: '2027-02-01', to: '2027-02-28' })).toBe('2月28日前');
});

it('names few things and counts many', () => {
  const due = (...items: string[]) => items.map((item) => ({ service: 'cleaning', log: rounds, item, places: 1 }));
  expect(dueWords(due('大堂', '地库'))).toBe('巡查（大堂、地库）');
  expect(dueWords(due('一', '二', '三', '四'))).toBe('巡查4项');
  expect(dueWords(due('BJ-01', 'BJ-02'))).toBe('巡查2项');
  expect(dueWords(due('巡查'))).toBe('巡查');
});
