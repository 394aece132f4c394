import { describe, expect, it } from 'vitest';
import { missedCell, missedPhrase } from './basis.ts';

describe('misses told by the basis of their targets', () => {
  it.each([
    [{ plan: 1, implied: 3, proposed: 0 }, '4项未达标，其中1项为方案数值、3项为推得数值', '方案1、推得3'],
    [{ plan: 2, implied: 1, proposed: 4 }, '7项未达标，其中2项为方案数值、1项为推得数值、4项为建议数值', '方案2、推得1、建议4'],
    [{ plan: 0, implied: 3, proposed: 0 }, '3项未达标，均为推得数值', '推得3'],
    [{ plan: 0, implied: 0, proposed: 1 }, '1项未达标，为建议数值', '建议1'],
    [{ plan: 0, implied: 0, proposed: 0 }, '0项未达标', '—'],
  ])('%j', (by, phrase, cell) => {
    expect(missedPhrase(by)).toBe(phrase);
    expect(missedCell(by)).toBe(cell);
  });
});
