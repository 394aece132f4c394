import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { kinds } from '../kinds.ts';

function files(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name), `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
}

const all = files('dist');
const textOf = (file: string) => readFileSync(join('dist', file), 'utf8');
const pages = all.filter((file) => file.endsWith('.html'));
const head = (file: string) => textOf(file).split('</head>')[0] ?? '';
/** Pages of unknown and former addresses have none of their own. */
const addressed = pages.filter((file) => !head(file).includes('<meta name="robots" content="noindex"'));

it('gives every page a title and a description of its own, and what a shared link needs', () => {
  const titles = new Map<string, string>();
  const descriptions = new Map<string, string>();
  const wrong: string[] = [];
  for (const file of addressed) {
    const text = head(file);
    const title = /<title>([^<]+)<\/title>/u.exec(text)?.[1] ?? '';
    const description = /<meta name="description" content="([^"]+)"/u.exec(text)?.[1] ?? '';
    if (title === '' || titles.has(title)) wrong.push(`${file}: title “${title}” is also that of ${titles.get(title)}`);
    if (description === '' || descriptions.has(description))
      wrong.push(`${file}: description “${description}” is also that of ${descriptions.get(description)}`);
    titles.set(title, file);
    descriptions.set(description, file);
    if (!text.includes('<link rel="canonical" href="http')) wrong.push(`${file}: no canonical address`);
    if (!/<meta property="og:image" content="https?:\/\/[^"]+\/card\.png"/u.test(text)) wrong.push(`${file}: no card`);
  }
  expect(wrong.slice(0, 20)).toEqual([]);
});

it('lists every page in the sitemap and names it in robots.txt', () => {
  const listed = [...textOf('sitemap.xml').matchAll(/<loc>https?:\/\/[^/]+\/([^<]*)<\/loc>/gu)].map(([, path = '']) =>
    decodeURI(path),
  );
  const expected = addressed.map((file) => file.replace(/index\.html$/u, ''));
  expect(listed).toEqual(expected.sort());
  expect(textOf('robots.txt')).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/mu);
});

it('has a card of 1200 × 630 that is a PNG', () => {
  const card = readFileSync('dist/card.png');
  expect([...card.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(card.length).toBeLessThan(200_000);
});

it('runs no script and sets no style inside a page', () => {
  const wrong = pages.filter((file) => {
    const text = textOf(file);
    const scripts = [...text.matchAll(/<script\b([^>]*)>/gu)].map(([, attributes = '']) => attributes);
    return (
      scripts.some((attributes) => !/\ssrc=|type="application\/json"/u.test(attributes)) ||
      /<style\b|\sstyle="|\son(?:click|load|error|input|submit)="/u.test(text)
    );
  });
  expect(wrong.slice(0, 10)).toEqual([]);
});

const packed = new Map<string, number>();
/** Bytes of a file as a web server sends it compressed. */
function weight(file: string): number {
  const known = packed.get(file) ?? gzipSync(readFileSync(join('dist', file)), { level: 9 }).length;
  packed.set(file, known);
  return known;
}

/** A script with everything that it imports before it runs. */
function withImports(script: string, seen = new Set<string>()): Set<string> {
  if (seen.has(script)) return seen;
  seen.add(script);
  for (const [, path = ''] of textOf(script).matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/gu))
    withImports(join(script, '..', path), seen);
  return seen;
}

it('keeps a reading page within 60 KB, and its scripts within 15 KB until a chart or a search is used', () => {
  const heavy = Object.keys(kinds).flatMap((path) => {
    const page = `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
    const text = textOf(page);
    const linked = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, file = '']) => file.replace(/^\//u, ''));
    const scripts = new Set(linked(/<script\b[^>]*\ssrc="([^"]+)"/gu).flatMap((script) => [...withImports(script)]));
    const styles = linked(/<link rel="stylesheet" href="([^"]+)"/gu);
    const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + weight(name), 0);
    const [script, total] = [sum(scripts), sum([page, ...styles, ...scripts])];
    return script > 15 * 1024 || total > 60 * 1024 ? [`${path}: ${script} in scripts, ${total} in all`] : [];
  });
  expect(heavy).toEqual([]);
});

/** What Chromium 86 does not know and no build lowers; each with the version that brought it. */
const newerStyles: Readonly<Record<string, RegExp>> = {
  'cascade layers (99)': /@layer\b/u,
  ':has (105)': /:has\(/u,
  ':is and :where (88)': /:(?:is|where)\(/u,
  'oklch, color-mix (111)': /oklch|oklab|color-mix/u,
  'range media queries (104)': /@media[^{]*[<>]=?/u,
  'container queries (105)': /@container|container-type/u,
  'logical shorthands, inset (87)': /[{;](?:inset|margin-inline|margin-block|padding-inline|padding-block)\s*:/u,
  'aspect-ratio (88)': /[{;]aspect-ratio\s*:/u,
  'nesting (112)': /\{[^{}@]*&[^{}]*\{/u,
  'svh, dvh (108)': /\d(?:svh|dvh|lvh)\b/u,
};
const newerScripts: Readonly<Record<string, RegExp>> = {
  // Not `...at(`, the spread of what a function returns that the build has called so.
  '.at (92)': /(?<!\.\.)\.at\(/u,
  'Object.hasOwn (93)': /Object\.hasOwn\b/u,
  'structuredClone (98)': /\bstructuredClone\(/u,
  'findLast (97)': /\.findLast(?:Index)?\(/u,
  'toSorted and its like (110)': /\.to(?:Sorted|Reversed|Spliced)\(/u,
  'groupBy (117)': /(?:Object|Map)\.groupBy\(/u,
  'regular expressions with v or d (90, 112)': /\/[a-z]*[vd][a-z]*\.(?:test|exec)\(/u,
  'randomUUID (92)': /randomUUID\(/u,
};

it('uses only what Chromium 86 knows', () => {
  const found = all
    .filter((file) => /^(?!pagefind\/).*\.(?:css|js)$/u.test(file))
    .flatMap((file) => {
      const rules = file.endsWith('.css') ? newerStyles : newerScripts;
      const text = textOf(file);
      return Object.entries(rules).flatMap(([name, pattern]) => (pattern.test(text) ? [`${file}: ${name}`] : []));
    });
  expect(all.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
  expect(found).toEqual([]);
});
