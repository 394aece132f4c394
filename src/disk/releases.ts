import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kept } from '../core/release/carried.ts';
import { type Manifest, manifestSchema, manifestText } from '../core/release/manifest.ts';
import { inOrder, isReleaseName, type Release, releaseSchema } from '../core/release/release.ts';

function parsed<T>(file: string, schema: { safeParse(value: unknown): { data?: T | undefined } }): T | null {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Makes a folder's entries durable where the system allows it (Windows does not). */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Without it a power cut may undo the last switch; it never mixes releases.
  }
}

/**
 * The folder that a web server serves from. `current` is a link to the site of one release; `releases/<name>/` holds
 * `site/` and `manifest.json`, and is moved into place whole; `work/` is private to the publisher that holds `lock/`.
 */
export class Releases {
  readonly target: string;

  constructor(target: string) {
    this.target = resolve(target);
  }

  private path(...parts: string[]): string {
    return join(this.target, ...parts);
  }

  get lock(): string {
    return this.path('lock');
  }

  get work(): string {
    return this.path('work');
  }

  /** What is served: a link that always names one whole release. */
  get current(): string {
    return this.path('current');
  }

  site(name: string): string {
    return this.path('releases', name, 'site');
  }

  /** Whether the folder holds releases, or nothing that could be something else. */
  isUsable(): boolean {
    if (!existsSync(this.target)) return true;
    if (!statSync(this.target).isDirectory()) return false;
    return existsSync(this.path('releases')) || readdirSync(this.target).length === 0;
  }

  /** Names of the releases kept, oldest first. */
  names(): string[] {
    return existsSync(this.path('releases')) ? inOrder(readdirSync(this.path('releases'))) : [];
  }

  /** The release being served, null before the first. */
  served(): string | null {
    try {
      const name = /(?:^|\/)releases\/([^/]+)\/site\/?$/u.exec(readlinkSync(this.current))?.[1];
      return name !== undefined && isReleaseName(name) && existsSync(this.current) ? name : null;
    } catch {
      return null;
    }
  }

  manifest(name: string): Manifest | null {
    return parsed(this.path('releases', name, 'manifest.json'), manifestSchema);
  }

  /** The releases kept besides one, newest first, as far as their manifests can be read. */
  others(name: string | null): Kept[] {
    return this.names()
      .reverse()
      .flatMap((each) => {
        const manifest = each === name ? null : this.manifest(each);
        return manifest === null ? [] : [{ name: each, manifest }];
      });
  }

  /** Replaces a release's manifest in one step. */
  rewriteManifest(name: string, manifest: Manifest): void {
    const draft = join(this.work, 'manifest.json');
    writeFileSync(draft, manifestText(manifest));
    renameSync(draft, this.path('releases', name, 'manifest.json'));
  }

  release(name: string): Release | null {
    return parsed(join(this.site(name), 'release.json'), releaseSchema);
  }

  /** Creates the folders, and clears what a publisher left that was killed. For the holder of the lock only. */
  prepare(): void {
    mkdirSync(this.path('releases'), { recursive: true });
    rmSync(this.path('current.new'), { force: true });
    rmSync(this.work, { recursive: true, force: true, maxRetries: 3 });
    mkdirSync(this.work, { recursive: true });
  }

  /** Gives back what an unfinished publication wrote. */
  clear(): void {
    rmSync(this.work, { recursive: true, force: true, maxRetries: 3 });
    rmSync(this.path('current.new'), { force: true });
  }

  /** Moves a finished release from the work folder into its place; everything in it is on the disk before it is named. */
  add(name: string, folder: string): void {
    spawnSync('sync', ['-f', folder]);
    renameSync(folder, this.path('releases', name));
    syncFolder(this.path('releases'));
  }

  /** Serves a release: one rename, before which every request sees the old release and after which every one sees the new. */
  serve(name: string): void {
    const next = this.path('current.new');
    rmSync(next, { force: true });
    symlinkSync(join('releases', name, 'site'), next, 'dir');
    renameSync(next, this.current);
    syncFolder(this.target);
  }

  /** Removes a release: out of sight in one step, then from the disk. */
  remove(name: string): void {
    const gone = join(this.work, `removed-${name}`);
    renameSync(this.path('releases', name), gone);
    rmSync(gone, { recursive: true, force: true });
  }
}
