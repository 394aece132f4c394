import type { Content } from '../src/core/project/project.ts';
import { siteAddress } from '../src/site/address.ts';
import { builtPages } from './built-page.ts';
import { SearchIndex } from './search-index.ts';
import { writeSitemap } from './sitemap.ts';

/** What a built site gets beside its pages: the search index and the map of the site. Each page is read once. */
export async function indexPages(folder: string, content: Content): Promise<void> {
  const index = await SearchIndex.begin(content);
  const listed: string[] = [];
  for (const page of builtPages(folder)) {
    index.add(page);
    if (page.listed) listed.push(page.url);
  }
  await index.write(folder);
  const { host, base } = siteAddress();
  writeSitemap(folder, new URL(base, host).href, listed);
}
