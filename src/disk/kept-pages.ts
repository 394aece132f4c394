import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { filesBelow } from './files.ts';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Astro's list of the pages of a build, as far as it is read here: by component and path, what a page was made from and its file. */
const listSchema = z.object({
  routes: z.record(
    z.string(),
    z.object({ paths: z.record(z.string(), z.object({ cacheKey: z.string(), outputFile: z.string() })) }),
  ),
});

/** A page that is asked for: its address, the component that makes it, and the key of what it is made from, if it has one. */
export interface AskedPage {
  readonly pathname: string;
  readonly component: string;
  readonly cacheKey: string | undefined;
}

/**
 * The pages that Astro keeps from build to build, and its list of what they were made from. Astro writes pages one by one and
 * the list at the end, and reads both without a look at them: a build that was ended halfway, or a disk that went bad, would
 * put a wrong page into the next site. So a whole build is sealed, and what is not as it was sealed is not used.
 */
export class KeptPages {
  private readonly folder: string;

  /** `folder` is Astro's cache folder. */
  constructor(folder: string | URL) {
    this.folder = typeof folder === 'string' ? folder : fileURLToPath(folder);
  }

  private get seal(): string {
    return join(this.folder, 'pages.sha256');
  }

  /** What is kept, as `sha256sum` writes it. */
  private listing(): string {
    const files = ['incremental-build.json', ...filesBelow(this.folder, 'dist', true)];
    return files.map((file) => `${sha256(readFileSync(join(this.folder, file)))}  ${file}\n`).join('');
  }

  /** Whether everything is as it was when a build ended. */
  areSound(): boolean {
    try {
      return readFileSync(this.seal, 'utf8') === this.listing();
    } catch {
      return false;
    }
  }

  /** Takes note of a build that ended well. */
  close(): void {
    writeFileSync(this.seal, this.listing());
  }

  private pages() {
    try {
      return (
        listSchema.safeParse(JSON.parse(readFileSync(join(this.folder, 'incremental-build.json'), 'utf8'))).data?.routes ?? {}
      );
    } catch {
      return {};
    }
  }

  /**
   * Puts the pages that are made from the same as before into the folder of the new site, where Astro leaves them as they are:
   * it would copy them too, waiting for each.
   */
  placeInto(site: URL, asked: readonly AskedPage[]): void {
    const routes = this.pages();
    const folder = fileURLToPath(site);
    const folders = new Set<string>();
    for (const { component, pathname, cacheKey } of asked) {
      const page = routes[component]?.paths[pathname];
      if (page === undefined || page.cacheKey !== cacheKey) continue;
      // The list holds addresses, as Astro writes them.
      const file = fileURLToPath(new URL(page.outputFile, 'file:///'));
      const to = join(folder, file);
      if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
      folders.add(dirname(to));
      copyFileSync(join(this.folder, 'dist', file), to);
    }
  }

  /** Forgets everything. */
  clear(): void {
    for (const name of ['pages.sha256', 'incremental-build.json', 'dist'])
      rmSync(join(this.folder, name), { recursive: true, force: true });
  }
}
