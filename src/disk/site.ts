import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { linkProblems } from '../core/documents/stray.ts';
import { Gathering } from '../core/problem/gathering.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { FileFacts, ManifestFile } from '../core/release/manifest.ts';
import { type PageFacts, readPage } from '../core/release/page.ts';
import { checkTwin } from '../core/reports/twin-schema.ts';
import { filesBelow, linksBelow } from './files.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const factsOf = (path: string, bytes: Uint8Array): FileFacts => ({ path, bytes: bytes.length, sha256: sha256(bytes) });

/** A built site as it stands on the disk: its files, what its pages say of each other, and what is wrong with its JSON twins. */
export interface Survey {
  readonly files: readonly FileFacts[];
  readonly pages: ReadonlyMap<string, PageFacts>;
  readonly problems: readonly Problem[];
}

const withoutDot = (path: string): string => path.slice(2);

/** Paths of all files of a site, hidden ones included. */
export const siteFiles = (folder: string): string[] => filesBelow(folder, '.', true).map(withoutDot).sort();

/** Reads every file of a site once. */
export function surveySite(folder: string): Survey {
  const files: FileFacts[] = [];
  const pages = new Map<string, PageFacts>();
  const all = new Gathering();
  all.add(linkProblems(linksBelow(folder, ['.']).map(withoutDot)));
  for (const path of siteFiles(folder)) {
    const bytes = readFileSync(join(folder, path));
    files.push(factsOf(path, bytes));
    if (path.endsWith('.html')) pages.set(path, readPage(bytes.toString('utf8')));
    if (path.startsWith('api/') && path.endsWith('.json')) all.add(checkTwin(path, bytes.toString('utf8')));
  }
  return { files, pages, problems: all.problems };
}

/** What one file of a site is. */
export const factsOfFile = (folder: string, path: string): FileFacts => factsOf(path, readFileSync(join(folder, path)));

/** Whether a file is on the disk as a manifest says. */
export function isSound(folder: string, file: FileFacts): boolean {
  return existsSync(join(folder, file.path)) && factsOfFile(folder, file.path).sha256 === file.sha256;
}

/** What every file of a site is. */
export const factsOfSite = (folder: string): FileFacts[] => siteFiles(folder).map((path) => factsOfFile(folder, path));

const compressible = new Set(['.html', '.css', '.js', '.json', '.svg', '.csv', '.xml', '.txt', '.webmanifest']);

/** The packed forms that web servers know, by ending. Their bytes depend on the file alone: neither holds a name or a time. */
const packings: readonly { readonly ending: string; readonly pack: (bytes: Uint8Array) => Promise<Uint8Array> }[] = [
  { ending: '.gz', pack: (bytes) => promisify(gzip)(bytes, { level: 9 }) },
  { ending: '.br', pack: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) },
];

/** Writes packed forms beside the files that gain from it, eight at a time; answers with what was written. */
export async function compressSite(folder: string, files: readonly FileFacts[]): Promise<ManifestFile[]> {
  const written: ManifestFile[] = [];
  const waiting = files.filter(({ path, bytes }) => compressible.has(extname(path)) && bytes >= 1024);
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const bytes = await readFile(join(folder, next.path));
      for (const { ending, pack } of packings) {
        const packed = await pack(bytes);
        if (packed.length >= bytes.length) continue;
        writeFileSync(join(folder, next.path + ending), packed);
        written.push({ ...factsOf(next.path + ending, packed), origin: 'compressed' });
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return written;
}

/** Gives a file a second place without a second copy, where the file system can. */
export function placeAgain(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
