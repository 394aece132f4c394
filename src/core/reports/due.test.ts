import { expect, it } from 'vitest';
import { ledgerOf, september } from '../testing/ledger.ts';
import { nextDue } from './due.ts';

const shown = (after: string, texts: Readonly<Record<string, string>> = september) =>
  nextDue(ledgerOf(texts).value, after).map(({ frequency, slot, items }) => [
    frequency,
    slot.from,
    slot.to,
    items.map(({ service, log, item, places }) => `${service} ${log.id} ${item} ${places}`),
  ]);

it('finds the first week, month and quarter after a month', () => {
  // 1 October 2026 is a Thursday: its week, from 28 September on, is October's. The quarter falls due in December.
  expect(shown('2026-09')).toEqual([
    ['每周', '2026-09-28', '2026-10-04', ['cleaning rounds 大堂 1']],
    ['每月', '2026-10-01', '2026-10-31', ['cleaning rounds 大堂 1']],
    ['每季度', '2026-10-01', '2026-12-31', ['cleaning rounds 地库 1']],
  ]);
});

const scheduleHeader = '计划编号,台账,服务,网点编号,区域编号,设备编号,项目,频次,起始日期,终止日期';

it('counts the places at which the same thing is due, and skips the days off', () => {
  const schedule = `${scheduleHeader}
JH-001,rounds,保洁,W01,,,大堂,每工作日,2024-11-01,
JH-002,rounds,保洁,W02,,,大堂,每工作日,2024-11-01,
`;
  // 1 and 2 October are holidays, 3 and 4 October a weekend: the first working day is the 5th.
  expect(shown('2026-09', { ...september, 'data/registers/schedule.csv': schedule })).toEqual([
    ['每工作日', '2026-10-05', '2026-10-05', ['cleaning rounds 大堂 2']],
  ]);
});

it('knows nothing due when the schedule has ended', () => {
  const schedule = `${scheduleHeader}
JH-001,rounds,保洁,W01,,,大堂,每周,2024-11-01,2026-09-30
`;
  expect(shown('2026-09', { ...september, 'data/registers/schedule.csv': schedule })).toEqual([]);
});
