import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { filesBelow, linkFile, pathOf } from './files.ts';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Astro's list of the pages of a build, as far as it is read here: by component and path, what a page was made from and its file. */
const listSchema = z.object({
  routes: z.record(
    z.string(),
    z.object({ paths: z.record(z.string(), z.object({ cacheKey: z.string(), outputFile: z.string() })) }),
  ),
});

/** The pages made since then without Astro's build: by file, what each was made from. */
const sinceSchema = z.record(z.string(), z.string());

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

/** The two lists, the folder with the pages, and the seal on all of them. */
const names = { list: 'incremental-build.json', since: 'since.json', pages: 'dist', seal: 'pages.sha256' } as const;

/**
 * The pages that are kept from build to build. Astro keeps those of its builds, with a list of what they were made from. Those
 * made since then by the kept bundle have a list of their own: only Astro knows which code and which documents a page rests on,
 * so when it builds again, these are made anew.
 *
 * A page that is kept and the same page of the last site are one file; nothing is ever written into one, only into its place.
 *
 * Pages are written one by one and the lists at the end, and Astro reads both without a look at them: a build that was ended
 * halfway, or a disk that went bad, would put a wrong page into the next site. So a whole build is sealed, and what is not as it
 * was sealed is not used.
 */
export class KeptPages {
  private readonly folder: string;
  private readonly folders = new Set<string>();
  /** By file, what the pages kept were made from; of all, and of those that Astro does not know of. */
  private keys: ReadonlyMap<string, string> | null = null;
  private since: Map<string, string> | null = null;
  /** By file, SHA-256 of all that is kept, as long as nobody else writes here. */
  private digests: Map<string, string> | null = null;

  /** `folder` is Astro's cache folder. */
  constructor(folder: string | URL) {
    this.folder = pathOf(folder);
  }

  private at(...path: readonly string[]): string {
    return join(this.folder, ...path);
  }

  private digested(): Map<string, string> {
    const files = [names.list, names.since, names.pages].flatMap((name) => filesBelow(this.folder, name, true));
    return new Map(files.map((file) => [file, sha256(readFileSync(this.at(file)))]));
  }

  /** Whether everything is as it was when a build ended. */
  areSound(): boolean {
    this.digests = this.digested();
    return existsSync(this.at(names.seal)) && readFileSync(this.at(names.seal), 'utf8') === sealOf(this.digests);
  }

  /** Takes note of a build that ended well. */
  close(): void {
    if (this.digests !== null && this.since !== null) {
      const text = JSON.stringify(Object.fromEntries(this.since));
      writeFileSync(this.at(names.since), text);
      this.digests.set(names.since, sha256(text));
    }
    writeFileSync(this.at(names.seal), sealOf(this.digests ?? this.digested()));
  }

  /** Leaves the pages to a build of Astro's, without those that it does not know of. */
  leaveToAstro(): void {
    for (const file of this.madeSince().keys()) rmSync(this.at(names.pages, file), { force: true });
    rmSync(this.at(names.since), { force: true });
    this.digests = null;
    this.since = null;
  }

  private madeSince(): Map<string, string> {
    this.since ??= new Map(Object.entries(readJson(this.at(names.since), sinceSchema) ?? {}));
    return this.since;
  }

  private listed(): ReadonlyMap<string, string> {
    this.keys ??= new Map(
      Object.values(readJson(this.at(names.list), listSchema)?.routes ?? {}).flatMap(({ paths }) =>
        // The list holds addresses, as Astro writes them.
        Object.values(paths).map(({ outputFile, cacheKey }) => [decodeURI(outputFile), cacheKey] as const),
      ),
    );
    return this.keys;
  }

  /** The key of what a kept page was made from. */
  private keyOf(file: string): string | undefined {
    return this.madeSince().get(file) ?? this.listed().get(file);
  }

  /** Where a page lies that is made from the same as what is asked for; null when there is none. */
  private found({ file, cacheKey }: AskedPage): string | null {
    const path = this.at(names.pages, file);
    return cacheKey !== undefined && this.keyOf(file) === cacheKey && existsSync(path) ? path : null;
  }

  /** Puts a page that is made from the same as before into the folder of the new site; says whether it did. */
  place(site: string, page: AskedPage): boolean {
    const from = this.found(page);
    if (from !== null) linkFile(from, this.roomFor(join(site, page.file)));
    return from !== null;
  }

  /** Keeps a page of the new site that was made without Astro's build. */
  keep(site: string, { file, cacheKey }: AskedPage, bytes: Uint8Array): void {
    if (cacheKey === undefined) return;
    this.take(site, file);
    this.madeSince().set(file, cacheKey);
    this.digests?.set(`${names.pages}/${file}`, sha256(bytes));
  }

  /**
   * Gives Astro the pages that are made from the same as before, in the folder of the new site, where it leaves them as they
   * are: it would copy them too, waiting for each. What is kept here goes, for Astro writes over files, and these may be those of
   * a site that is being served.
   */
  handTo(site: string | URL, pages: readonly AskedPage[]): void {
    for (const page of pages) {
      const from = this.found(page);
      if (from !== null) copyFileSync(from, this.roomFor(join(pathOf(site), page.file)));
    }
    rmSync(this.at(names.pages), { recursive: true, force: true });
    this.folders.clear();
  }

  /** Keeps the pages of a site that Astro has built, as far as it knows what they were made from. */
  takeOver(site: string): void {
    this.keys = null;
    for (const file of this.listed().keys()) this.take(site, file);
  }

  /** One file for the site and for what is kept. */
  private take(site: string, file: string): void {
    const to = this.roomFor(this.at(names.pages, file));
    rmSync(to, { force: true });
    linkFile(join(site, file), to);
  }

  private roomFor(path: string): string {
    const folder = dirname(path);
    if (!this.folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.folders.add(folder);
    return path;
  }

  /** Forgets everything. */
  clear(): void {
    for (const name of Object.values(names)) rmSync(this.at(name), { recursive: true, force: true });
    this.digests = new Map();
    this.folders.clear();
  }
}
