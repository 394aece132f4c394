import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Content } from '../src/core/project/project.ts';
import { type Anchor, ownId, type PageText, readable, type TextFile, type TextIndex } from '../src/present/search/page.ts';
import { type BuiltPage, facetOf, leadOf } from './built-page.ts';

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

function wholeText({ url, content, meta, filters, anchors }: Fragment, names: readonly string[]): PageText {
  const { text, anchors: placed } = readable(content, anchors);
  return {
    url,
    title: meta.title ?? url,
    kind: filters.kind?.[0] ?? '',
    service: filters.service?.[0] ?? '',
    months: filters.month ?? [],
    names,
    text,
    anchors: placed.map(([id, at]): Anchor => [id, at]),
  };
}

function leadText({ url, html }: BuiltPage, names: readonly string[]): PageText {
  const month = facetOf(html, 'month');
  return {
    url,
    title: leadOf(html).title,
    kind: facetOf(html, 'kind'),
    service: facetOf(html, 'service'),
    months: month === '' ? [] : [month],
    names,
    text: leadOf(html).text,
    anchors: [],
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
const yearOf = ({ url }: PageText): string => /\/(\d{4})-\d{2}\//u.exec(url)?.[1] ?? '';

/**
 * What a site's search needs: Pagefind's index of the documents and the monthly reports, and the texts of all pages beside it,
 * for Pagefind finds words but neither a phrase, an id nor a synonym. The thousands of pages that every month adds are in the
 * texts only, with title and first sentence: Pagefind would take more time over them than over everything else.
 */
export class SearchIndex {
  private readonly index: pagefind.PagefindIndex;
  private readonly content: Content;
  private readonly names: ReadonlyMap<string, readonly string[]>;
  private readonly leads: PageText[] = [];
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

  private namesOf = (url: string): readonly string[] => this.names.get(ownId(url)) ?? [];

  /** Takes up a page. */
  add(page: BuiltPage): void {
    switch (page.searched) {
      case 'whole':
        this.adding.push(this.index.addHTMLFile({ url: page.url, content: page.html }));
        break;
      case 'lead':
        this.leads.push(leadText(page, this.namesOf(page.url)));
        break;
      case 'none':
    }
  }

  /** One file with the documents, one with the pages of every year, and the list of both with the synonyms. */
  private writeTexts(folder: string): void {
    const whole = fragmentsIn(join(folder, 'pagefind/fragment')).map((each) => wholeText(each, this.namesOf(each.url)));
    const pages = [...whole, ...this.leads].sort(byUrl);
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
    const added = await Promise.all(this.adding);
    const written = await this.index.writeFiles({ outputPath: join(folder, 'pagefind') });
    const errors = [...added, written].flatMap((each) => each.errors);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    await pagefind.close();
    this.writeTexts(folder);
    console.log(`检索索引：${this.adding.length + this.leads.length} 页`);
  }
}
