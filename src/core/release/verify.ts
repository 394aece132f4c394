import { type Problem, problem } from '../problem/problem.ts';
import { isHashed } from './carried.ts';
import type { FileFacts, Manifest } from './manifest.ts';
import { type PageFacts, targetOf } from './page.ts';

interface Reference {
  count: number;
  /** The first page that has it, and the link as written there. */
  readonly from: string;
  readonly link: string;
}

/** What links may lead to. */
export interface Site {
  readonly files: ReadonlySet<string>;
  /** The ids on a page; undefined for a file that is none. */
  readonly idsOf: (file: string) => ReadonlySet<string> | undefined;
}

/**
 * Links of some pages to pages, files and anchors that the site does not have; one problem for each place, however many pages
 * name it. `base` is the path under which the site is served.
 */
export function brokenLinks(pages: ReadonlyMap<string, PageFacts>, { files, idsOf }: Site, base: string): Problem[] {
  const broken = new Map<string, Reference>();
  const sound = new Set<string>();
  for (const [from, { links }] of pages)
    for (const link of links) {
      if (sound.has(link)) continue;
      const target = targetOf(link, from, base);
      if (target === null) continue;
      const { file, anchor } = target;
      if (files.has(file) && (anchor === null || (idsOf(file)?.has(anchor) ?? true))) {
        if (link.startsWith('/')) sound.add(link);
        continue;
      }
      const key = `${file}#${anchor ?? ''}`;
      const known = broken.get(key) ?? { count: 0, from, link };
      known.count += 1;
      broken.set(key, known);
    }
  return [...broken.values()].map(({ count, from, link }) => {
    const others = count > 1 ? `（共 ${count} 页）` : '';
    return problem(
      'site/link',
      { file: from },
      `链接“${link}”指向的页面、文件或锚点不存在${others}`,
      '请改正链接，或恢复它指向的内容',
    );
  });
}

const isPage = (path: string) => path.endsWith('.html') && path !== '404.html';

/** Pages of the last release whose address no longer answers, neither with a page nor with a redirect (which is a page too). */
export function lostPages(last: Manifest, files: ReadonlySet<string>): Problem[] {
  return last.files
    .filter(({ path, origin }) => origin === 'built' && isPage(path) && !files.has(path))
    .map(({ path }) => {
      const address = `/${path.replace(/index\.html$/u, '')}`;
      const hint = `请恢复这一页，或在 content/organisation/redirects.mdx 写明 from: ${address} 与 to`;
      return problem('site/lost-page', { file: path }, `上一版本的页面 ${address} 不再存在`, hint);
    });
}

/** Files named by their content whose name stayed while the content changed: readers would mix two releases. */
export function renamedContent(last: Manifest, files: readonly FileFacts[]): Problem[] {
  const before = new Map(last.files.filter(({ path }) => isHashed(path)).map(({ path, sha256 }) => [path, sha256]));
  return files
    .filter(({ path, sha256 }) => before.has(path) && before.get(path) !== sha256)
    .map(({ path }) =>
      problem('site/asset', { file: path }, '按内容命名的文件内容变了，名称没有变', '请加 --clean 重新构建或发布'),
    );
}

const megabyte = 1024 * 1024;

/** The largest files that a page or a twin may be, in bytes: far above any real one, below what a phone cannot open. */
const largest: readonly { readonly ending: string; readonly bytes: number }[] = [
  { ending: '.html', bytes: 8 * megabyte },
  { ending: '.json', bytes: 32 * megabyte },
];

/** Sizes that no sound build has: empty files, pages too large to open, a site that shrank to less than half. */
export function oddSizes(files: readonly FileFacts[], last: Manifest | null): Problem[] {
  const empty = files.filter(({ bytes }) => bytes === 0).map(({ path }) => problem('site/size', { file: path }, '文件为空'));
  const large = files.flatMap(({ path, bytes }) => {
    const limit = largest.find(({ ending }) => path.endsWith(ending))?.bytes;
    if (limit === undefined || bytes <= limit) return [];
    const message = `文件有 ${Math.ceil(bytes / megabyte)} MB，超过 ${limit / megabyte} MB`;
    return [problem('site/size', { file: path }, message, '请把内容分到多页')];
  });
  const total = (list: readonly FileFacts[]) => list.reduce((sum, { bytes }) => sum + bytes, 0);
  const before = total(last?.files.filter(({ origin }) => origin === 'built') ?? []);
  const now = total(files);
  const shrunk =
    now * 2 < before
      ? [problem('site/size', { file: '.' }, `全站由 ${before} 字节缩减到 ${now} 字节，不足一半`, '请确认构建完整')]
      : [];
  return [...empty, ...large, ...shrunk];
}
