import { describe, expect, it } from 'vitest';
import { shownOf, timesIn } from './hit.ts';
import { kindOrder } from './kinds.ts';
import { candidateOf, type PageText } from './page.ts';
import { lexiconOf, queryOf } from './query.ts';
import { answerOf, type Choice } from './ranking.ts';
import type { Piece } from './sentence.ts';
import { answerSentence } from './words.ts';

const page = (url: string, title: string, text: string, more: Partial<PageText> = {}): PageText => ({
  url,
  title,
  kind: '服务方案',
  service: '',
  months: [],
  names: [],
  text: `${title}. ${text}`,
  anchors: [],
  ...more,
});
const any: Choice = { kind: '', service: '', month: '' };
const lexicon = lexiconOf({ synonyms: [{ say: ['厕所'], means: ['卫生间', '洗手间'] }], skip: ['怎么办', '了'] }, ['马桶']);
const ask = (pages: readonly PageText[], typed: string, choice = any) => {
  const query = queryOf(typed, lexicon);
  const answer = answerOf({ candidates: pages.map(candidateOf), kinds: kindOrder('网点') }, query, choice);
  return {
    query,
    answer,
    kinds: answer.groups.map(({ kind }) => kind),
    hits: answer.groups.flatMap(({ hits }) => hits.map(({ candidate, fit }) => [candidate.page.title, fit])),
    near: answer.near.map(({ candidate }) => candidate.page.title),
    sentence: answerSentence(answer, query),
  };
};
const written = (pieces: readonly Piece[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('answerOf', () => {
  it('lists no page for punctuation, and none as similar for a character that none writes', () => {
    const pages = [page('/a/', '甲', '卫生间（一楼）[大堂]* "干净"!'), page('/b/', '乙', '别处！'), page('/c/', '丙', '其他。')];
    for (const typed of ['[', '*', '"', '！', '（）'])
      expect(ask(pages, typed)).toMatchObject({
        hits: [],
        near: [],
        sentence: `“${typed}”里没有可检索的字，请输入文字、数字或编号。`,
      });
    for (const typed of ['龘', '☃', '龘龘！'])
      expect(ask(pages, typed), typed).toMatchObject({ hits: [], near: [], sentence: expect.stringMatching(/^没有找到“/u) });
    expect(ask(pages, '卫生间！')).toMatchObject({ hits: ask(pages, '卫生间').hits, sentence: ask(pages, '卫生间').sentence });
  });

  it('puts the very words before what they mean', () => {
    const pages = [page('/a/', '甲', '卫生间干净。'), page('/b/', '乙', '厕所干净。'), page('/c/', '丙', '别处。')];
    expect(ask(pages, '厕所').hits).toEqual([
      ['乙', 'typed'],
      ['甲', 'meaning'],
    ]);
  });

  it('puts other ways to write a number after the very words', () => {
    const pages = [page('/a/', '甲', '十五分钟内到。'), page('/b/', '乙', '15分钟内到。'), page('/c/', '丙', '5分钟。')];
    expect(ask(pages, '15分钟').hits).toEqual([
      ['乙', 'typed'],
      ['甲', 'numbers'],
    ]);
  });

  it('finds every page that writes what was typed, however full-width or capital', () => {
    const pages = Array.from({ length: 300 }, (_, index) => page(`/${index}/`, `页${index}`, 'Ａ4纸，９５％。'));
    expect(ask(pages, 'a4纸，95%').hits).toHaveLength(300);
  });

  it('finds pages by other names, and says so', () => {
    const pages = [page('/a/', '卫生间清洁', '步骤。', { names: ['茅厕'] })];
    expect(ask(pages, '茅厕')).toMatchObject({ hits: [['卫生间清洁', 'name']], sentence: '1页写有“茅厕”。' });
  });

  it('leads with procedures among pages that fit alike, and with the page that is called so before them', () => {
    const pages = [
      page('/a/', '存活率（绿化）', '说明。', { kind: '服务指标' }),
      page('/b/', '绿植盘点', '存活率在98%以上。', { kind: '作业规程' }),
      page('/c/', '方案', '存活率。'),
    ];
    expect(ask(pages, '存活率').kinds).toEqual(['服务指标', '作业规程', '服务方案']);
    expect(ask(pages.slice(1), '存活率').kinds).toEqual(['作业规程', '服务方案']);
  });

  it('puts pages of single months after the documents, the latest first', () => {
    const month = (name: string) =>
      page(`/compliance/${name}/x/`, '存活率', `${name}存活率。`, { kind: '合规依据', months: [name] });
    const pages = [month('2026-08'), month('2026-09'), page('/a/', '方案', '存活率。')];
    expect(ask(pages, '存活率。').kinds).toEqual(['服务方案', '合规依据']);
    expect(ask(pages, '存活率。').answer.groups[1]?.hits.map(({ candidate }) => candidate.page.months[0])).toEqual([
      '2026-09',
      '2026-08',
    ]);
  });

  it('leads with the kind whose page is called by the phrase or speaks of it, not with one that mentions it in passing', () => {
    const words = '别的事。'.repeat(200);
    const passing = page('/a/', '投诉处理', `${words}违约责任。`, { kind: '作业规程' });
    const speaking = page('/b/', '整改', '违约责任。违约责任。', { kind: '作业规程' });
    const bearing = page('/c/', '公司承担违约责任并进行整改', '条款。', { kind: '服务承诺' });
    expect(ask([passing, bearing], '违约责任').kinds).toEqual(['服务承诺', '作业规程']);
    expect(ask([speaking, bearing], '违约责任').kinds).toEqual(['作业规程', '服务承诺']);
  });

  it('makes no difference between numbers spelt otherwise, but between limits worded otherwise', () => {
    const words = '别的事。'.repeat(200);
    const procedure = (text: string) => page('/a/', '甲', words + text, { kind: '作业规程' });
    const standard = (text: string) => page('/b/', '乙', words + text, { kind: '服务标准' });
    expect(ask([procedure('每周一次。'), standard('每周1次。')], '每周1次').kinds).toEqual(['作业规程', '服务标准']);
    expect(ask([procedure('99%以上。'), standard('不低于99%。')], '不低于99%').kinds).toEqual(['服务标准', '作业规程']);
  });

  it('takes a page for called so whose name has every word, unless others write them as one', () => {
    const indicator = page('/a/', '存活率（绿化）', '存活率，2026年9月。', { kind: '服务指标' });
    const month = page('/compliance/2026-09/x/', '存活率 · 2026年9月', '依据。', { kind: '合规依据', months: ['2026-09'] });
    expect(ask([indicator, month], '存活率 2026年9月').kinds).toEqual(['合规依据', '服务指标']);
    const plan = page('/c/', '方案', '存活率 2026年9月。');
    expect(ask([indicator, month, plan], '存活率 2026年9月').kinds).toEqual(['服务方案', '服务指标', '合规依据']);
  });

  it('takes a page that is called by one of the words, and writes the others, for as good as other words for the phrase', () => {
    const pages = [
      page('/a/', '马桶清洁', '洗手间也查。', { kind: '作业规程' }),
      page('/b/', '标准', '卫生间马桶。', { kind: '服务标准' }),
    ];
    expect(ask(pages, '厕所马桶').hits).toEqual([
      ['马桶清洁', 'words'],
      ['标准', 'meaning'],
    ]);
  });

  it('takes words apart where no page writes them together', () => {
    const pages = [page('/a/', '甲', '刷净马桶，查有无堵塞。'), page('/b/', '乙', '马桶。')];
    const found = ask(pages, '马桶堵了怎么办');
    expect(found.hits).toEqual([['甲', 'words']]);
    expect(found.sentence).toContain('没有找到完全一致的内容；1页写有其中的“马桶”“堵”或同义的说法');
  });

  it('sets apart what is only something like it', () => {
    const found = ask([page('/a/', '甲', '更换枯死的绿植。'), page('/b/', '乙', '别处。')], '枯死的绿萝');
    expect(found).toMatchObject({ hits: [], near: ['甲'], sentence: '没有找到完全一致的内容，以下1页只是相近。' });
  });

  it('says plainly when nothing is found', () => {
    const found = ask([page('/a/', '甲', '别处。')], '龘龘');
    expect(found).toMatchObject({ hits: [], near: [] });
    expect(found.sentence).toBe('没有找到“龘龘”。请少写几个字或换个说法，也可以从下面的目录查找。');
  });

  it('shows nothing like it beside what fits', () => {
    expect(ask([page('/a/', '甲', '枯死的绿植。'), page('/b/', '乙', '枯死的花。')], '枯死的绿植').near).toEqual([]);
  });

  it('gives nothing for nothing', () => {
    expect(ask([page('/a/', '甲', '文。')], '　 ').hits).toEqual([]);
  });

  it('keeps to the kind, the service and the month that were chosen', () => {
    const pages = [
      page('/a/', '甲', '地面。', { kind: '作业规程', service: '保洁' }),
      page('/b/', '乙', '地面。', { months: ['2026-09'] }),
    ];
    expect(ask(pages, '地面', { ...any, kind: '作业规程' }).hits).toEqual([['甲', 'typed']]);
    expect(ask(pages, '地面', { ...any, service: '保洁' }).hits).toEqual([['甲', 'typed']]);
    expect(ask(pages, '地面', { ...any, month: '2026-09' }).hits).toEqual([['乙', 'typed']]);
  });
});

describe('ids', () => {
  const plan = page('/plan/cleaning/', '5.1　保洁指标', '甲款。乙款。丙款。', {
    anchors: [
      ['5.1-2', 11],
      ['5.1-2-1', 14],
      ['5.1-20', 17],
    ],
  });
  const pages = [
    plan,
    page('/procedures/sop.toilet-cleaning/', '卫生间清洁', '步骤。', { kind: '作业规程' }),
    page('/indicators/cleaning.toilet/', '洁具', '见条款5.1-2-1。', { kind: '服务指标' }),
  ];
  const first = (typed: string) => {
    const hit = ask(pages, typed).answer.groups[0]?.hits[0];
    return [hit?.candidate.page.url, hit?.anchor, hit?.fit];
  };

  it.each([
    ['5.1-2-1', '5.1-2-1'],
    ['5.1-2', '5.1-2'],
    ['条款 5.1-2', '5.1-2'],
    ['５.１－２', '5.1-2'],
    ['5.1—2', '5.1-2'],
    ['5.1-', '5.1-2'],
    ['5.1', '5.1-2'],
  ])('%s leads to its clause', (typed, anchor) => {
    expect(first(typed)).toEqual(['/plan/cleaning/', anchor, 'id']);
  });

  it.each(['sop.toilet-cleaning', 'SOP.Toilet', 'sop.toi', 'toilet'])('%s leads to the procedure', (typed) => {
    expect(first(typed)).toEqual(['/procedures/sop.toilet-cleaning/', null, 'id']);
  });

  it('also lists the pages that write the id', () => {
    expect(ask(pages, '5.1-2-1').hits).toEqual([
      ['5.1　保洁指标', 'id'],
      ['洁具', 'typed'],
    ]);
  });

  it('does not take a digit more for the same id', () => {
    expect(ask([page('/x/', '甲', '款。', { anchors: [['5.1-20', 3]] })], '5.1-2').hits).toEqual([]);
  });
});

describe('shownOf', () => {
  it('shows the sentence in which the words stand, marked, and counts them', () => {
    const [group] = ask([page('/a/', '方案', '前一句。每日清洁地面，地面无水。后一句。')], '地面').answer.groups;
    const hit = group?.hits[0];
    expect(hit === undefined ? '' : written(shownOf(hit).sentence)).toBe('每日清洁[地面]，[地面]无水。');
    expect(hit === undefined ? 0 : timesIn(hit)).toBe(2);
  });

  it('does not repeat the title where only the title fits', () => {
    const hit = ask([page('/a/', '地面清洁', '每日一次。再看。')], '地面清洁').answer.groups[0]?.hits[0];
    expect(hit === undefined ? [] : [written(shownOf(hit).heading), written(shownOf(hit).sentence)]).toEqual([
      '[地面清洁]',
      '每日一次。',
    ]);
  });
});
