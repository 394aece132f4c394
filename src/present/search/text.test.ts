import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { readable } from './page.ts';
import { textOf } from './text.ts';

describe('the text of a page', () => {
  it('ends blocks with a stop where they end with a letter, and joins what stands in a line', () => {
    const html =
      '<h1>施肥</h1><p>按<b>周期</b>施肥，<a href="/a/">见表</a>。</p><ul><li>手套</li><li>口罩！</li></ul><p>第<br>二</p>';
    expect(textOf(html).text).toBe('施肥. 按周期施肥，见表。 手套. 口罩！ 第 二.');
  });

  it('leaves out forms, pictures, menus and what is marked, with all that is in them', () => {
    const html = `<nav>目录<ul><li>一</li></ul></nav><div data-pagefind-ignore><p id="x">不</p></div>甲
      <svg viewBox="0 0 1 1"><svg><text x="1">图</text></svg><path d="M0"/></svg><form><p>问</p></form><script>1 < 2</script><!-- <p>注</p> -->乙`;
    expect(textOf(html)).toEqual({ text: '甲 乙', anchors: [] });
  });

  it('reads signs as they are shown, and values with a closing bracket', () => {
    expect(textOf('<p title="a > b" class="c">1 &lt; 2 &amp;&amp; &quot;3&quot; &#39;4&#39; 甲</p>').text).toBe(
      `1 < 2 && "3" '4' 甲.`,
    );
  });

  it('places anchors at the next word', () => {
    const html = '<p>前</p><h2 id="一">一</h2><p><b id="in">内</b>容</p><div id="empty"></div><section id="end"></section>';
    const { text, anchors } = textOf(html);
    expect(text).toBe('前. 一. 内容.');
    expect(anchors).toEqual([
      ['一', 3],
      ['in', 6],
      ['empty', 9],
      ['end', 9],
    ]);
  });

  it('takes 100,000 signs that begin no tag, and words without a space, quickly', () => {
    const started = performance.now();
    expect(textOf('<p '.repeat(100_000)).anchors).toEqual([]);
    expect(textOf(`<p>${'字'.repeat(100_000)}</p>`).text.length).toBe(100_001);
    expect(textOf('<b>a</b>'.repeat(100_000)).text.length).toBe(100_000);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

/** What Pagefind reads of the main part of a page. */
async function readByPagefind(main: string) {
  const { index } = await pagefind.createIndex({ forceLanguage: 'zh' });
  await index?.addHTMLFile({ url: '/a/', content: `<html><body><main data-pagefind-body>${main}</main></body></html>` });
  const files = (await index?.getFiles())?.files ?? [];
  const [fragment] = files.filter(({ path }) => path.startsWith('fragment/'));
  const text = gunzipSync(fragment?.content ?? new Uint8Array()).toString('utf8');
  const { content, anchors } = JSON.parse(text.slice(text.indexOf('{')));
  return readable(content, anchors);
}

describe('Pagefind reads the same', () => {
  afterAll(() => pagefind.close());
  it.each([
    '<h1 data-pagefind-meta="title">施肥</h1><p>按<b>周期</b>施肥，<a href="/a/">见表</a>。</p><ul><li>手套</li><li>口罩！</li></ul>第<br>二',
    '<h2 id="一">一<a id="in" data-pagefind-ignore href="#一">#</a></h2><p><b id="内">内</b>容</p><div id="empty"></div><section id="end"></section>',
    '<p>甲 <code>a-b_c.d</code>　98.5%（<small>72/73</small>）</p><p>&lt;b&gt; &amp; &quot;引&quot; &#39;单&#39;</p><p>完*</p><p>空 </p>',
    '<form id="f"><p>问</p></form><nav id="n">目录</nav><svg viewBox="0 0 1 1"><text id="t">图</text></svg><script>if (1<b) c()</script>后',
    '<table><caption>表</caption><thead><tr><th scope="col">列</th></tr></thead><tbody><tr><td>1</td><td>第2天</td></tr></tbody></table>',
    '<dl><dt>名</dt><dd>值</dd></dl><details><summary>展开</summary><p>里面：</p></details><p title="a > b">🙂</p><p>𠮷</p>',
  ])('of %s', async (main) => {
    expect(textOf(main)).toEqual(await readByPagefind(main));
  });
});
