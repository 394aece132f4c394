import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseOf, inDigits, numberForms, numberOf } from './numbers.ts';

describe('Chinese numerals', () => {
  it.each([
    [0, '零'],
    [2, '二'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [95, '九十五'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [2026, '二千零二十六'],
  ])('%i is %s', (value, text) => {
    expect(chineseOf(value)).toBe(text);
  });

  it('reads digits said one by one, and 两', () => {
    expect(numberOf('二〇二六')).toBe(2026);
    expect(numberOf('两')).toBe(2);
    expect(numberOf('两百')).toBe(200);
    expect(numberOf('')).toBeNull();
  });

  it('says and reads every number alike', () => {
    fc.assert(fc.property(fc.nat(9999), (value) => numberOf(chineseOf(value)) === value));
  });
});

describe('inDigits', () => {
  it('is alike for what differs only in how numbers are spelt', () => {
    expect(['每周一次', '每周 1 次', '每周1次'].map(inDigits)).toEqual(['每周1次', '每周1次', '每周1次']);
    expect(inDigits('百分之九十五')).toBe('95%');
    expect(inDigits('两小时')).toBe('2小时');
    expect(inDigits('99%以上')).not.toBe(inDigits('不低于99%'));
  });
});

describe('numberForms', () => {
  it.each([
    ['15分钟', ['十五分钟', '15 分钟']],
    ['十五分钟', ['15分钟', '15 分钟']],
    ['15 分钟', ['15分钟', '十五分钟']],
    ['二十四小时', ['24小时', '24 小时']],
    ['24h', ['24小时', '二十四小时']],
    ['30min', ['30分钟']],
    ['百分之九十五', ['95%', '95 %']],
    ['95%', ['百分之九十五']],
    ['≥95%', ['95%以上', '不低于95%', '95%']],
    ['>=95%', ['≥95%', '95%以上']],
    ['95%以上', ['≥95%', '不低于95%']],
    ['不超过2小时', ['≤2小时', '2小时以内', '两小时', '2小时内']],
    ['24小时内', ['不超过24小时', '24小时以内']],
    ['每月两次', ['每月2次', '每月二次']],
    ['每周1次', ['每周一次']],
    ['3天', ['三天', '3日']],
    ['2026-10', ['2026年10月']],
    ['2026年9月', ['2026-09']],
    ['2026/9/5', ['2026年9月5日', '2026-09-05']],
    ['响应30分钟修复24小时', ['响应三十分钟修复二十四小时']],
  ])('%s is also written in other ways', (phrase, expected) => {
    expect(numberForms(phrase)).toEqual(expect.arrayContaining(expected));
  });

  it.each(['卫生间', '第三方评估', '统一着装', '一般服务', '5.1-2-1-1', 'w06', '95', ''])('%s has no other form', (phrase) => {
    expect(numberForms(phrase)).toEqual([]);
  });

  it('never gives the phrase back, nor one form twice, and stays few', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '5', '%', '十', '两', '小时', '分钟', '以上', '≥', '年', '-', ' ', '内') }),
        (phrase) => {
          const forms = numberForms(phrase);
          expect(forms).not.toContain(phrase);
          expect(new Set(forms).size).toBe(forms.length);
          expect(forms.length).toBeLessThanOrEqual(64);
        },
      ),
    );
  });
});
