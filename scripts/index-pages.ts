import config from '../astro.config.mjs';
import { indexSite } from './search-index.ts';
import { writeSitemap } from './sitemap.ts';

/** What a built site gets beside its pages: the search index and the map of the site. */
export async function indexPages(folder: string): Promise<void> {
  await indexSite(folder);
  writeSitemap(folder, new URL(config.base ?? '/', config.site).href);
}
