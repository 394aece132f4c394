import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { linkProblems } from '../core/documents/stray.ts';
import { Gathering } from '../core/problem/gathering.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { FileFacts, Manifest, ManifestFile } from '../core/release/manifest.ts';
import { idsOnPage, type PageFacts, readPage } from '../core/release/page.ts';
import { checkTwin } from '../core/reports/twin-schema.ts';
import { filesBelow, linkFile, linksBelow } from './files.ts';
import { sha256 } from './sha256.ts';

const factsOf = (path: string, bytes: Uint8Array): FileFacts => ({ path, bytes: bytes.length, sha256: sha256(bytes) });

/** A built site as it stands on the disk: its files, and what is new in it against an earlier state. */
export interface Survey {
  readonly files: readonly FileFacts[];
  /** What the new pages say of the site. */
  readonly pages: ReadonlyMap<string, PageFacts>;
  /** The ids of any page, read when they are asked for. */
  readonly idsOf: (path: string) => ReadonlySet<string> | undefined;
  /** What is wrong with the new JSON twins, and links where files should be. */
  readonly problems: readonly Problem[];
}

const withoutDot = (path: string): string => path.slice(2);

/** Paths of all files of a site, hidden ones included. */
export const siteFiles = (folder: string): string[] => filesBelow(folder, '.', true).map(withoutDot).sort();

/** SHA-256 of files by path. */
export type Digests = ReadonlyMap<string, string>;

/** Reads every file of a site once, and looks into those that are not as they are known to have been. */
export function surveySite(folder: string, known: Digests = new Map()): Survey {
  const files: FileFacts[] = [];
  const pages = new Map<string, PageFacts>();
  const all = new Gathering();
  all.add(linkProblems(linksBelow(folder, ['.']).map(withoutDot)));
  for (const path of siteFiles(folder)) {
    const bytes = readFileSync(join(folder, path));
    const facts = factsOf(path, bytes);
    files.push(facts);
    if (known.get(path) === facts.sha256) continue;
    if (path.endsWith('.html')) pages.set(path, readPage(bytes.toString('utf8')));
    if (path.startsWith('api/') && path.endsWith('.json')) all.add(checkTwin(path, bytes.toString('utf8')));
  }
  return { files, pages, idsOf: idsIn(folder, pages), problems: all.problems };
}

/** The ids of a site's pages, those beside the ones already read once each. */
function idsIn(folder: string, read: ReadonlyMap<string, PageFacts>): Survey['idsOf'] {
  const others = new Map<string, ReadonlySet<string>>();
  return (path) => {
    if (!path.endsWith('.html')) return undefined;
    const ids = read.get(path)?.ids ?? others.get(path) ?? idsOnPage(readFileSync(join(folder, path), 'utf8'));
    others.set(path, ids);
    return ids;
  };
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

/** A site kept beside the one that is being made, whose files may be taken over. */
export interface Earlier {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Takes over from an earlier site, without a second copy, what is the same in both: a file, and its packed forms. Answers with
 * the packed forms that are there now, and the files that still want packing. What is damaged there is left alone.
 */
export function reuse(folder: string, files: readonly FileFacts[], { folder: earlier, manifest }: Earlier) {
  const before = new Map(manifest.files.map((file) => [file.path, file]));
  const packed: ManifestFile[] = [];
  const left: FileFacts[] = [];
  for (const file of files) {
    const [from, to] = [join(earlier, file.path), join(folder, file.path)];
    const placed = before.get(file.path)?.sha256 === file.sha256 && isOneFile(from, to);
    const same = placed || (before.get(file.path)?.sha256 === file.sha256 && isSound(earlier, file));
    if (same && !placed) placeInstead(from, to);
    const forms = packings.flatMap(({ ending }) => before.get(file.path + ending) ?? []);
    if (!same || !forms.every((form) => isSound(earlier, form))) left.push(file);
    else
      for (const form of forms) {
        linkFile(join(earlier, form.path), join(folder, form.path));
        packed.push({ ...form, origin: 'compressed' });
      }
  }
  return { packed, left };
}

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

/** Gives a file a second place, in a folder that is made where it is missing. */
export function placeAgain(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  linkFile(from, to);
}

/** Puts a link to a file in the place of its copy, in one step. */
function placeInstead(from: string, to: string): void {
  const draft = `${to}.new`;
  linkFile(from, draft);
  renameSync(draft, to);
}

/** Whether two paths name one file: what was read at one of them is what lies at the other. */
function isOneFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}
