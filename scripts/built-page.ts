import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the search finds of a page: all that it says, its title and first sentence, or nothing. */
export type Searched = 'whole' | 'lead' | 'none';

/** A page as the build wrote it. */
export interface BuiltPage {
  /** Its path from the site's root, with a slash at both ends. */
  readonly url: string;
  readonly html: string;
  readonly searched: Searched;
  /** Whether it may be listed: pages for unknown or former addresses may not. */
  readonly listed: boolean;
}

/** Marks that layouts write: what Pagefind reads of a page. */
const main = /<main [^>]*>/u;
const leadMark = '<div data-pagefind-body';

const searchedOf = (html: string): Searched => {
  if ((main.exec(html)?.[0] ?? '').includes(' data-pagefind-body')) return 'whole';
  return html.includes(leadMark) ? 'lead' : 'none';
};

/** The pages of a built site one after another, by their paths: all of them together are larger than the rest of the build. */
export function* builtPages(folder: string, prefix = '/'): Generator<BuiltPage> {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* builtPages(folder, `${prefix}${entry.name}/`);
    if (entry.name !== 'index.html') continue;
    const html = readFileSync(join(folder, prefix, entry.name), 'utf8');
    yield {
      url: prefix,
      html,
      searched: searchedOf(html),
      listed: !html.slice(0, 4096).includes('name="robots" content="noindex"'),
    };
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#34;': '"',
  '&#38;': '&',
};
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:amp|lt|gt|quot|#3[489]);/gu, (entity) => entities[entity] ?? entity)
    .trim();

/** What the main part of a page holds. */
export function mainOf(html: string): string {
  const found = main.exec(html);
  return found === null ? '' : html.slice(found.index + found[0].length, html.indexOf('</main>', found.index));
}

/** What a page is called: its first heading. */
export const titleOf = (html: string): string => plain(/<h1[^>]*>([\s\S]*?)<\/h1>/u.exec(html)?.[1] ?? '');

/** Title and first sentence of a page of which the search finds no more, as Pagefind would say them: a full stop after each part. */
export function leadOf(html: string): { readonly title: string; readonly text: string } {
  const from = html.indexOf(leadMark);
  const head = html.slice(from, html.indexOf('</div>', from));
  const parts = head
    .split(/<\/(?:h1|p)>/u)
    .map(plain)
    .filter((part) => part !== '');
  return { title: parts[0] ?? '', text: parts.map((part) => (/[。！？.!?]$/u.test(part) ? part : `${part}.`)).join(' ') };
}

/** What a page may be filtered by, as its main part bears it. */
export function facetOf(html: string, name: 'kind' | 'service' | 'month'): string {
  const [, value = ''] = new RegExp(` data-${name}="([^"]*)"`, 'u').exec(main.exec(html)?.[0] ?? '') ?? [];
  return plain(value);
}
