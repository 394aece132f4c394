import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors, type Outcome, type Problem, problem } from '../core/problem/problem.ts';
import { type Carried, carriedFiles, isNamedByContent } from '../core/release/carried.ts';
import {
  differences,
  digestText,
  type FileFacts,
  type Manifest,
  type ManifestFile,
  manifestOf,
  manifestText,
} from '../core/release/manifest.ts';
import { buildSchema, nextName, outdated, type Release } from '../core/release/release.ts';
import { type Before, before, examine } from './examine.ts';
import { type Holder, Lock } from './lock.ts';
import type { Releases } from './releases.ts';
import { sha256 } from './sha256.ts';
import { compressSite, factsOfFile, factsOfSite, isSound, placeAgain, reuse, siteFiles } from './site.ts';

/** The stages of a publication, in their order. */
export const stages = ['check', 'build', 'index', 'verify', 'compress', 'switch'] as const;
export type Stage = (typeof stages)[number];

/** How a publication ended. Whatever it was, exactly one whole release is served afterwards. */
export type Ending =
  | {
      readonly state: 'published';
      readonly release: Release;
      readonly timings: Readonly<Record<Stage, number>>;
      /** What was found, in the input and in the site, and does not forbid publishing. */
      readonly warnings: readonly Problem[];
    }
  | { readonly state: 'unchanged'; readonly name: string }
  | { readonly state: 'refused'; readonly problems: readonly Problem[] }
  | { readonly state: 'busy'; readonly holder: Holder }
  | { readonly state: 'overtaken' };

/** What a publication needs to know and be able to do. */
export interface Publication {
  readonly releases: Releases;
  /** How many releases to keep, at least two. */
  readonly keep: number;
  /** Path under which the site is served. */
  readonly base: string;
  /** Milliseconds to wait for another publisher. */
  readonly patience: number;
  /** Checks the input; errors forbid publishing. */
  readonly check: () => Promise<readonly Problem[]>;
  /** Writes the site into a folder that does not exist yet. */
  readonly build: (folder: string) => Promise<void>;
  /** Adds the search index to a built site. */
  readonly index: (folder: string) => Promise<void>;
  /** Asked once it is this publisher's turn: whether something newer is waiting behind it. */
  readonly isOvertaken: () => boolean;
  /** Told who is waited for, and which stage begins. */
  readonly onWait: (holder: Holder) => void;
  readonly onStage: (stage: Stage) => void;
}

/** Measures stages by a clock that only moves forward, in milliseconds. */
class Timings {
  readonly spent: Record<Stage, number> = { check: 0, build: 0, index: 0, verify: 0, compress: 0, switch: 0 };
  private readonly onStage: (stage: Stage) => void;

  constructor(onStage: (stage: Stage) => void) {
    this.onStage = onStage;
  }

  async stage<T>(name: Stage, work: () => T | Promise<T>): Promise<T> {
    this.onStage(name);
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.spent[name] += performance.now() - start;
    }
  }
}

/** Runs one piece of work while holding the lock, with what a killed publisher left cleared away before and nothing left after. */
async function alone<T>(
  { releases, patience, onWait }: Pick<Publication, 'releases' | 'patience' | 'onWait'>,
  work: () => Promise<T>,
): Promise<T | { readonly state: 'busy'; readonly holder: Holder }> {
  const lock = await Lock.take(releases.lock, patience, onWait);
  if (!(lock instanceof Lock)) return { state: 'busy', holder: lock };
  try {
    releases.prepare();
    return await work();
  } finally {
    releases.clear();
    lock.release();
  }
}

/** Gives a site what it takes over from other releases; what is damaged there is left out. */
function takeOver(releases: Releases, site: string, carried: readonly Carried[]): ManifestFile[] {
  return carried.flatMap(({ from, file }) => {
    if (!isSound(releases.site(from), file)) return [];
    if (!existsSync(join(site, file.path))) placeAgain(join(releases.site(from), file.path), join(site, file.path));
    return [file];
  });
}

/** Completes release.json, which the build began. */
function nameRelease(releases: Releases, site: string, built: Manifest): Release {
  const build = buildSchema.parse(JSON.parse(readFileSync(join(site, 'release.json'), 'utf8')));
  const release: Release = {
    ...build,
    name: nextName(releases.names(), build),
    digest: sha256(digestText(built)),
    previous: releases.served(),
  };
  // In its place and not into it: the file that the build wrote may lie elsewhere too.
  rmSync(join(site, 'release.json'));
  writeFileSync(join(site, 'release.json'), `${JSON.stringify(release, null, 2)}\n`);
  return release;
}

/** Adds what publishing adds to a built site: packed forms, what earlier readers still need, release.json and the manifest. */
async function complete(
  releases: Releases,
  folder: string,
  files: readonly FileFacts[],
  { kept, served }: Before,
): Promise<Release> {
  const site = join(folder, 'site');
  const built = files.filter(({ path }) => path !== 'release.json').map((file): ManifestFile => ({ ...file, origin: 'built' }));
  const { packed, left } = served === null ? { packed: [], left: built } : reuse(site, built, served);
  const compressed = [...packed, ...(await compressSite(site, left))];
  const wanted = carriedFiles(new Set(built.map(({ path }) => path)), kept);
  const carried = takeOver(releases, site, wanted);
  const release = nameRelease(releases, site, manifestOf(built));
  const own: ManifestFile = { ...factsOfFile(site, 'release.json'), origin: 'release' };
  writeFileSync(join(folder, 'manifest.json'), manifestText(manifestOf([...built, ...compressed, ...carried, own])));
  return release;
}

/** Makes a release in the work folder; nothing that is served is touched. */
async function prepareRelease(publication: Publication, timings: Timings, folder: string): Promise<Outcome<Release | null>> {
  const { releases, base } = publication;
  const site = join(folder, 'site');
  mkdirSync(folder);
  const found = await timings.stage('check', publication.check);
  if (hasErrors(found)) return refusal(found);
  await timings.stage('build', () => publication.build(site));
  await timings.stage('index', () => publication.index(site));
  const earlier = before(releases);
  const { value: files, problems } = await timings.stage('verify', () => examine(site, base, earlier));
  if (hasErrors(problems)) return refusal(problems);
  const release = await timings.stage('compress', () => complete(releases, folder, files, earlier));
  return { value: release, problems: [...found, ...problems] };
}

const refusal = (problems: readonly Problem[]): Outcome<null> => ({ value: null, problems });

/** Whether a release on the disk, undamaged, is what would be published: then a new one would only push out an old one. */
function isSame(releases: Releases, name: string, next: Release): boolean {
  const release = releases.release(name);
  return release?.digest === next.digest && release.commit === next.commit && damageOf(releases, name).length === 0;
}

function switchTo(releases: Releases, name: string, folder: string): void {
  releases.add(name, folder);
  try {
    releases.serve(name);
  } catch (error) {
    releases.remove(name);
    throw error;
  }
}

/** Removes releases; one that resists is left to the next publisher, for the new one is served already. */
function discard(releases: Releases, names: readonly string[]): void {
  for (const name of names)
    try {
      releases.remove(name);
    } catch {
      return;
    }
}

/**
 * Checks, builds, verifies and publishes a site. Until the switch, which is one rename, nothing that is served changes; a
 * throw (a failed build, a full disk) leaves the site as it was.
 */
export async function publish(publication: Publication): Promise<Ending> {
  const { releases, keep } = publication;
  return alone(publication, async (): Promise<Ending> => {
    if (publication.isOvertaken()) return { state: 'overtaken' };
    const timings = new Timings(publication.onStage);
    const folder = join(releases.work, `release-${process.pid}`);
    const { value: release, problems } = await prepareRelease(publication, timings, folder);
    if (release === null) return { state: 'refused', problems };
    const { previous } = release;
    if (previous !== null && isSame(releases, previous, release)) return { state: 'unchanged', name: previous };
    await timings.stage('switch', () => switchTo(releases, release.name, folder));
    discard(releases, outdated(releases.names(), keep, release.name, previous));
    return { state: 'published', release, timings: timings.spent, warnings: problems };
  });
}

/** What is wrong with a release on the disk: nothing when every file is what its manifest says. */
export function damageOf(releases: Releases, name: string): readonly Problem[] {
  const manifest = releases.manifest(name);
  const file = `releases/${name}/manifest.json`;
  if (manifest === null) return [problem('site/manifest', { file }, '清单不存在或不能读取', '请换用另一个版本')];
  return differences(manifest, factsOfSite(releases.site(name)));
}

/**
 * Gives a release that is not being served what the other releases named by content, as publishing does: readers may be in the
 * middle of any of them. Its own files stay as they are.
 */
function renew(releases: Releases, name: string): void {
  const manifest = releases.manifest(name);
  if (manifest === null) return;
  const site = releases.site(name);
  const own = manifest.files.filter(({ origin }) => origin !== 'carried');
  const wanted = carriedFiles(new Set(own.map(({ path }) => path)), releases.others(name));
  const listed = new Set([...own, ...wanted.map(({ file }) => file)].map(({ path }) => path));
  for (const path of siteFiles(site)) if (isNamedByContent(path) && !listed.has(path)) rmSync(join(site, path));
  releases.rewriteManifest(name, manifestOf([...own, ...takeOver(releases, site, wanted)]));
}

/** Serves a release kept on the disk again, once every file has been found to be what its manifest says. */
export function rollBack(
  releases: Releases,
  name: string,
  waiting: Pick<Publication, 'patience' | 'onWait'>,
): Promise<Extract<Ending, { state: 'refused' | 'busy' }> | { readonly state: 'served'; readonly name: string }> {
  return alone({ releases, ...waiting }, async () => {
    if (releases.served() !== name) renew(releases, name);
    const problems = damageOf(releases, name);
    if (problems.length > 0) return { state: 'refused' as const, problems };
    releases.serve(name);
    return { state: 'served' as const, name };
  });
}
