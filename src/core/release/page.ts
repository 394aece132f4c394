/** What a page offers to links, and what it links to. */
export interface PageFacts {
  readonly ids: ReadonlySet<string>;
  /** Addresses in `href` and `src` as written, each once. */
  readonly links: readonly string[];
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&#38;': '&', '&quot;': '"', '&#34;': '"', '&#39;': "'" };
const decoded = (text: string) => text.replace(/&(?:amp|quot|#3[489]);/gu, (entity) => entities[entity] ?? entity);

const valuesOf = (html: string, attribute: RegExp) =>
  new Set([...html.matchAll(attribute)].map(([, value = '']) => decoded(value)));

/** The ids on a page that the build wrote. */
export const idsOnPage = (html: string): ReadonlySet<string> => valuesOf(html, /\sid="([^"]+)"/gu);

/** Reads a page that the build wrote: attributes in double quotes, quotes in text escaped. */
export function readPage(html: string): PageFacts {
  return { ids: idsOnPage(html), links: [...valuesOf(html, /\s(?:href|src)="([^"]+)"/gu)] };
}

/** A place in the site: a file and an anchor in it. */
export interface Target {
  readonly file: string;
  readonly anchor: string | null;
}

/** The file that an address below the site's root names. */
function fileOf(path: string): string {
  const below = path.replace(/^\//u, '');
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}

function decodedPath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Where a link on a page leads; null when it leaves the site (another host, mail, telephone). `base` is the path under
 * which the site is served, `/` or `/ledger`. An address outside the base names the file `..`, which no site has.
 */
export function targetOf(link: string, from: string, base: string): Target | null {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/iu.test(link)) return null;
  const [address = '', anchor = ''] = link.split('#');
  const path = address.split('?')[0] ?? '';
  const place = { anchor: anchor === '' ? null : decodedPath(anchor) };
  if (path === '') return { file: from, ...place };
  const folder = base.replace(/\/$/u, '');
  const absolute = path.startsWith('/') ? path : new URL(path, `http://site${folder}/${from}`).pathname;
  if (!`${absolute}/`.startsWith(`${folder}/`)) return { file: '..', ...place };
  return { file: fileOf(decodedPath(absolute.slice(folder.length))), ...place };
}
