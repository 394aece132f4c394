import { describe, expect, it } from 'vitest';
import { numberInRun, running, runningNumber, runOf } from './log.ts';

describe('running numbers', () => {
  it('have the series, the month and three or four digits', () => {
    expect(runningNumber.exec('BX-202609-003')?.slice(1)).toEqual(['BX', '2026', '09', '003']);
    expect(runningNumber.exec('BX-202609-1000')?.[4]).toBe('1000');
    expect(runOf('BX-202609-003')).toEqual({ series: 'BX', month: '2026-09' });
    expect(runOf('ABCD-202612-1000')).toEqual({ series: 'ABCD', month: '2026-12' });
    expect([numberInRun('BX-202609-003'), numberInRun('BX-202609-1000')]).toEqual([3, 1000]);
    expect(runOf('BX-202609-03')).toBeNull();
    for (const text of ['BX-202609-03', 'BX-20269-003', 'bx-202609-003', 'B-202609-003', 'BX-202609-00003', 'BX-202609-003 ']) {
      expect(runningNumber.test(text)).toBe(false);
    }
  });

  it('belong to their own series', () => {
    expect(running('AB').pattern.test('AB-202609-001')).toBe(true);
    expect(running('AB').pattern.test('AC-202609-001')).toBe(false);
    expect(running('AB').shape).toContain('AB-202609-001');
  });
});
