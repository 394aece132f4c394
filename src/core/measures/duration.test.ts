import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationWords, inMinutes, minutesBetween } from './duration.ts';

describe('durations', () => {
  it('turns limits into minutes', () => {
    expect([inMinutes(35, 'min'), inMinutes(2, 'h'), inMinutes(0.5, 'h'), inMinutes(3, 'd'), inMinutes(0, 'd')]).toEqual([
      35, 120, 30, 4320, 0,
    ]);
  });

  it('counts minutes over midnight, month ends, year ends and 29 February', () => {
    expect(minutesBetween('2026-09-15T23:50', '2026-09-16T00:20')).toBe(30);
    expect(minutesBetween('2026-12-31T23:59', '2027-01-01T00:00')).toBe(1);
    expect(minutesBetween('2024-02-28T12:00', '2024-03-01T12:00')).toBe(2880);
    expect(minutesBetween('2026-02-28T12:00', '2026-03-01T12:00')).toBe(1440);
    expect(minutesBetween('2026-09-02', '2026-09-01')).toBe(-1440);
    expect(minutesBetween('2026-09-01', '2026-09-01T08:30')).toBe(510);
  });

  it('says them in words', () => {
    expect([0, 35, 60, 200, 1440, 3120, 1441, 4325].map(durationWords)).toEqual([
      '0分钟',
      '35分钟',
      '1小时',
      '3小时20分钟',
      '24小时',
      '52小时',
      '24小时1分钟',
      '3天5分钟',
    ]);
    expect(durationWords(-90)).toBe('提前1小时30分钟');
  });

  it('says every minute once', () => {
    const minutesOf = (words: string) => {
      const part = (unit: string) => Number(new RegExp(`(\\d+)${unit}`, 'u').exec(words)?.[1] ?? 0);
      return part('天') * 1440 + part('小时') * 60 + part('分钟');
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (minutes) => {
        expect(minutesOf(durationWords(minutes))).toBe(minutes);
      }),
    );
  });
});
