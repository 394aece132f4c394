import { describe, expect, it } from 'vitest';
import { isSearchable, lexiconOf, queryOf, readingsOf } from './query.ts';

const lexicon = lexiconOf(
  {
    synonyms: [
      { say: ['厕所', 'WC'], means: ['卫生间'] },
      { say: ['一刻钟'], means: ['15分钟'] },
      { say: ['灭蟑'], means: ['蟑螂', '蜚蠊'] },
    ],
    skip: ['怎么', '怎么办', '了'],
  },
  ['卫生间清洁', '清洁'],
);
const readings = (phrase: string) => readingsOf(phrase, lexicon).map(({ text, way }) => `${way} ${text}`);
const words = (typed: string) => queryOf(typed, lexicon).words.map(([first]) => first?.text);

describe('readingsOf', () => {
  it('reads a phrase as typed, then by its numbers, then by what it means', () => {
    expect(readings('厕所')).toEqual(['typed 厕所', 'meaning 卫生间']);
    expect(readings('wc')).toEqual(['typed wc', 'meaning 卫生间']);
    expect(readings('灭蟑')).toEqual(['typed 灭蟑', 'meaning 蟑螂', 'meaning 蜚蠊']);
    expect(readings('一刻钟')).toEqual([
      'typed 一刻钟',
      'meaning 15分钟',
      'meaning 十五分钟',
      'meaning 15 分钟',
      'meaning 15min',
      'meaning 十五min',
      'meaning 15 min',
    ]);
  });

  it('replaces everyday words inside a phrase', () => {
    expect(readings('厕所清洁')).toEqual(['typed 厕所清洁', 'meaning 卫生间清洁']);
  });
});

describe('queryOf', () => {
  it('takes a sentence apart into known words and what stands between them, without words that name nothing', () => {
    expect(words('厕所怎么清洁')).toEqual(['厕所', '清洁']);
    expect(words('厕所堵了怎么办')).toEqual(['厕所', '堵']);
    expect(words('卫生间清洁，地面')).toEqual(['卫生间清洁', '地面']);
    expect(words('地面 清洁')).toEqual(['地面', '清洁']);
  });

  it('leaves a single word whole', () => {
    expect(words('厕所')).toEqual([]);
    expect(words('')).toEqual([]);
  });

  it.each(['[', '*', '"', '“”', '！！！', '% / -', '（）', '\u200b', ''])('looks for nothing in %j', (typed) => {
    expect([isSearchable(typed), queryOf(typed, lexicon)]).toMatchObject([false, { phrase: [], words: [], id: null }]);
  });

  it.each(['龘', '☃', '≥', '\ue000', 'a', '5'])('looks for %j', (typed) => {
    expect([isSearchable(typed), queryOf(typed, lexicon).phrase[0]?.text]).toEqual([true, typed]);
  });

  it('reads the same whatever marks stand around it, and with exclamation marks anywhere', () => {
    for (const typed of ['厕所', '厕所怎么清洁', '≥95%', '5.1-2', 'sop.toilet', '2026年9月', '卫生间清洁，地面', '地面(大堂)']) {
      const read = queryOf(typed, lexicon);
      const marked = [`${typed}!`, `${typed}！！`, `！${typed}`, `“${typed}”`, `[${typed}]`, `${typed}？`, ` *${typed}* `];
      const inside = `${typed.slice(0, 1)}！${typed.slice(1)}`;
      for (const each of [...marked, inside]) expect(queryOf(each, lexicon), each).toEqual(read);
    }
    expect(queryOf('地面(大堂)', lexicon).phrase[0]?.text).toBe('地面(大堂)');
  });

  it('knows an id when it sees one', () => {
    const id = (typed: string) => queryOf(typed, lexicon).id;
    expect([id('5.1-2'), id('Sop.A'), id('第5.1条'), id('W01'), id('附件-合同-1')]).toEqual([
      '5.1-2',
      'sop.a',
      '5.1',
      'w01',
      '附件-合同-1',
    ]);
    expect([id('2026年9月'), id('2026/10'), id('二〇二六年十月')]).toEqual(['2026-09', '2026-10', '2026-10']);
    expect([id('95'), id('卫生间'), id('95%'), id('a b'), id('a')]).toEqual([null, null, null, null, null]);
  });
});
