import { describe, expect, it } from 'vitest';
import { intervalOf, plus } from './interval.ts';

describe('intervalOf', () => {
  it('reads the words for how often, and numbers of days, weeks, months and years', () => {
    expect(['每周', '每半年', '30天', '每180天', '2周', '6个月', '每2年'].map(intervalOf)).toEqual([
      { unit: 'day', count: 7 },
      { unit: 'month', count: 6 },
      { unit: 'day', count: 30 },
      { unit: 'day', count: 180 },
      { unit: 'day', count: 14 },
      { unit: 'month', count: 6 },
      { unit: 'month', count: 24 },
    ]);
  });

  it('reads nothing into any other text', () => {
    const others = [
      '',
      '定期',
      '每',
      '0天',
      '30',
      '约30天',
      '30分钟',
      '三十天',
      '99999天',
      'constructor',
      `每${'1'.repeat(99)}天`,
    ];
    expect(others.map(intervalOf)).toEqual(others.map(() => null));
  });
});

describe('plus', () => {
  it('counts days and months, and takes the last day of a month that is too short', () => {
    expect(plus('2026-03-01', { unit: 'month', count: 6 })).toBe('2026-09-01');
    expect(plus('2026-08-31', { unit: 'month', count: 6 })).toBe('2027-02-28');
    expect(plus('2023-08-31', { unit: 'month', count: 6 })).toBe('2024-02-29');
    expect(plus('2026-12-28', { unit: 'day', count: 7 })).toBe('2027-01-04');
  });
});
