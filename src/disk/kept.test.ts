import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundleKey, KeptBundle } from './kept-bundle.ts';
import { KeptPages } from './kept-pages.ts';

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
  const list = {
    version: 1,
    routes: { 'src/pages/a.astro': { paths: { '/a': { cacheKey: 'k1', outputFile: '%E7%94%B2/index.html' } } } },
  };
  const page = { file: '甲/index.html', cacheKey: 'k1' };
  /** A folder as Astro leaves it, sealed. */
  const keptPages = () => {
    const folder = roomOf({ 'incremental-build.json': JSON.stringify(list), 'dist/甲/index.html': 'first' });
    const kept = new KeptPages(folder);
    kept.takeOver(roomOf({ '甲/index.html': 'first' }));
    kept.close();
    return folder;
  };
  /** Keeps a page of a new site. */
  const make = (kept: KeptPages, made: { readonly file: string; readonly cacheKey: string }, text: string) =>
    kept.keep(roomOf({ [made.file]: text }), made, new TextEncoder().encode(text));
  const opened = (folder: string) => {
    const kept = new KeptPages(folder);
    return { kept, sound: kept.areSound() };
  };

  it('are placed for the key that they were made from, and no other', () => {
    const { kept, sound } = opened(keptPages());
    const site = roomOf({});
    expect(sound).toBe(true);
    expect(kept.place(site, { ...page, cacheKey: 'k2' })).toBe(false);
    expect(kept.place(site, { ...page, cacheKey: undefined })).toBe(false);
    expect(kept.place(site, { ...page, file: 'other/index.html' })).toBe(false);
    expect(kept.place(site, page)).toBe(true);
    expect(readFileSync(join(site, page.file), 'utf8')).toBe('first');
  });

  it('are those made since, where one was; the next build finds them sound', () => {
    const folder = keptPages();
    const { kept } = opened(folder);
    make(kept, { ...page, cacheKey: 'k2' }, 'second');
    kept.close();
    const next = opened(folder);
    const site = roomOf({});
    expect(next.sound).toBe(true);
    expect(next.kept.place(site, page)).toBe(false);
    expect(next.kept.place(site, { ...page, cacheKey: 'k2' })).toBe(true);
    expect(readFileSync(join(site, page.file), 'utf8')).toBe('second');
  });

  it('are left to Astro without those made since', () => {
    const folder = keptPages();
    const { kept } = opened(folder);
    make(kept, { ...page, cacheKey: 'k2' }, 'second');
    make(kept, { file: 'b/index.html', cacheKey: 'k3' }, 'third');
    kept.close();
    opened(folder).kept.leaveToAstro();
    const after = new KeptPages(folder);
    const site = roomOf({});
    expect(readdirSync(join(folder, 'dist'), { recursive: true }).filter((name) => String(name).endsWith('.html'))).toEqual([]);
    expect(after.place(site, page)).toBe(false);
    expect(after.place(site, { ...page, cacheKey: 'k2' })).toBe(false);
    expect(() => readFileSync(join(folder, 'dist/b/index.html'))).toThrow();
  });

  it('are handed to Astro as files of its own: what it writes over is not served', () => {
    const folder = keptPages();
    const served = roomOf({});
    const { kept } = opened(folder);
    kept.place(served, page);
    const site = roomOf({});
    kept.handTo(site, [page, { file: 'b/index.html', cacheKey: 'k9' }]);
    expect(readFileSync(join(site, page.file), 'utf8')).toBe('first');
    writeFileSync(join(site, page.file), 'written over');
    write(join(folder, 'dist', page.file), 'written over');
    kept.takeOver(site);
    expect(readFileSync(join(served, page.file), 'utf8')).toBe('first');
    expect(readFileSync(join(folder, 'dist', page.file), 'utf8')).toBe('written over');
  });

  it('are made in their place: what was made before may be served', () => {
    const { kept } = opened(keptPages());
    const served = roomOf({});
    kept.place(served, page);
    make(kept, { ...page, cacheKey: 'k2' }, 'second');
    expect(readFileSync(join(served, page.file), 'utf8')).toBe('first');
  });

  it('are not sound when a build was ended while it kept pages, or a file of them was damaged', () => {
    const halfway = keptPages();
    make(opened(halfway).kept, { ...page, cacheKey: 'k2' }, 'second');
    expect(opened(halfway).sound).toBe(false);
    const damaged = keptPages();
    write(join(damaged, 'dist', page.file), 'damaged');
    expect(opened(damaged).sound).toBe(false);
    const relisted = keptPages();
    write(join(relisted, 'since.json'), JSON.stringify({ [page.file]: 'k2' }));
    expect(opened(relisted).sound).toBe(false);
  });

  it('are not sealed as they were changed by another while a build ran', () => {
    const folder = keptPages();
    const { kept } = opened(folder);
    write(join(folder, 'dist', page.file), 'changed behind the back');
    kept.close();
    expect(opened(folder).sound).toBe(false);
  });

  it('are none after all was forgotten, and new ones are kept', () => {
    const folder = keptPages();
    const { kept } = opened(folder);
    kept.clear();
    expect(kept.place(roomOf({}), page)).toBe(false);
    make(kept, page, 'again');
    kept.close();
    expect(opened(folder).sound).toBe(true);
  });
});
