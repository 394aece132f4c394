import { describe, expect, it } from 'vitest';
import { excerptOf, fitOf, grouped, type Hit, marked, nearKind, phraseOf, readable, searchSentence } from './search.ts';

const hit = (kind: string, title: string, content: string): Hit => ({
  url: `/${title}/`,
  title,
  kind,
  about: [],
  content,
  anchors: [],
});
const words = (pieces: readonly { readonly text: string; readonly marked: boolean }[]) =>
  pieces.map(({ text, marked: mark }) => (mark ? `[${text}]` : text)).join('');

describe('fitOf', () => {
  it('tells the very words from separate words and from something like it', () => {
    expect(fitOf('卫生间地面干燥', phraseOf('卫生间地面'))).toBe('exact');
    expect(fitOf('地面干燥，卫生间无异味', phraseOf('卫生间　地面'))).toBe('words');
    expect(fitOf('卫生检查', phraseOf('卫生间'))).toBe('near');
  });

  it('reads full-width characters and capitals alike', () => {
    expect(fitOf('合格率９５％（a4纸）', phraseOf(' 95% '))).toBe('exact');
    expect(fitOf('打印A4纸', phraseOf('ａ４'))).toBe('exact');
  });
});

describe('marked', () => {
  it('marks every occurrence and keeps the text whole', () => {
    expect(words(marked('地面、墙面、地面', ['地面']))).toBe('[地面]、墙面、[地面]');
    expect(words(marked('无异味', ['地面']))).toBe('无异味');
    expect(marked('', ['地面'])).toEqual([]);
  });

  it('takes the longer of two words that begin at one place', () => {
    expect(words(marked('卫生间', ['卫生', '卫生间']))).toBe('[卫生间]');
  });
});

describe('excerptOf', () => {
  it('shows the surroundings of the first occurrence', () => {
    const content = `${'前'.repeat(100)}断路器跳闸${'后'.repeat(100)}`;
    expect(words(excerptOf(content, '跳闸', 20))).toBe('…前前断路器[跳闸]后后后后后后后后后后后后后…');
  });

  it('begins at the beginning where nothing is found', () => {
    expect(words(excerptOf('地面干净', '蟑螂', 3))).toBe('地面干…');
  });
});

describe('grouped', () => {
  const hits = [
    hit('服务方案', '甲', '卫生检查'),
    hit('作业规程', '乙', '卫生检查'),
    hit('作业规程', '丙', '卫生间清洁'),
    hit('服务方案', '丁', '别处'),
  ];

  const titles = (found: readonly Hit[], query: string) =>
    grouped(found, query).map(({ kind, hits: own }) => [kind, own.map(({ title }) => title)]);

  it('sets apart what is only something like it', () => {
    expect(titles(hits, '卫生间')).toEqual([
      ['作业规程', ['丙']],
      [nearKind, ['甲', '乙', '丁']],
    ]);
  });

  it('puts the very words before separate words, among the kinds and within one', () => {
    const mixed = [
      hit('作业规程', '甲', '清洁每日卫生间'),
      hit('服务方案', '乙', '清洁每日卫生间'),
      hit('服务方案', '丙', '卫生间 清洁'),
    ];
    expect(titles(mixed, '卫生间 清洁')).toEqual([
      ['服务方案', ['丙', '乙']],
      ['作业规程', ['甲']],
    ]);
  });

  it('keeps the kinds when nothing fits, procedures first', () => {
    expect(titles(hits, '蟑螂窝')).toEqual([
      ['作业规程', ['乙', '丙']],
      ['服务方案', ['甲', '丁']],
    ]);
  });

  it('does not repeat the title in the excerpt', () => {
    const [group] = grouped([hit('作业规程', '擦地', '擦地. 每日拖净地面')], '地面');
    expect(words(group?.hits[0]?.excerpt ?? [])).toBe('每日拖净[地面]');
    expect(words(group?.hits[0]?.heading ?? [])).toBe('擦地');
  });

  it('counts a title as text', () => {
    expect(grouped([hit('作业规程', '卫生间清洁', '步骤')], '卫生间')[0]?.hits[0]?.fit).toBe('exact');
  });
});

describe('readable', () => {
  const raw = '3.2 \u200b服务\u200b标准\u200b. \u200b清洁\u200b频率\u200b。 \u200b每日';

  it('removes the separators of the index and finds each anchor by its word', () => {
    // Words: 3.2, 服务, 标准, ., 清洁, 频率, 。, 每日
    expect(
      readable(raw, [
        { id: 'a', location: 4 },
        { id: 'b', location: 7 },
      ]),
    ).toEqual({
      content: '3.2 服务标准. 清洁频率。 每日',
      anchors: [
        { id: 'a', at: 10 },
        { id: 'b', at: 16 },
      ],
    });
  });

  it('leads to the part in which the words stand', () => {
    const { content, anchors } = readable(raw, [{ id: 'a', location: 4 }]);
    const anchor = (query: string) => grouped([{ ...hit('甲', '一', content), anchors }], query)[0]?.hits[0]?.anchor;
    expect([anchor('频率'), anchor('标准'), anchor('每周')]).toEqual(['a', null, null]);
  });
});

describe('searchSentence', () => {
  const sentence = (hits: readonly Hit[], query: string, total = hits.length) =>
    searchSentence(grouped(hits, query), query, total);

  it('says plainly when nothing fits exactly', () => {
    expect(sentence([hit('甲', '一', '卫生检查')], '卫生间')).toBe('没有找到完全一致的内容，以下是相近结果（1页）。');
    expect(sentence([], '蟑螂')).toBe('没有找到“蟑螂”。请少写几个字或换个说法，也可以从下面的目录查找。');
  });

  it('counts what fits, and says how far it looked', () => {
    const hits = [hit('甲', '一', '卫生间清洁'), hit('甲', '二', '卫生检查')];
    expect(sentence(hits, '卫生间')).toBe('1页写有“卫生间”，另有1页相近。');
    expect(sentence(hits, '卫生间', 90)).toBe('1页写有“卫生间”，另有1页相近，共90页，这里看了最相近的2页。');
    expect(sentence([hit('甲', '一', '清洁卫生间')], '卫生间 清洁')).toBe(
      '没有页面连着写有“卫生间 清洁”；1页分别写有其中每一个词。',
    );
  });
});
