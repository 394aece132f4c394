import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundleKey, KeptBundle } from '../src/disk/kept-bundle.ts';
import { KeptPages } from '../src/disk/kept-pages.ts';
import { type Holder, Lock } from '../src/disk/lock.ts';
import { workOf } from '../src/disk/root.ts';
import type { Read } from '../src/site/read.ts';
import { commitOf } from './commit.ts';

/** Moves a folder, to another file system too. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}

/** Half an hour: more than the longest build. */
const patience = 30 * 60 * 1000;

/**
 * Makes the pages of a site by a build of Astro's, which leaves its bundle. One at a time: Astro writes the list of documents into
 * the engine's folder, `.astro`, and of two contracts that are built at once one would be given those of the other.
 */
async function buildAnew(site: string, kept: KeptPages): Promise<void> {
  const { build } = await import('astro');
  const onWait = ({ pid, host }: Holder) => console.log(`另一个合同正在构建（${host} 上的进程 ${pid}），等待它结束……`);
  const lock = await Lock.take(join('.cache', 'astro.lock'), patience, onWait);
  if (!(lock instanceof Lock)) throw new Error(`process ${lock.pid} on ${lock.host} has been building for half an hour`);
  kept.leaveToAstro();
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  try {
    await build({ outDir: site, logLevel: 'warn' });
  } finally {
    lock.release();
  }
  kept.takeOver(site);
}

/** Makes the pages of a site by a bundle that was kept, in a folder that holds its static files. */
async function buildAgain(site: string, bundle: KeptBundle, kept: KeptPages): Promise<void> {
  const { bundledPages } = await import('../src/site/render.ts');
  process.env.NODE_ENV ??= 'production';
  bundle.placeInto(site);
  for (const page of await bundledPages(bundle.entry)) {
    const path = join(site, page.file);
    if (existsSync(path) || kept.place(site, page)) continue;
    const bytes = await page.bytes();
    if (bytes === null) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    kept.keep(site, page, bytes);
  }
}

/**
 * Builds the pages of the contract at `root`, as it was read, into a folder anywhere, which must not exist. Astro itself is
 * given one in the engine's own: it runs pages from where it puts them, takes a folder beside the engine whose name begins
 * alike for a part of the engine, and would not find packages there. Pages that nothing new bears on are those of the last build;
 * where only rows are new, the others are made by its bundle.
 */
export async function buildInto(folder: string, root: string, read: Read): Promise<void> {
  const work = resolve(workOf(root));
  const [made, bundle, kept] = [join(work, 'site'), new KeptBundle(join(work, 'bundle')), new KeptPages(join(work, 'astro'))];
  const key = bundleKey(root, process.cwd());
  if (!kept.areSound()) kept.clear();
  rmSync(made, { recursive: true, force: true });
  process.env.SITE_COMMIT = commitOf(root);
  globalThis.contractRead = read;
  if (bundle.isSound(key)) await buildAgain(made, bundle, kept);
  else {
    await buildAnew(made, kept);
    bundle.close(key);
  }
  kept.close();
  move(made, folder);
}
