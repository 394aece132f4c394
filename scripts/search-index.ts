import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { type Content, readContent } from '../src/core/project/project.ts';
import { contentFiles } from '../src/disk/files.ts';
import { contractRoot } from '../src/disk/root.ts';
import { type Anchor, ownId, type PageText, readable, type TextFile, type TextIndex } from '../src/present/search/page.ts';

/** A page as Pagefind keeps it: a word and a JSON text, gzipped. */
interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: { readonly title?: string };
  readonly filters: {
    readonly kind?: readonly string[];
    readonly service?: readonly string[];
    readonly month?: readonly string[];
  };
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
}

function fragmentsIn(folder: string): Fragment[] {
  return readdirSync(folder).map((file) => {
    const text = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
    return JSON.parse(text.slice(text.indexOf('{')));
  });
}

function pageText({ url, content, meta, filters, anchors }: Fragment, names: ReadonlyMap<string, readonly string[]>): PageText {
  const { text, anchors: placed } = readable(content, anchors);
  return {
    url,
    title: meta.title ?? url,
    kind: filters.kind?.[0] ?? '',
    service: filters.service?.[0] ?? '',
    months: filters.month ?? [],
    names: names.get(ownId(url)) ?? [],
    text,
    anchors: placed.map(([id, at]): Anchor => [id, at]),
  };
}

/** Writes pages as one file named by its content; returns the name. The bytes are zlib's, which bear no date and no system. */
function writeTexts(folder: string, pages: readonly PageText[]): string {
  const file: TextFile = { pages };
  const bytes = deflateSync(JSON.stringify(file), { level: 9 });
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.bin`;
  writeFileSync(join(folder, name), bytes);
  return name;
}

const byUrl = (a: PageText, b: PageText): number => (a.url < b.url ? -1 : 1);

/**
 * The texts of all searchable pages beside Pagefind's index, which finds words but neither a phrase, an id nor a synonym: one
 * file with the documents, one with the pages of every year, and the list of both with the synonyms.
 */
function writeTextIndex(folder: string, { procedures, synonyms }: Content) {
  const names = new Map(procedures.map(({ id, data }) => [id, data.keywords]));
  const pages = fragmentsIn(join(folder, 'pagefind/fragment'))
    .map((fragment) => pageText(fragment, names))
    .sort(byUrl);
  const yearOf = ({ url }: PageText): string => /\/(\d{4})-\d{2}\//u.exec(url)?.[1] ?? '';
  const years = [...new Set(pages.map(yearOf))].filter((year) => year !== '').sort();
  const out = join(folder, 'search');
  mkdirSync(out, { recursive: true });
  const index: TextIndex = {
    documents: [
      writeTexts(
        out,
        pages.filter((page) => yearOf(page) === ''),
      ),
    ],
    months: years.reverse().map((year) =>
      writeTexts(
        out,
        pages.filter((page) => yearOf(page) === year),
      ),
    ),
    synonyms: synonyms?.data.synonyms ?? [],
    skip: synonyms?.data.skip ?? [],
  };
  writeFileSync(join(out, 'index.json'), JSON.stringify(index));
}

/**
 * Indexes a site built from the contract's content: Pagefind's index in Chinese, and the texts for what it cannot do. Throws when an
 * error is reported.
 */
export async function indexSite(folder: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'zh' });
  if (index === undefined || errors.length > 0) throw new Error(errors.join('\n'));
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
  const failed = [...added.errors, ...written.errors];
  if (failed.length > 0) throw new Error(failed.join('\n'));
  await pagefind.close();
  writeTextIndex(folder, readContent(contentFiles(contractRoot())).value);
  console.log(`检索索引：${added.page_count} 页`);
}
