import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { filesBelow, linkFile } from './files.ts';
import { sha256 } from './sha256.ts';

/** The list of the pages kept: by file, what each was made from. */
const listSchema = z.record(z.string(), z.string());

/** A page that is asked for: its file, and the key of what it is made from, if it has one. */
export interface AskedPage {
  readonly file: string;
  readonly cacheKey: string | undefined;
}

/** The seal, as `sha256sum` writes it. */
const sealOf = (digests: ReadonlyMap<string, string>): string =>
  [...digests]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, digest]) => `${digest}  ${file}\n`)
    .join('');

function readJson<T>(path: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The list, the folder with the pages, and the seal on both. */
const names = { list: 'pages.json', pages: 'pages', seal: 'pages.sha256' } as const;

/**
 * The pages that are kept from build to build, with a list of what they were made from.
 *
 * A page that is kept and the same page of the last site are one file; nothing is ever written into one, only into its place.
 *
 * Pages are written one by one and the list at the end: a build that was ended halfway, or a disk that went bad, would put a wrong
 * page into the next site. So a whole build is sealed, and what is not as it was sealed is not used.
 */
export class KeptPages {
  private readonly folder: string;
  /** Folders of the new site that are there: asking the disk for each page costs more than a page. */
  private readonly folders = new Set<string>();
  /** By file, what the pages kept were made from, and SHA-256 of all that is kept, as it was found sound or was made since. */
  private keys = new Map<string, string>();
  private digests = new Map<string, string>();
  /** The pages that the new site has. */
  private readonly used = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  private at(...path: readonly string[]): string {
    return join(this.folder, ...path);
  }

  /** Takes up what the last build left, when everything is as it was when that ended; what is not is forgotten. */
  open(): void {
    const files = [names.list, names.pages].flatMap((name) => filesBelow(this.folder, name, true));
    this.digests = new Map(files.map((file) => [file, sha256(readFileSync(this.at(file)))]));
    const sealed = existsSync(this.at(names.seal)) && readFileSync(this.at(names.seal), 'utf8') === sealOf(this.digests);
    this.keys = new Map(sealed ? Object.entries(readJson(this.at(names.list), listSchema) ?? {}) : []);
    if (!sealed) this.clear();
    mkdirSync(this.at(names.pages), { recursive: true });
  }

  /** Takes note of a build that ended well; a page that the new site has no more goes. */
  close(): void {
    for (const file of this.keys.keys()) if (!this.used.has(file)) this.drop(file);
    const text = JSON.stringify(Object.fromEntries(this.keys));
    writeFileSync(this.at(names.list), text);
    this.digests.set(names.list, sha256(text));
    writeFileSync(this.at(names.seal), sealOf(this.digests));
  }

  /** Where a page is kept: all lie in one folder, named by the digest of their place. */
  private storeOf(file: string): string {
    return this.at(names.pages, sha256(file));
  }

  /** Where a page lies that is made from the same as what is asked for; null when there is none. */
  private found({ file, cacheKey }: AskedPage): string | null {
    const path = this.storeOf(file);
    return cacheKey !== undefined && this.keys.get(file) === cacheKey && existsSync(path) ? path : null;
  }

  /** Puts a page that is made from the same as before into the folder of the new site; says whether it did. */
  place(site: string, page: AskedPage): boolean {
    const from = this.found(page);
    if (from !== null) {
      linkFile(from, this.roomFor(join(site, page.file)));
      this.used.add(page.file);
    }
    return from !== null;
  }

  /** Keeps a page that was written into the new site, by the digest of its bytes; the site and what is kept share one file. */
  keep(site: string, { file, cacheKey }: AskedPage, digest: string): void {
    if (cacheKey === undefined) return;
    const to = this.storeOf(file);
    if (this.keys.has(file)) rmSync(to, { force: true });
    linkFile(join(site, file), to);
    this.used.add(file);
    this.keys.set(file, cacheKey);
    this.digests.set(`${names.pages}/${sha256(file)}`, digest);
  }

  private drop(file: string): void {
    rmSync(this.storeOf(file), { force: true });
    this.keys.delete(file);
    this.digests.delete(`${names.pages}/${sha256(file)}`);
  }

  private roomFor(path: string): string {
    const folder = dirname(path);
    if (!this.folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.folders.add(folder);
    return path;
  }

  /** Forgets everything. */
  private clear(): void {
    for (const name of Object.values(names)) rmSync(this.at(name), { recursive: true, force: true });
    this.digests = new Map();
    this.keys = new Map();
  }
}
