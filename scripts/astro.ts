import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { KeptPages } from '../src/disk/kept-pages.ts';
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

/**
 * Builds the pages of the contract at `root`, as it was read, into a folder anywhere, which must not exist. Astro itself is
 * given one in the engine's own: it runs pages from where it puts them, takes a folder beside the engine whose name begins
 * alike for a part of the engine, and would not find packages there. Pages that nothing new bears on are those of the last build.
 */
export async function buildInto(folder: string, root: string, read: Read): Promise<void> {
  const made = join(workOf(root), 'site');
  const kept = new KeptPages(join(workOf(root), 'astro'));
  if (!kept.areSound()) kept.clear();
  rmSync(made, { recursive: true, force: true });
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.SITE_COMMIT = commitOf(root);
  globalThis.contractRead = read;
  await build({ outDir: made, logLevel: 'warn' });
  kept.close();
  move(made, folder);
}
