import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What each written report's file says of itself, without the site's own reader. */
const written = new Map(
  readdirSync('content/reports').map((file) => {
    const text = readFileSync(`content/reports/${file}`, 'utf8');
    return [file.replace(/\.mdx$/u, ''), /^status: (\w+)$/mu.exec(text)?.[1] ?? ''] as const;
  }),
);
const words: Readonly<Record<string, string>> = { draft: '草稿', reviewed: '已审核', issued: '已签发' };
/** The word that must stand beside a report's title. */
const wordOf = (id: string): string => (/-W\d{2}$/u.test(id) ? '自动汇总' : (words[written.get(id) ?? ''] ?? '待编制'));

const ids = readdirSync('dist/reports').filter((id) => existsSync(`dist/reports/${id}/index.html`));
const read = (path: string): string => readFileSync(`dist/${path}`, 'utf8');
const plain = (html: string): string => html.replace(/<[^>]+>/gu, '');

describe('how far a report has come', () => {
  it('is known of every kind', () => {
    expect(new Set(ids.map(wordOf))).toEqual(new Set(['待编制', '草稿', '已审核', '已签发', '自动汇总']));
    expect(ids.length).toBeGreaterThan(160);
  });

  it('stands below the title of every page, and in the title of its window', () => {
    const wrong = ids.filter((id) => {
      const html = read(`reports/${id}/index.html`);
      const [, title = '', below = ''] = /<h1[^>]*>([^<]*)<\/h1>\s*<p class="making[^>]*>([\s\S]*?)<\/p>/u.exec(html) ?? [];
      const window = /<title>([^<]*)<\/title>/u.exec(html)?.[1] ?? '';
      return !plain(below).startsWith(`报告状态：${wordOf(id)}，`) || !window.startsWith(`${title}（${wordOf(id)}）`);
    });
    expect(wrong).toEqual([]);
  });

  it('stands below the title of the first sheet and at the head of each, so that no sheet of a draft passes for an issued one', () => {
    const wrong = ids.filter((id) => {
      const html = read(`reports/${id}/print/index.html`);
      const heads = [...html.matchAll(/<p class="running"><span>([^<]*)<\/span>/gu)].map(([, head = '']) => head);
      const sheets = html.match(/<section class="sheet"/gu)?.length ?? 0;
      const below = plain(/<\/h1>\s*<p class="making"[^>]*>([\s\S]*?)<\/p>/u.exec(html)?.[1] ?? '');
      return (
        heads.length !== sheets ||
        !heads.every((head) => head.endsWith(`（${wordOf(id)}）`)) ||
        !below.startsWith(`报告状态：${wordOf(id)}，`)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('stands in the words that are signed: only an issued report says that both sides have checked it', () => {
    const said = ids.filter((id) => read(`reports/${id}/print/index.html`).includes('以上内容经双方核对'));
    expect(said.every((id) => wordOf(id) === '已签发')).toBe(true);
    expect(said.length).toBeGreaterThan(3);
  });

  it('stands in the twin, in the table of values and in the feed, which lists issued reports only', () => {
    for (const id of ids) {
      const twin: { status: { words: string; issued: string | null } } = JSON.parse(read(`api/reports/${id}.json`));
      expect([id, twin.status.words, twin.status.issued !== null]).toEqual([id, wordOf(id), wordOf(id) === '已签发']);
      const sheet = `api/reports/${id}.csv`;
      if (existsSync(`dist/${sheet}`))
        expect(read(sheet).split('\r\n')[1]?.replaceAll('"', ''), id).toContain(`,${wordOf(id)}，`);
    }
    const titles = [...read('reports/feed.xml').matchAll(/<entry><title>([^<]*)<\/title>/gu)].map(([, title]) => title);
    expect(titles.length).toBe([...written.values()].filter((status) => status === 'issued').length);
    expect(titles.filter((title) => !title?.endsWith('（已签发）'))).toEqual([]);
  });

  it('stands in the list of reports beside each that is not a week', () => {
    const html = read('reports/index.html');
    const items = [
      ...html.matchAll(/<(?:tr|li)>(?:(?!<\/(?:tr|li)>)[\s\S])*?href="\/reports\/([^"/]+)\/"[\s\S]*?<\/(?:tr|li)>/gu),
    ];
    const wrong = items.filter(([item, id = '']) => !/-W\d{2}$/u.test(id) && !plain(item).includes(wordOf(id)));
    expect(items.length).toBe(ids.length);
    expect(wrong.map(([, id]) => id)).toEqual([]);
  });
});
