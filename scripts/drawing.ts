import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { AskedPage, KeptPages } from '../src/disk/kept-pages.ts';
import { sha256 } from '../src/disk/sha256.ts';
import { type BundledPage, bundledPages } from '../src/site/render.ts';

/** What a process that helps to draw is told: where the program and the site are. */
export interface Task {
  readonly entry: string;
  readonly site: string;
}

/** Some pages by their files; what became of them: SHA-256 of the bytes written, null for one that has nothing to say. */
export type Batch = readonly string[];
export type Drawn = readonly (readonly [file: string, digest: string | null])[];

/** From how many pages on a second process is worth its reading of the contract. */
const many = 1000;

/** How many pages are given away at a time: a second's work, so that both end together. */
const batchSize = 40;

/** All pages of a site, by the program that makes them. */
export async function pagesOfSite(entry: string): Promise<readonly BundledPage[]> {
  // What one page leaves behind is cleared before the next thousand, not when memory runs out: here a build is largest.
  setFlagsFromString('--heap-growing-percent=40');
  process.env.NODE_ENV ??= 'production';
  return bundledPages(new URL(entry));
}

/** Draws a page into the folder of a site; gives SHA-256 of its bytes, null for one that has nothing to say. */
export async function draw(site: string, page: BundledPage): Promise<string | null> {
  const bytes = await page.bytes();
  if (bytes === null) return null;
  const path = join(site, page.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return sha256(bytes);
}

/** Draws the pages from the end of a list until none is left, in a process of its own. */
async function drawFromEnd(pages: BundledPage[], task: Task, onDrawn: (drawn: Drawn) => void): Promise<void> {
  const child: ChildProcess = fork('scripts/draw.ts', [JSON.stringify(task)]);
  const ended = once(child, 'exit');
  child.on('message', (drawn: Drawn) => {
    onDrawn(drawn);
    const next: Batch = pages.splice(-batchSize).map(({ file }) => file);
    if (next.length > 0) child.send(next);
    else child.disconnect();
  });
  const [code] = await ended;
  if (code !== 0) throw new Error('a process that drew pages failed; what it says stands above');
}

/**
 * Draws the pages of a site, into a folder that holds its static files, but for those that are kept from the last build, and keeps
 * them; many of them in two processes, where there is room.
 */
export async function drawPages(task: Task, kept: KeptPages): Promise<void> {
  const keep = (page: AskedPage, digest: string | null) => {
    if (digest !== null) kept.keep(task.site, page, digest);
  };
  const pages = (await pagesOfSite(task.entry)).filter(
    (page) => !existsSync(join(task.site, page.file)) && !kept.place(task.site, page),
  );
  const known = new Map(pages.map((page) => [page.file, page]));
  const onDrawn = (drawn: Drawn) => {
    for (const [file, digest] of drawn) keep(known.get(file) ?? { file, cacheKey: undefined }, digest);
  };
  const shared = pages.length > many && availableParallelism() > 1;
  const other = shared ? drawFromEnd(pages, task, onDrawn) : null;
  for (let page = pages.shift(); page !== undefined; page = pages.shift()) keep(page, await draw(task.site, page));
  await other;
}
