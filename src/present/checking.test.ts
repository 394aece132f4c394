import { describe, expect, it } from 'vitest';
import { checkSentence, countsWords, pageWords, sizeWords } from './checking.ts';

describe('what a check came to', () => {
  it('names only what was found', () => {
    expect(countsWords({ error: 0, warning: 0, info: 0 })).toBe('没有问题');
    expect(countsWords({ error: 2, warning: 0, info: 1 })).toBe('错误 2，信息 1');
  });

  it('says whether the month may be committed', () => {
    expect(checkSentence('2026-11', 3, 120, { error: 1, warning: 0, info: 0 })).toBe(
      '2026年11月：检查了 3 个文件、120 行，错误 1。有错误不能发布，请按下面的说明改正。',
    );
    expect(checkSentence('2026-11', 3, 120, { error: 0, warning: 1, info: 0 })).toContain('可以提交；有警告的台账');
    expect(checkSentence('2026-11', 3, 120, { error: 0, warning: 0, info: 4 })).toMatch(/信息 4。可以提交。$/u);
  });

  it('says how large a file is and which rows are shown', () => {
    expect([sizeWords(10), sizeWords(34_400), sizeWords(1_240_000)]).toEqual(['1 KB', '34 KB', '1.2 MB']);
    expect(pageWords('a.csv', 50, 50, 120, false)).toBe('a.csv：第 51—100 条，共 120 条');
    expect(pageWords('a.csv', 0, 1, 1, true)).toBe('a.csv：有问题的行中第 1—1 条，共 1 条');
    expect(pageWords('a.csv', 0, 0, 0, true)).toBe('a.csv：没有有问题的行');
  });
});
