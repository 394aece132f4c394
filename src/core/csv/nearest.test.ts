import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it('finds the candidate with the fewest changes', () => {
    expect(nearest('W11', ['W01', 'W12', 'X99'])).toBe('W01');
    expect(nearest('一楼大厅', ['一楼大堂', '二楼大堂'])).toBe('一楼大堂');
    expect(nearest('检查岗', ['检查岗位', '备注'])).toBe('检查岗位');
    expect(nearest('W01', ['W01'])).toBe('W01');
  });

  it('finds nothing when more than half of the text differs', () => {
    expect(nearest('天气', ['日期', '备注'])).toBeNull();
    expect(nearest('ABCD', ['ABXYZ'])).toBeNull();
    expect(nearest('ABCD', ['ABXY'])).toBe('ABXY');
    expect(nearest('W01', [])).toBeNull();
  });

  it('takes the first of equals and lets one letter be one off', () => {
    expect(nearest('W03', ['W02', 'W01'])).toBe('W02');
    expect(nearest('甲', ['乙'])).toBe('乙');
    expect(nearest('', ['甲'])).toBe('甲');
    expect(nearest('', ['甲乙'])).toBeNull();
  });

  it('always names one of the candidates, and the text itself when it is among them', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (text, candidates) => {
        const found = nearest(text, candidates);
        if (found !== null) expect(candidates).toContain(found);
        expect(nearest(text, [...candidates, text])).toBe(text);
      }),
    );
  });
});
