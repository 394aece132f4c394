import { describe, expect, it } from 'vitest';
import { contrastWords } from './fields.ts';

describe('contrastWords', () => {
  it('shows short values whole and nothing as 空', () => {
    expect(contrastWords(95, 98)).toBe('95 → 98');
    expect(contrastWords(null, '每日')).toBe('空 → 每日');
  });

  it('shows of long texts the part that differs', () => {
    const same = '同'.repeat(60);
    expect(contrastWords(`${same}甲${same}`, `${same}乙${same}`)).toBe(
      `…${'同'.repeat(8)}甲${'同'.repeat(8)}… → …${'同'.repeat(8)}乙${'同'.repeat(8)}…`,
    );
  });

  it('names elements in a text by their ids, and shows how they are written where only that differs', () => {
    expect(contrastWords('达标<Value id="counts/met" />。', '<Advice>应当</Advice>达标<Value id="counts/met" />。')).toBe(
      '达标〔counts/met〕。 → 应当达标〔counts/met〕。',
    );
    expect(contrastWords('达标。', '<Advice>达标。</Advice>')).toBe('达标。 → <Advice>达标。</Advice>');
  });
});
