import { expect, it } from 'vitest';
import { outline } from './outline.ts';

it('takes the id of the heading, or of the section that begins with it', () => {
  const html = '<h2 id="a">甲</h2><p>…</p><section class="clause" id="5.1-1"> <h2>一、总体指标</h2></section>';
  expect(outline(html)).toEqual({
    html,
    headings: [
      { id: 'a', words: '甲' },
      { id: '5.1-1', words: '一、总体指标' },
    ],
  });
});

it('gives a heading without an id its words, the same in every month', () => {
  const { html, headings } = outline('<section><h2>不合格与未完成（3）</h2></section>');
  expect(html).toBe('<section><h2 id="不合格与未完成">不合格与未完成（3）</h2></section>');
  expect(headings).toEqual([{ id: '不合格与未完成', words: '不合格与未完成' }]);
});

it('tells two headings with the same words apart, and from ids that stand elsewhere', () => {
  const { headings } = outline('<h2>说明</h2><h2>说明</h2><p id="目标"></p><h2>目标</h2>');
  expect(headings.map(({ id }) => id)).toEqual(['说明', '说明-2', '目标-2']);
});

it('leaves permanent links, counts and shapes out of the words', () => {
  const inner =
    '保洁<small>24项</small> <span class="verdict"><i aria-hidden="true">●</i>达标</span><a class="permalink" href="#x">#x</a>';
  expect(outline(`<h2 id="x">${inner}</h2>`).headings).toEqual([{ id: 'x', words: '保洁 达标' }]);
});

it('does not look at headings of other levels', () => {
  expect(outline('<h1>页</h1><h3>小节</h3>').headings).toEqual([]);
});

it('gives words as they read, not as HTML writes them', () => {
  const { html, headings } = outline('<h2>&lt;b&gt; it&#39;s &amp;lt;</h2>');
  expect(headings).toEqual([{ id: '-b-it-s-lt;', words: "<b> it's &lt;" }]);
  expect(html).toBe('<h2 id="-b-it-s-lt;">&lt;b&gt; it&#39;s &amp;lt;</h2>');
});
