import { describe, expect, it } from 'vitest';
import type { Blank } from './blank.ts';
import { filling, tokensIn } from './filling.ts';

const blank = (id: string, value: string | null, supplier: Blank['supplier']): Blank => ({
  id,
  kind: 'placeholder',
  needs: '次数',
  type: 'text',
  value,
  suggestion: null,
  supplier,
  sections: [],
  sourceLines: [],
});

const fill = filling([
  blank('schedule.toilet', '4次', 'both'),
  blank('schedule.deep', null, 'both'),
  blank('contacts.hotline', null, 'contractor'),
]);

describe('filling', () => {
  it('puts a decided value in every string that names the blank, at any depth', () => {
    const front = { when: '每日{schedule.toilet}', items: [{ check: '每日{schedule.toilet}，共{schedule.toilet}' }], order: 1 };
    expect(fill(front)).toEqual({ when: '每日4次', items: [{ check: '每日4次，共4次' }], order: 1 });
  });

  it('says who has to decide while there is no value', () => {
    expect(fill('周期：{schedule.deep}')).toBe('周期：待双方约定');
    expect(fill('热线：{contacts.hotline}')).toBe('热线：待填写');
  });

  it('leaves an unknown token and ordinary braces as they are', () => {
    expect(fill('{schedule.unknown} {a} {}')).toBe('{schedule.unknown} {a} {}');
  });
});

describe('tokensIn', () => {
  it('finds every token with the path of its string', () => {
    expect(tokensIn({ a: '{x.y}', b: [{ c: '无' }, { c: '{x.y}至{x.z}' }], d: null, e: 3 })).toEqual([
      { id: 'x.y', path: ['a'] },
      { id: 'x.y', path: ['b', 1, 'c'] },
      { id: 'x.z', path: ['b', 1, 'c'] },
    ]);
  });
});
