import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Build } from '../core/release/release.ts';
import { filesBelow } from './files.ts';

function digestOf(root: string, files: readonly string[]): string {
  const all = createHash('sha256');
  for (const file of files)
    all.update(
      `${createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex')}  ${file}\n`,
    );
  return all.digest('hex');
}

/** Digests of everything that a build reads, by kind. */
export function inputDigests(root: string): Build['builtFrom'] {
  const program = [...filesBelow(root, 'public'), ...filesBelow(root, 'src'), 'astro.config.mjs', 'package-lock.json'];
  return {
    content: digestOf(root, filesBelow(root, 'content')),
    data: digestOf(root, filesBelow(root, 'data')),
    program: digestOf(root, program),
  };
}
