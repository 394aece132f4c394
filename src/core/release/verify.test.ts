import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem/problem.ts';
import { differences, digestText, type ManifestFile, manifestOf, manifestSchema, manifestText } from './manifest.ts';
import { readPage, targetOf } from './page.ts';
import { brokenLinks, lostPages, oddSizes, renamedContent } from './verify.ts';

const sha = (digit: string) => digit.repeat(64);
const file = (path: string, digit = 'a', origin: ManifestFile['origin'] = 'built', bytes = 10): ManifestFile => ({
  path,
  bytes,
  sha256: sha(digit),
  origin,
});
const places = (problems: readonly Problem[]) => problems.map(({ code, file: path }) => `${code} ${path}`);

describe('a manifest', () => {
  const manifest = manifestOf([
    file('b.html', 'b'),
    file('a.html'),
    file('release.json', 'c', 'release'),
    file('a.html.gz', 'd', 'compressed'),
  ]);

  it('comes back from its text, sorted by path', () => {
    expect(manifest.files.map(({ path }) => path)).toEqual(['a.html', 'a.html.gz', 'b.html', 'release.json']);
    expect(manifestSchema.parse(JSON.parse(manifestText(manifest)))).toEqual(manifest);
  });

  it('has a digest text of the built files only', () => {
    expect(digestText(manifest)).toBe(`${sha('a')}  a.html\n${sha('b')}  b.html\n`);
  });

  it('tells what is missing, changed and added', () => {
    const found = [file('a.html'), file('b.html', 'x'), file('a.html.gz', 'd'), file('new.html')];
    expect(differences(manifest, found).map(({ file: path, message }) => `${path} ${message}`)).toEqual([
      'release.json 清单中的文件不存在',
      'b.html 文件与清单中的 SHA-256 不符',
      'new.html 文件不在清单中',
    ]);
    expect(differences(manifest, manifest.files)).toEqual([]);
  });
});

describe('a link', () => {
  it('leads to a file and an anchor', () => {
    const to = (link: string, base = '/') => targetOf(link, 'plan/a/index.html', base);
    expect(to('/')).toEqual({ file: 'index.html', anchor: null });
    expect(to('/plan/b/#5.1-2')).toEqual({ file: 'plan/b/index.html', anchor: '5.1-2' });
    expect(to('/api/x.json?v=1')).toEqual({ file: 'api/x.json', anchor: null });
    expect(to('#%E7%AC%AC')).toEqual({ file: 'plan/a/index.html', anchor: '第' });
    expect(to('../b/')).toEqual({ file: 'plan/b/index.html', anchor: null });
    expect(to('/ledger/plan/', '/ledger/')).toEqual({ file: 'plan/index.html', anchor: null });
    expect(to('/ledger/', '/ledger')).toEqual({ file: 'index.html', anchor: null });
    expect(to('/plan/', '/ledger')).toEqual({ file: '..', anchor: null });
    for (const link of ['https://example.org/', '//example.org/', 'mailto:a@b.c', 'tel:110', 'data:,x'])
      expect(to(link)).toBeNull();
  });

  it('is reported once for each place that does not exist', () => {
    const pages = new Map([
      [
        'index.html',
        readPage('<a href="/a/">1</a> <a href="/a/#there">2</a> <a href="/a/#gone">3</a> <a href="/no/">4</a><img src="/x.svg">'),
      ],
      [
        'a/index.html',
        readPage('<h2 id="there">x</h2> <a href="/no/">5</a> <a href="#nowhere">6</a> <a href="/x.svg?a=1&amp;b=2">7</a>'),
      ],
    ]);
    const files = new Set(['index.html', 'a/index.html', 'x.svg']);
    const found = brokenLinks(pages, { files, idsOf: (path) => pages.get(path)?.ids }, '/');
    expect(found.map(({ file: path, message }) => [path, message])).toEqual([
      ['index.html', '链接“/a/#gone”指向的页面、文件或锚点不存在'],
      ['index.html', '链接“/no/”指向的页面、文件或锚点不存在（共 2 页）'],
      ['a/index.html', '链接“#nowhere”指向的页面、文件或锚点不存在'],
    ]);
  });
});

describe('against the last release', () => {
  it('finds pages that no longer answer; data files, packed and carried files may go', () => {
    const last = manifestOf([
      file('a/index.html'),
      file('b/index.html'),
      file('404.html'),
      file('api/x.json'),
      file('b/index.html.gz', 'b', 'compressed'),
    ]);
    expect(places(lostPages(last, new Set(['a/index.html'])))).toEqual(['site/lost-page b/index.html']);
  });

  it('finds a hashed name with another content, carried or built', () => {
    const last = manifestOf([file('_astro/a.X1.js', 'a'), file('_astro/b.X2.js', 'b', 'carried'), file('index.html', 'c')]);
    const now = [file('_astro/a.X1.js', 'f'), file('_astro/b.X2.js', 'f'), file('index.html', 'f')];
    expect(places(renamedContent(last, now))).toEqual(['site/asset _astro/a.X1.js', 'site/asset _astro/b.X2.js']);
    expect(renamedContent(last, last.files)).toEqual([]);
  });

  it('finds empty and very large files, and a site that lost half of itself', () => {
    const last = manifestOf([file('index.html', 'a', 'built', 1000)]);
    expect(oddSizes([file('index.html', 'a', 'built', 500)], last)).toEqual([]);
    expect(places(oddSizes([file('index.html', 'a', 'built', 499)], last))).toEqual(['site/size .']);
    expect(places(oddSizes([file('a.css', 'a', 'built', 0), file('b.html', 'a', 'built', 9 * 1024 * 1024)], null))).toEqual([
      'site/size a.css',
      'site/size b.html',
    ]);
  });
});
