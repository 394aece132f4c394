import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workOf } from '../src/disk/root.ts';
import { commitOf } from './commit.ts';
import type { run, runQuietly } from './run.ts';

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
 * Builds the pages of the contract at `root` into a folder anywhere, which must not exist. Astro itself is given one in the
 * engine's own: it runs pages from where it puts them, takes a folder beside the engine whose name begins alike for a part of
 * the engine, and would not find packages there.
 */
export async function buildInto(folder: string, root: string, command: typeof run | typeof runQuietly): Promise<void> {
  const made = join(workOf(root), 'site');
  rmSync(made, { recursive: true, force: true });
  await command('astro', ['build', '--outDir', made], { SITE_COMMIT: commitOf(root) });
  move(made, folder);
}
