import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Month } from '../core/calendar/date.ts';
import type { Build } from '../core/release/release.ts';
import { filesBelow } from './files.ts';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 over lines `<digest>  <file>`, as `sha256sum <files> | sha256sum` makes it. */
const digestOf = (root: string, files: readonly string[]): string =>
  sha256(files.map((file) => `${sha256(readFileSync(join(root, file)))}  ${file}\n`).join(''));

/** The files of a month's folder and what they were when the site was built. */
export interface MonthFiles {
  readonly month: Month;
  /** Names with the SHA-256 of their bytes, in code-point order. */
  readonly files: readonly { readonly name: string; readonly digest: string }[];
}

/** The files of some months' folders; a month without a folder has none. */
export function monthFiles(root: string, months: readonly Month[]): MonthFiles[] {
  return months.map((month) => {
    const folder = `data/${month}`;
    const files = filesBelow(root, folder).map((path) => ({
      name: path.slice(folder.length + 1),
      digest: sha256(readFileSync(join(root, path))),
    }));
    return { month, files };
  });
}

/** One digest for some months: SHA-256 over lines `<digest>  data/<month>/<name>`, as `sha256sum data/2026-09/* | sha256sum` makes it. */
export const monthsDigest = (months: readonly MonthFiles[]): string =>
  sha256(months.flatMap(({ month, files }) => files.map(({ name, digest }) => `${digest}  data/${month}/${name}\n`)).join(''));

/** Digests of everything that a build reads, by kind: content with the static files, data, and the engine's program. */
export function inputDigests(folders: { readonly contract: string; readonly engine: string }): Build['builtFrom'] {
  const { contract, engine } = folders;
  return {
    content: digestOf(contract, [...filesBelow(contract, 'content'), ...filesBelow(contract, 'public')]),
    data: digestOf(contract, filesBelow(contract, 'data')),
    program: digestOf(engine, [...filesBelow(engine, 'src'), 'astro.config.mjs', 'package-lock.json']),
  };
}
