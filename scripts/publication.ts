import { cpSync } from 'node:fs';
import type { Holder } from '../src/disk/lock.ts';
import type { Publication, Stage } from '../src/disk/publish.ts';
import type { Releases } from '../src/disk/releases.ts';
import { siteAddress } from '../src/site/address.ts';
import type { Read } from '../src/site/read.ts';

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
  /** A folder with the site already built and indexed from this contract. */
  readonly site?: string | undefined;
  readonly isOvertaken?: () => boolean;
}

export const onWait = ({ pid, host }: Holder): void => console.log(`另一个发布正在进行（${host} 上的进程 ${pid}），等待它结束……`);

/**
 * The publication of a contract's content and data. What only checking and indexing need is loaded by them: going back and
 * waiting must be quick.
 */
export function publicationOf(
  root: string,
  releases: Releases,
  { keep = 10, patience = 0, site, isOvertaken = () => false }: Wishes,
): Publication {
  let read: Read | null = null;
  const project = async (): Promise<Read> => {
    const { loadProject } = await import('../src/disk/project.ts');
    read ??= loadProject(root);
    return read;
  };
  return {
    releases,
    keep,
    base: siteAddress().base,
    patience,
    check: async () => (await project()).problems,
    build: async (folder) => {
      if (site !== undefined) return cpSync(site, folder, { recursive: true });
      const { buildInto } = await import('./astro.ts');
      await buildInto(folder, root, await project());
    },
    index: async (folder) => {
      if (site !== undefined) return;
      const { value } = await project();
      const { indexPages } = await import('./index-pages.ts');
      if (value !== null) await indexPages(folder, value.content);
    },
    isOvertaken,
    onWait,
    onStage: (stage) => console.log(`${stageWords[stage]}……`),
  };
}
