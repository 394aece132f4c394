import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a page asks not to be listed: it stands for unknown or former addresses. */
const unlisted = (file: string): boolean =>
  readFileSync(file).subarray(0, 4096).includes('<meta name="robots" content="noindex"');

/** Paths of a built site's pages that want to be found. */
function pagesIn(folder: string, prefix = '/'): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return pagesIn(folder, `${prefix}${entry.name}/`);
    return entry.name === 'index.html' && !unlisted(join(folder, prefix, entry.name)) ? [prefix] : [];
  });
}

/**
 * Writes sitemap.xml and robots.txt for a built site that is served at an address (sitemaps.org, RFC 9309). At most 50,000
 * addresses fit into one sitemap; more throw.
 */
export function writeSitemap(folder: string, address: string): void {
  const root = address.replace(/\/$/u, '');
  const pages = pagesIn(folder).sort();
  if (pages.length > 50_000) throw new Error(`${pages.length} pages do not fit into one sitemap`);
  const urls = pages.map((path) => `<url><loc>${root}${encodeURI(path)}</loc></url>`);
  writeFileSync(
    join(folder, 'sitemap.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
  );
  writeFileSync(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\nSitemap: ${root}/sitemap.xml\n`);
  console.log(`网站地图：${pages.length} 页`);
}
