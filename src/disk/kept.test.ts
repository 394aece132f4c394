import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundleKey, KeptBundle } from './kept-bundle.ts';
import { KeptPages } from './kept-pages.ts';
import { sha256 } from './sha256.ts';

function roomOf(files: Readonly<Record<string, string>>): string {
  const room = mkdtempSync(join(tmpdir(), 'kept-'));
  onTestFinished(() => rmSync(room, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) write(join(room, file), text);
  return room;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const sources = {
  'engine/src/page.astro': '<p>',
  'engine/astro.config.mjs': '',
  'engine/package-lock.json': '{}',
  'engine/tsconfig.json': '{}',
  'contract/content/contract.mdx': 'title: 一',
  'contract/data/2026-10/checks.csv': '1',
  'contract/public/name.svg': '<svg/>',
};

describe('the key of a bundle', () => {
  const room = () => {
    const folder = roomOf(sources);
    return { folder, key: () => bundleKey(join(folder, 'contract'), join(folder, 'engine')) };
  };

  it('stays when rows change', () => {
    const { folder, key } = room();
    const first = key();
    write(join(folder, 'contract/data/2026-10/checks.csv'), '2');
    write(join(folder, 'contract/data/2026-11/checks.csv'), '3');
    expect(key()).toBe(first);
  });

  it.each(Object.keys(sources).filter((file) => !file.includes('/data/')))('changes with %s', (file) => {
    const { folder, key } = room();
    const first = key();
    write(join(folder, file), 'another');
    expect(key()).not.toBe(first);
  });

  it('changes with a hidden static file, the address of the site and the place of the engine', () => {
    const { folder, key } = room();
    const keys = [key()];
    write(join(folder, 'contract/public/.well-known/a.txt'), '');
    keys.push(key());
    process.env.SITE_BASE = '/other/';
    onTestFinished(() => {
      delete process.env.SITE_BASE;
    });
    keys.push(key());
    cpSync(join(folder, 'engine'), join(folder, 'elsewhere'), { recursive: true });
    keys.push(bundleKey(join(folder, 'contract'), join(folder, 'elsewhere')));
    expect(new Set(keys).size).toBe(4);
  });
});

describe('a kept bundle', () => {
  const site = { '.prerender/prerender-entry.abc.mjs': 'export {}', '_astro/a.css': 'a{}' };
  const keptBundle = () => {
    const folder = roomOf(site);
    const kept = join(roomOf({}), 'bundle');
    new KeptBundle(kept).take(folder);
    return kept;
  };

  it('is not used before its build ended, for another key, or damaged', () => {
    const kept = keptBundle();
    expect(new KeptBundle(kept).isSound('k1')).toBe(false);
    new KeptBundle(kept).close('k1');
    expect(new KeptBundle(kept).isSound('k1')).toBe(true);
    expect(new KeptBundle(kept).isSound('k2')).toBe(false);
    write(join(kept, 'site/_astro/a.css'), 'b{}');
    expect(new KeptBundle(kept).isSound('k1')).toBe(false);
  });

  it('is not used with a file too many or too few', () => {
    const kept = keptBundle();
    new KeptBundle(kept).close('k1');
    write(join(kept, 'site/.prerender/extra.mjs'), '');
    expect(new KeptBundle(kept).isSound('k1')).toBe(false);
    rmSync(join(kept, 'site/.prerender/extra.mjs'));
    expect(new KeptBundle(kept).isSound('k1')).toBe(true);
    rmSync(join(kept, 'site/_astro/a.css'));
    expect(new KeptBundle(kept).isSound('k1')).toBe(false);
  });

  it('gives a site its static files and not the program', () => {
    const kept = keptBundle();
    const to = join(roomOf({}), 'site');
    new KeptBundle(kept).placeInto(to);
    expect(readFileSync(join(to, '_astro/a.css'), 'utf8')).toBe('a{}');
    expect(() => readFileSync(join(to, '.prerender/prerender-entry.abc.mjs'))).toThrow();
    expect(new KeptBundle(kept).entry).toEqual(pathToFileURL(join(kept, 'site/.prerender/prerender-entry.abc.mjs')));
  });
});

describe('kept pages', () => {
  const page = { file: '甲/index.html', cacheKey: 'k1' };
  const opened = (folder: string) => {
    const kept = new KeptPages(folder);
    kept.open();
    return kept;
  };
  /** Keeps a page of a new site. */
  const make = (kept: KeptPages, made: { readonly file: string; readonly cacheKey: string | undefined }, text: string) =>
    kept.keep(roomOf({ [made.file]: text }), made, sha256(text));
  /** A folder with a page of the last build. */
  const keptPages = () => {
    const folder = roomOf({});
    const kept = opened(folder);
    make(kept, page, 'first');
    kept.close();
    return folder;
  };
  /** What the next build finds of a page. */
  const found = (folder: string, asked: { readonly file: string; readonly cacheKey: string | undefined } = page) => {
    const site = roomOf({});
    return opened(folder).place(site, asked) ? readFileSync(join(site, asked.file), 'utf8') : null;
  };
  /** The file in which the only page is kept. */
  const stored = (folder: string) => join(folder, 'pages', readdirSync(join(folder, 'pages'))[0] ?? '');

  it('are placed for the key that they were made from, and no other', () => {
    const folder = keptPages();
    expect(found(folder, { ...page, cacheKey: 'k2' })).toBe(null);
    expect(found(folder, { ...page, cacheKey: undefined })).toBe(null);
    expect(found(folder, { ...page, file: 'other/index.html' })).toBe(null);
    expect(found(folder)).toBe('first');
  });

  it('are those made last', () => {
    const folder = keptPages();
    const kept = opened(folder);
    make(kept, { ...page, cacheKey: 'k2' }, 'second');
    kept.close();
    expect(found(folder)).toBe(null);
    expect(found(folder, { ...page, cacheKey: 'k2' })).toBe('second');
  });

  it('are kept on while they are placed, and go when the site has them no more', () => {
    const folder = keptPages();
    const second = { file: 'b/index.html', cacheKey: 'k1' };
    const kept = opened(folder);
    kept.place(roomOf({}), page);
    make(kept, second, 'second');
    kept.close();
    expect(found(folder)).toBe('first');
    const next = opened(folder);
    next.place(roomOf({}), second);
    next.close();
    expect(found(folder)).toBe(null);
    expect(found(folder, second)).toBe('second');
    expect(readdirSync(join(folder, 'pages'))).toHaveLength(1);
  });

  it('are none without a key', () => {
    const folder = keptPages();
    const kept = opened(folder);
    make(kept, { file: 'b/index.html', cacheKey: undefined }, 'second');
    kept.close();
    expect(readdirSync(join(folder, 'pages'))).toEqual([]);
  });

  it('are made in their place: what was made before may be served', () => {
    const kept = opened(keptPages());
    const served = roomOf({});
    kept.place(served, page);
    make(kept, { ...page, cacheKey: 'k2' }, 'second');
    expect(readFileSync(join(served, page.file), 'utf8')).toBe('first');
  });

  it('are forgotten when a build was ended while it kept pages, or a file of them was damaged', () => {
    const halfway = keptPages();
    make(opened(halfway), { ...page, cacheKey: 'k2' }, 'second');
    expect(found(halfway)).toBe(null);
    const damaged = keptPages();
    write(stored(damaged), 'damaged');
    expect(found(damaged)).toBe(null);
    const relisted = keptPages();
    write(join(relisted, 'pages.json'), JSON.stringify({ [page.file]: 'k2' }));
    expect(found(relisted, { ...page, cacheKey: 'k2' })).toBe(null);
  });

  it('are not sealed as they were changed by another while a build ran', () => {
    const folder = keptPages();
    const kept = opened(folder);
    kept.place(roomOf({}), page);
    write(stored(folder), 'changed behind the back');
    kept.close();
    expect(found(folder)).toBe(null);
  });
});
