import { folded } from './fold.ts';

/** An id inside a page, with the character of its text at which that part begins. */
export type Anchor = readonly [id: string, at: number];

/** A page as it is kept for searching, written when the site is built. */
export interface PageText {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** The service's name; empty when the page is about none. */
  readonly service: string;
  /** The months whose data stand on the page. */
  readonly months: readonly string[];
  /** Other names of what the page is about. */
  readonly names: readonly string[];
  readonly text: string;
  /** In the page's order. */
  readonly anchors: readonly Anchor[];
}

/** A file of pages, as the build writes it and the browser reads it. */
export interface TextFile {
  readonly pages: readonly PageText[];
}

/** What a reader's browser loads first: where the texts are, and what readers say for what. */
export interface TextIndex {
  /** Files with the documents, and files with the pages that every month adds. */
  readonly documents: readonly string[];
  readonly months: readonly string[];
  readonly synonyms: readonly { readonly say: readonly string[]; readonly means: readonly string[] }[];
  readonly skip: readonly string[];
}

/** A page made ready for comparing: everything folded. */
export interface Candidate {
  readonly page: PageText;
  readonly text: string;
  readonly title: string;
  /** The title without its section number and without what stands in brackets. */
  readonly short: string;
  readonly names: readonly string[];
  /** The page's own id, from its address. */
  readonly id: string;
  readonly anchors: readonly string[];
}

/** `/procedures/sop.watering/` is the page of `sop.watering`. */
export function ownId(url: string): string {
  const parts = url.split('/').filter((part) => part !== '');
  return decodeURIComponent(parts[parts.length - 1] ?? '');
}

/** A folded title without its section number and without what stands in brackets: what the page is called for short. */
const shortTitle = (title: string): string => title.replace(/^\d+\.\d+\s+/u, '').replace(/\([^()]*\)/gu, '');

export function candidateOf(page: PageText): Candidate {
  const title = folded(page.title);
  return {
    page,
    title,
    short: shortTitle(title),
    text: folded(page.text),
    names: page.names.map(folded),
    id: folded(ownId(page.url)),
    anchors: page.anchors.map(([id]) => folded(id)),
  };
}

/** Separators that Pagefind puts between words, besides the text's own spaces. */
const separator = /[\s\u200b]+/gu;

/**
 * The text of a page as Pagefind indexed it without Pagefind's separators, and its anchors by character: Pagefind counts
 * them in words.
 */
export function readable(raw: string, anchors: readonly { readonly id: string; readonly location: number }[]) {
  const starts: number[] = [];
  let text = '';
  let from = 0;
  for (const gap of [...raw.matchAll(separator), { index: raw.length, 0: '' }]) {
    if (gap.index > from) {
      starts.push(text.length);
      text += raw.slice(from, gap.index);
    }
    text += gap[0].replace(/\u200b/gu, '');
    from = gap.index + gap[0].length;
  }
  return { text, anchors: anchors.map(({ id, location }): Anchor => [id, starts[location] ?? text.length]) };
}
