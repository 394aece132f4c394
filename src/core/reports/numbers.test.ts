import { describe, expect, it } from 'vitest';
import type { Target } from '../indicators/indicator.ts';
import { courseSaid, matches, type TypedNumber, typedNumbers } from './numbers.ts';
import type { Quantity } from './value.ts';

const texts = (text: string) => typedNumbers(text).map((each) => each.text);
const one = (text: string): TypedNumber => {
  const [first, ...others] = typedNumbers(text);
  if (first === undefined || others.length > 0) throw new Error(`${text} does not hold one number`);
  return first;
};
const target = (operator: Target['operator'], value: number, unit: Target['unit']): Target => ({
  from: '2024-11-01',
  operator,
  value,
  unit,
  period: 'month',
  basis: 'plan',
});

describe('typedNumbers', () => {
  it('finds digits with their unit, decimals, thousands, n/N and full-width digits', () => {
    expect(texts('未达标3项，合格率 98.7%，共1,304行，完成 14/15，平均３５分钟')).toEqual([
      '3项',
      '98.7%',
      '1,304行',
      '14/15',
      '３５分钟',
    ]);
    expect(one('平均３５分钟')).toMatchObject({ value: 35, unit: '分钟', places: 0, at: 2 });
    expect(one('下降 1.25 个百分点')).toMatchObject({ value: 1.25, places: 2, unit: '个百分点' });
    expect(one('完成 14/15')).toMatchObject({ value: 14, of: 15 });
    expect(one('多了 7')).toMatchObject({ value: 7, unit: '' });
  });

  it('counts Chinese numerals from 二 on before a counter word, and never 一', () => {
    expect(texts('两件投诉，十五分钟内到场，二百三十行')).toEqual(['两件', '十五分钟', '二百三十行']);
    expect(typedNumbers('二百三十行')[0]?.value).toBe(230);
    expect(typedNumbers('十五分钟')[0]?.value).toBe(15);
    expect(texts('一次性手套、一项措施、再一次、两个夏季、三楼、十分重视、一件')).toEqual([]);
  });

  it.each([
    '2026年9月5日、2026年9月、2026年、9月5日、9月、6至8月、2026年三季度',
    '2026-09-05、2026-09、2026-Q3、2026-W40、2026-10-ytd',
    '09:30、第3条、第二季度、第12行',
    '条款5.1-2-1-1',
    'W01、BX-202609-001、GB/T 8170-2008、A4',
    '名为“2026专项3号”的计划、《12条禁令》、「8小时」',
  ])('leaves out %s', (text) => {
    expect(texts(text)).toEqual([]);
  });
});

describe('matches', () => {
  const rate: Quantity = {
    kind: 'tally',
    tally: { kind: 'ratio', numerator: 9496, denominator: 10000 },
    target: target('>=', 95, '%'),
  };

  it('takes a rounded percentage, but never one on the other side of the target', () => {
    expect(matches(one('94.96%'), rate)).toBe(true);
    expect(matches(one('94.9%'), rate)).toBe(false);
    // 94.96 % rounds to 95.0 % and to 95 %, which would read as met.
    expect(matches(one('95.0%'), rate)).toBe(false);
    expect(matches(one('95%'), rate)).toBe(false);
    expect(matches(one('94.96项'), rate)).toBe(false);
  });

  it('wants the very cases for n/N and the unit for everything else', () => {
    expect(matches(one('14/15'), { kind: 'cases', tally: { kind: 'ratio', numerator: 14, denominator: 15 } })).toBe(true);
    expect(matches(one('14/16'), { kind: 'share', numerator: 14, denominator: 15 })).toBe(false);
    expect(matches(one('3项'), { kind: 'count', count: 3, unit: '项' })).toBe(true);
    expect(matches(one('3件'), { kind: 'count', count: 3, unit: '项' })).toBe(false);
    expect(matches(one('多了 3'), { kind: 'count', count: 3, unit: '项' })).toBe(false);
    expect(matches(one('95%'), { kind: 'target', target: target('>=', 95, '%') })).toBe(true);
    expect(matches(one('24小时'), { kind: 'target', target: target('<=', 24, 'h') })).toBe(true);
  });

  it('reads durations in minutes, hours or days', () => {
    const took: Quantity = { kind: 'tally', tally: { kind: 'mean', sum: 1830, count: 20 }, target: target('<=', 24, 'h') };
    // 1830 / 20 = 91.5 minutes = 1.525 hours.
    expect(matches(one('91.5分钟'), took)).toBe(true);
    expect(matches(one('1.5小时'), took)).toBe(true);
    expect(matches(one('1.6小时'), took)).toBe(false);
  });

  it('takes a difference only with a word and a sign that say which way it went', () => {
    // 3 % to 5.1 %.
    const rose: Quantity = {
      kind: 'difference',
      before: { kind: 'ratio', numerator: 30, denominator: 1000 },
      after: { kind: 'ratio', numerator: 51, denominator: 1000 },
      target: target('<=', 5, '%'),
    };
    const right = ['上升2.1个百分点', '上升了 2.1 个百分点', '提高约2.1个百分点', '相差2.1个百分点', '变动 +2.1个百分点'];
    expect(right.filter((text) => !matches(one(text), rose))).toEqual([]);
    const wrong = ['下降2.1个百分点', '下降 +2.1个百分点', '降低了2.1个百分点', '上升 −2.1个百分点', '变动 -2.1个百分点'];
    expect(wrong.filter((text) => matches(one(text), rose))).toEqual([]);
    const fell: Quantity = { ...rose, before: rose.after, after: rose.before };
    expect(matches(one('下降2.1个百分点'), fell)).toBe(true);
    expect(matches(one('上升2.1个百分点'), fell)).toBe(false);
  });
});

describe('courseSaid', () => {
  it('reads the words at the end of a text, and nothing before them', () => {
    expect(['比上月下降', '比上月上升了 ', '用时缩短约', '上升的是保洁，虫控为', ''].map(courseSaid)).toEqual([
      'fell',
      'rose',
      'fell',
      null,
      null,
    ]);
  });
});
