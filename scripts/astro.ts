import { cpSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleKey, KeptBundle } from '../src/disk/kept-bundle.ts';
import { KeptPages } from '../src/disk/kept-pages.ts';
import { type Holder, Lock } from '../src/disk/lock.ts';
import { workOf } from '../src/disk/root.ts';
import type { Read } from '../src/site/read.ts';
import { commitOf } from './commit.ts';
import { foreground } from './foreground.mjs';

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
 * Bundles the program that makes the pages of the contract at `root`. One at a time: Astro writes the list of documents into the
 * engine's folder, `.astro`, and of two contracts that are built at once one would be given those of the other.
 */
async function makeBundle(root: string): Promise<void> {
  const onWait = ({ pid, host }: Holder) => console.log(`另一个合同正在构建（${host} 上的进程 ${pid}），等待它结束……`);
  const lock = await Lock.take(join('.cache', 'astro.lock'), patience, onWait);
  if (!(lock instanceof Lock)) throw new Error(`process ${lock.pid} on ${lock.host} has been building for half an hour`);
  try {
    const code = await foreground('node', ['scripts/bundle.ts'], { SITE_CONTRACT: root });
    if (code !== 0) throw new Error('the pages could not be bundled; what the bundler says stands above');
  } finally {
    lock.release();
  }
}

/**
 * Builds the pages of the contract at `root`, as it was read, into a folder anywhere, which must not exist. Astro bundles the
 * program that makes them, unless a bundle of the same sources and documents was kept; pages that nothing new bears on are those
 * of the last build.
 */
export async function buildInto(folder: string, root: string, read: Read): Promise<void> {
  const work = resolve(workOf(root));
  const [made, bundle, kept] = [join(work, 'site'), new KeptBundle(join(work, 'bundle')), new KeptPages(join(work, 'kept'))];
  const key = bundleKey(root, process.cwd());
  kept.open();
  rmSync(made, { recursive: true, force: true });
  process.env.SITE_COMMIT = commitOf(root);
  globalThis.contractRead = read;
  if (!bundle.isSound(key)) {
    await makeBundle(root);
    bundle.close(key);
  }
  bundle.placeInto(made);
  const { drawPages } = await import('./drawing.ts');
  await drawPages({ entry: bundle.entry.href, site: made }, kept);
  kept.close();
  move(made, folder);
}
