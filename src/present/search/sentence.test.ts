import { describe, expect, it } from 'vitest';
import { marked, type Piece, sentenceAt } from './sentence.ts';

const written = (pieces: readonly Piece[]) => pieces.map(({ text, marked: mark }) => (mark ? `[${text}]` : text)).join('');

describe('marked', () => {
  it('marks every occurrence and keeps the text whole', () => {
    expect(written(marked('地面、墙面、地面', ['地面']))).toBe('[地面]、墙面、[地面]');
    expect(written(marked('无异味', ['地面']))).toBe('无异味');
    expect(marked('', ['地面'])).toEqual([]);
  });

  it('takes the longer of two words that begin at one place', () => {
    expect(written(marked('卫生间', ['卫生', '卫生间']))).toBe('[卫生间]');
  });
});

describe('sentenceAt', () => {
  const text = '甲一。乙二，丙三。 丁四. 戊五！';

  it('gives the whole sentence', () => {
    expect(sentenceAt(text, text.indexOf('二'), 1)).toBe('乙二，丙三。');
    expect(sentenceAt(text, text.indexOf('丁'), 2)).toBe('丁四');
    expect(sentenceAt(text, text.indexOf('五'), 1)).toBe('戊五！');
  });

  it('does not end at the point of a number', () => {
    expect(sentenceAt('合格率98.4%，达标。', 3, 4)).toBe('合格率98.4%，达标。');
  });

  it('is cut around the words when it is long, never through them', () => {
    const long = `${'前'.repeat(50)}断路器跳闸${'后'.repeat(50)}`;
    expect(sentenceAt(long, 53, 2, 12)).toBe('…前断路器跳闸后后后后后后…');
    expect(sentenceAt(long, 50, 5, 3)).toBe('…前断路器跳闸…');
  });
});
