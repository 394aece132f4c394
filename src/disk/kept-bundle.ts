import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { circumstances } from './circumstances.ts';
import { filesBelow, pathOf, sumsOf } from './files.ts';
import { sha256 } from './sha256.ts';

/** Where Astro writes the program that makes the pages, within the folder of the new site. */
const program = '.prerender';

/**
 * One digest of all that the program which makes the pages of a contract is itself made from: the engine's sources, its packages
 * and configuration, and the contract's documents and static files. Rows are no part of it.
 */
export function bundleKey(contract: string, engine: string): string {
  const own = [...filesBelow(engine, 'src'), 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
  const documents = ['content', 'public'].flatMap((folder) => filesBelow(contract, folder, true));
  const parts = [circumstances(contract, engine), sumsOf(engine, own), sumsOf(contract, documents)];
  return sha256(parts.join('\n'));
}

/**
 * The program that makes the pages, as Astro bundled it, with the static files of the site: kept from build to build, because a
 * commit of rows changes neither. What is kept is sealed together with the digest of what it was made from; it is not used for
 * anything else, nor when a file of it is not as it was sealed.
 */
export class KeptBundle {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  private get site(): string {
    return join(this.folder, 'site');
  }

  private get seal(): string {
    return join(this.folder, 'bundle.sha256');
  }

  private listing(key: string): string {
    return `${key}  key\n${sumsOf(this.folder, filesBelow(this.folder, 'site', true))}`;
  }

  /** Whether a bundle of this key is here, with every file as it was when its build ended. */
  isSound(key: string): boolean {
    try {
      return readFileSync(this.seal, 'utf8') === this.listing(key);
    } catch {
      return false;
    }
  }

  /** Takes over a site as it stands before its first page is made. */
  take(site: string | URL): void {
    this.clear();
    mkdirSync(this.folder, { recursive: true });
    cpSync(pathOf(site), this.site, { recursive: true });
  }

  /** Takes note that the build of the bundle that was taken over ended well. */
  close(key: string): void {
    writeFileSync(this.seal, this.listing(key));
  }

  /** Begins a site with its static files. */
  placeInto(site: string): void {
    cpSync(this.site, site, { recursive: true, filter: (path) => basename(path) !== program });
  }

  /** The module that offers the pages. */
  get entry(): URL {
    const folder = join(this.site, program);
    const name = readdirSync(folder).find((each) => each.startsWith('prerender-entry'));
    if (name === undefined) throw new Error(`${folder} holds no prerender-entry`);
    return pathToFileURL(join(folder, name));
  }

  /** Forgets everything. */
  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
