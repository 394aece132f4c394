import { type Candidate, candidateOf, type PageText, readable, type TextFile, type TextIndex } from '../present/search/page.ts';
import { type Lexicon, lexiconOf } from '../present/search/query.ts';

/** What can be searched so far. */
export interface Texts {
  readonly candidates: readonly Candidate[];
  readonly lexicon: Lexicon;
  /** False while the pages that every month adds are still on their way. */
  readonly whole: boolean;
}

const fetched = async (url: string): Promise<Response> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
};

/** A file of pages, unpacked by the browser. Throws where the browser cannot, or the network does not. */
async function pagesIn(url: string): Promise<readonly PageText[]> {
  const { body } = await fetched(url);
  if (body === null) throw new Error(url);
  const file: TextFile = await new Response(body.pipeThrough(new DecompressionStream('deflate'))).json();
  return file.pages;
}

/** Names longer than this are sentences, which nobody types as one word. */
const longestName = 8;

function textsOf(index: TextIndex, pages: readonly PageText[], before: readonly Candidate[], whole: boolean): Texts {
  const candidates = [...before, ...pages.map(candidateOf)];
  const names = candidates.flatMap(({ short, names: own }) => [short, ...own]).filter((name) => name.length <= longestName);
  return { candidates, lexicon: lexiconOf(index, names), whole };
}

/**
 * The texts as they arrive: the documents first, then everything. Both come from the folder that the build wrote, named by
 * their content, so that a browser keeps them until they change.
 */
export function loadTexts(base: string): { readonly documents: Promise<Texts>; readonly all: Promise<Texts> } {
  const read = async (files: readonly string[]) =>
    (await Promise.all(files.map((file) => pagesIn(`${base}search/${file}`)))).flat();
  const listed = fetched(`${base}search/index.json`).then((response): Promise<TextIndex> => response.json());
  const documents = listed.then(async (index) => textsOf(index, await read(index.documents), [], false));
  const all = listed.then(async (index) => {
    const months = read(index.months);
    const [{ candidates }, pages] = await Promise.all([documents, months]);
    return textsOf(index, pages, candidates, true);
  });
  return { documents, all };
}

/** The parts of Pagefind's interface that are used here. */
interface PagefindPage {
  readonly url: string;
  readonly raw_content: string;
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}
interface Pagefind {
  options(options: { readonly baseUrl: string }): Promise<void>;
  search(term: string): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[] }>;
}

const asPage = ({ url, raw_content, anchors, meta, filters }: PagefindPage): PageText => ({
  url,
  title: meta.title ?? url,
  kind: filters.kind?.[0] ?? '',
  service: filters.service?.[0] ?? '',
  months: filters.month ?? [],
  names: [],
  ...readable(raw_content, anchors),
});

/** Pages read for one search. */
const most = 60;

/** For browsers that cannot unpack the texts: the pages that Pagefind returns for what was typed, to be ranked like the rest. */
export async function pagesOfPagefind(base: string, typed: string): Promise<Texts> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
  await pagefind.options({ baseUrl: '/' });
  const { results } = await pagefind.search(typed);
  const pages = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return {
    candidates: pages.map(asPage).map(candidateOf),
    lexicon: lexiconOf({ synonyms: [], skip: [] }, []),
    whole: results.length <= most,
  };
}
