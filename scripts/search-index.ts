import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Content } from '../src/core/project/project.ts';
import { sha256 } from '../src/disk/sha256.ts';
import { ownId, type PageText, type TextFile, type TextIndex } from '../src/present/search/page.ts';
import { textOf } from '../src/present/search/text.ts';
import { type BuiltPage, facetOf, leadOf, mainOf, titleOf } from './built-page.ts';

/** A page as it is kept for searching: of some, no more than title and first sentence. */
function pageText({ url, html, searched }: BuiltPage, names: readonly string[]): PageText {
  const month = facetOf(html, 'month');
  const lead = searched === 'whole' ? null : leadOf(html);
  return {
    url,
    title: lead?.title ?? titleOf(html),
    kind: facetOf(html, 'kind'),
    service: facetOf(html, 'service'),
    months: month === '' ? [] : [month],
    names,
    ...(lead === null ? textOf(mainOf(html)) : { text: lead.text, anchors: [] }),
  };
}

/** The year of the pages that a month adds; empty for any other page. */
const yearOf = ({ url }: PageText): string => /\/(\d{4})-\d{2}\//u.exec(url)?.[1] ?? '';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page as Pagefind is given it: what it would read of the page itself, without the rest; of a month, its opening. */
function forPagefind(page: PageText): string {
  const facets = { kind: page.kind, service: page.service, month: page.months.join(' ') };
  const known = Object.entries(facets).filter(([, value]) => value !== '');
  const filters = known.map(([name]) => `${name}[data-${name}]`).join(', ');
  const values = [...known, ['title', page.title] as const].map(([name, value]) => `data-${name}="${escaped(value)}"`).join(' ');
  const end = yearOf(page) === '' ? page.text.length : (page.anchors[1]?.[1] ?? page.text.length);
  const anchors = page.anchors.filter(([, at]) => at < end);
  const parts = anchors.map(([id, at], index) => {
    const next = anchors[index + 1]?.[1] ?? end;
    return ` <i id="${escaped(id)}"></i>${escaped(page.text.slice(at, next))}`;
  });
  const main = `<main data-pagefind-body data-pagefind-meta="title[data-title]" data-pagefind-filter="${filters}" ${values}>`;
  return `<html><body>${main}${escaped(page.text.slice(0, anchors[0]?.[1] ?? end))}${parts.join('')}</main></body></html>`;
}

/** Writes pages as one file named by its content; returns the name. The bytes are zlib's, which bear no date and no system. */
function writeTexts(folder: string, pages: readonly PageText[]): string {
  const file: TextFile = { pages };
  const bytes = deflateSync(JSON.stringify(file), { level: 9 });
  const name = `${sha256(bytes).slice(0, 12)}.bin`;
  writeFileSync(join(folder, name), bytes);
  return name;
}

const byUrl = (a: PageText, b: PageText): number => (a.url < b.url ? -1 : 1);

/**
 * What a site's search needs: the texts of all pages, and for browsers that cannot unpack them Pagefind's index of the documents
 * and the months' reports. Pagefind finds words but neither a phrase, an id nor a synonym, and would take more time over the
 * thousands of pages that every month adds, and over the tables of its reports, than over everything else.
 */
export class SearchIndex {
  private readonly index: pagefind.PagefindIndex;
  private readonly content: Content;
  private readonly names: ReadonlyMap<string, readonly string[]>;
  private readonly pages: PageText[] = [];
  /** Pages on their way into Pagefind, which works beside this program. */
  private readonly adding: Promise<pagefind.NewFileResponse>[] = [];

  private constructor(index: pagefind.PagefindIndex, content: Content) {
    this.index = index;
    this.content = content;
    this.names = new Map(content.procedures.map(({ id, data }) => [id, data.keywords]));
  }

  static async begin(content: Content): Promise<SearchIndex> {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'zh' });
    if (index === undefined || errors.length > 0) throw new Error(errors.join('\n'));
    return new SearchIndex(index, content);
  }

  /** Takes up a page. */
  add(built: BuiltPage): void {
    if (built.searched === 'none') return;
    const page = pageText(built, this.names.get(ownId(built.url)) ?? []);
    this.pages.push(page);
    if (built.searched === 'whole') this.adding.push(this.index.addHTMLFile({ url: page.url, content: forPagefind(page) }));
  }

  /** One file with the documents, one with the pages of every year, and the list of both with the synonyms. */
  private writeTexts(folder: string): void {
    const pages = [...this.pages].sort(byUrl);
    const years = [...new Set(pages.map(yearOf))].filter((year) => year !== '').sort();
    const out = join(folder, 'search');
    mkdirSync(out, { recursive: true });
    const file = (wanted: string) =>
      writeTexts(
        out,
        pages.filter((page) => yearOf(page) === wanted),
      );
    const { synonyms } = this.content;
    const index: TextIndex = {
      documents: [file('')],
      months: years.reverse().map(file),
      synonyms: synonyms?.data.synonyms ?? [],
      skip: synonyms?.data.skip ?? [],
    };
    writeFileSync(join(out, 'index.json'), JSON.stringify(index));
  }

  /** Writes everything into the site's folder. Throws when Pagefind reports an error. */
  async write(folder: string): Promise<void> {
    this.writeTexts(folder);
    const added = await Promise.all(this.adding);
    const written = await this.index.writeFiles({ outputPath: join(folder, 'pagefind') });
    const errors = [...added, written].flatMap((each) => each.errors);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    await pagefind.close();
    console.log(`检索索引：${this.pages.length} 页`);
  }
}
