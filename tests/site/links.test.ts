import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

function files(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name), `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
}

const all = files('dist');
const present = new Set(all);
const pages = all.filter((file) => file.endsWith('.html'));
const html = new Map(pages.map((file) => [file, readFileSync(join('dist', file), 'utf8')]));
const anchors = new Map(
  pages.map((file) => [file, new Set([...(html.get(file) ?? '').matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1]))]),
);

/** The file that a site-relative address names. */
function fileOf(address: string): string {
  const path = decodeURIComponent(address).replace(/^\//u, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

it('has every page, picture and anchor that any page links to', () => {
  const broken = new Set<string>();
  for (const [file, text] of html) {
    // A page's own whole address is not a link; weight.test.ts looks at it.
    for (const [, address = ''] of text.replace(/<link rel="canonical"[^>]*>/u, '').matchAll(/\s(?:href|src)="([^"]+)"/gu)) {
      if (/^(https?:|mailto:|tel:|data:)/u.test(address)) {
        broken.add(`${file}: ${address} leaves the site`);
        continue;
      }
      const [path = '', anchor] = address.split('#');
      const target = path.split('?')[0] === '' ? file : fileOf(path.split('?')[0] ?? '');
      if (!present.has(target)) broken.add(`${file}: ${address}`);
      else if (anchor !== undefined && anchor !== '' && !anchors.get(target)?.has(decodeURIComponent(anchor)))
        broken.add(`${file}: ${address} has no such anchor`);
    }
  }
  expect([...broken].slice(0, 30)).toEqual([]);
});

it('says on every page and in every export that the data are samples', () => {
  expect(pages.filter((file) => !html.get(file)?.includes('示例数据'))).toEqual([]);
  const exports = all.filter((file) => file.startsWith('api/'));
  expect(exports.length).toBeGreaterThan(1000);
  const silent = exports.filter((file) => !readFileSync(join('dist', file), 'utf8').includes('示例数据'));
  expect(silent).toEqual([]);
});
