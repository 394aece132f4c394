import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'node:zlib';

/** Every file of a built site, by its path from the site's folder. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** A file's text; the search's are packed, Pagefind's with zero-width spaces between Chinese words. */
export function textOf(file: string): string {
  const bytes = readFileSync(file);
  const packed = file.endsWith('.bin') || (bytes[0] === 0x1f && bytes[1] === 0x8b);
  return (packed ? unzipSync(bytes) : bytes).toString('utf8').replace(/\u200b/gu, '');
}

/** Files that hold no text. */
export const isText = (file: string): boolean => !/\.(png|jpe?g|pdf|docx|xlsx|wasm|pagefind|ico)$/u.test(file);

/** The file that a site-relative address names. */
function fileAt(address: string): string {
  const path = decodeURIComponent(address).replace(/^\//u, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Links of a built site's pages that lead nowhere: to no page, no anchor, or to another host. */
export function brokenLinks(folder: string): string[] {
  const all = filesOf(folder);
  const present = new Set(all);
  const html = new Map(all.filter((file) => file.endsWith('.html')).map((file) => [file, textOf(join(folder, file))]));
  const idsIn = (text: string) => new Set([...text.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1]));
  const anchors = new Map([...html].map(([file, text]) => [file, idsIn(text)]));
  const broken = new Set<string>();
  for (const [file, text] of html) {
    // A page's own whole address is not a link; weight.test.ts looks at it.
    for (const [, address = ''] of text.replace(/<link rel="canonical"[^>]*>/u, '').matchAll(/\s(?:href|src)="([^"]+)"/gu)) {
      if (/^(https?:|mailto:|tel:|data:)/u.test(address)) {
        broken.add(`${file}: ${address} leaves the site`);
        continue;
      }
      const [path = '', anchor] = address.split('#');
      const target = path.split('?')[0] === '' ? file : fileAt(path.split('?')[0] ?? '');
      if (!present.has(target)) broken.add(`${file}: ${address}`);
      else if (anchor !== undefined && anchor !== '' && !anchors.get(target)?.has(decodeURIComponent(anchor)))
        broken.add(`${file}: ${address} has no such anchor`);
    }
  }
  return [...broken];
}
