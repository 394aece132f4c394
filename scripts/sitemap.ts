import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes sitemap.xml and robots.txt for the pages of a built site that is served at an address (sitemaps.org, RFC 9309). At
 * most 50,000 addresses fit into one sitemap; more throw.
 */
export function writeSitemap(folder: string, address: string, paths: readonly string[]): void {
  const root = address.replace(/\/$/u, '');
  if (paths.length > 50_000) throw new Error(`${paths.length} pages do not fit into one sitemap`);
  const urls = [...paths].sort().map((path) => `<url><loc>${root}${encodeURI(path)}</loc></url>`);
  writeFileSync(
    join(folder, 'sitemap.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
  );
  writeFileSync(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\nSitemap: ${root}/sitemap.xml\n`);
  console.log(`网站地图：${paths.length} 页`);
}
