import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.ts';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The pages that Astro keeps from build to build, and its list of what they were made from. Astro writes pages one by one and
 * the list at the end, and reads both without a look at them: a build that was ended halfway, or a disk that went bad, would
 * put a wrong page into the next site. So a whole build is sealed, and what is not as it was sealed is not used.
 */
export class KeptPages {
  private readonly folder: string;

  /** `folder` is Astro's cache folder. */
  constructor(folder: string) {
    this.folder = folder;
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

  /** Forgets everything. */
  clear(): void {
    for (const name of ['pages.sha256', 'incremental-build.json', 'dist'])
      rmSync(join(this.folder, name), { recursive: true, force: true });
  }
}
