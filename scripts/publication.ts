import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Holder } from '../src/disk/lock.ts';
import type { Publication, Stage } from '../src/disk/publish.ts';
import type { Releases } from '../src/disk/releases.ts';
import { commitOf } from './commit.ts';
import { runQuietly } from './run.ts';

export const stageWords: Readonly<Record<Stage, string>> = {
  check: '检查',
  build: '构建',
  index: '检索',
  verify: '核验',
  compress: '压缩',
  switch: '切换',
};

/** How long something took. */
export const secondsWords = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} 秒`;

interface Wishes {
  readonly keep?: number;
  /** Milliseconds to wait for another publisher. */
  readonly patience?: number;
  /** A folder with the site already built and indexed from this checkout. */
  readonly site?: string | undefined;
  readonly isOvertaken?: () => boolean;
}

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
 * Builds the site into a folder anywhere. Astro itself is given one in the project's own: it runs pages from where it puts
 * them, takes a folder beside the project whose name begins alike for a part of the project, and would not find packages there.
 */
function buildInto(folder: string, commit: string): void {
  const made = join('.cache', 'site');
  rmSync(made, { recursive: true, force: true });
  runQuietly('astro', ['build', '--outDir', made], { SITE_COMMIT: commit });
  move(made, folder);
}

export const onWait = ({ pid, host }: Holder): void => console.log(`另一个发布正在进行（${host} 上的进程 ${pid}），等待它结束……`);

/**
 * The publication of a checkout's content and data. What only checking and indexing need is loaded by them: going back and
 * waiting must be quick.
 */
export function publicationOf(
  root: string,
  releases: Releases,
  { keep = 10, patience = 0, site, isOvertaken = () => false }: Wishes,
): Publication {
  return {
    releases,
    keep,
    base: process.env.SITE_BASE ?? '/',
    patience,
    check: async () => {
      const { loadProject } = await import('../src/disk/project.ts');
      return loadProject(root).problems;
    },
    build: async (folder) => {
      if (site !== undefined) cpSync(site, folder, { recursive: true });
      else buildInto(folder, commitOf(root));
    },
    index: async (folder) => {
      if (site !== undefined) return;
      const { indexPages } = await import('./index-pages.ts');
      await indexPages(folder);
    },
    isOvertaken,
    onWait,
    onStage: (stage) => console.log(`${stageWords[stage]}……`),
  };
}
