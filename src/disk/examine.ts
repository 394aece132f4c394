import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../core/problem/problem.ts';
import type { Kept } from '../core/release/carried.ts';
import type { FileFacts } from '../core/release/manifest.ts';
import { idsOnPage } from '../core/release/page.ts';
import { brokenLinks, lostPages, oddSizes, renamedContent } from '../core/release/verify.ts';
import type { Releases } from './releases.ts';
import { type Earlier, isSound, type Survey, surveySite } from './site.ts';

/** What was published before. */
export interface Before {
  /** The releases kept, newest first. */
  readonly kept: readonly Kept[];
  /** The release being served, as far as a new one may rest on it. */
  readonly served: Earlier | null;
}

export function before(releases: Releases): Before {
  const kept = releases.others(null);
  const name = releases.served();
  const manifest = kept.find((each) => each.name === name)?.manifest;
  return { kept, served: name === null || manifest === undefined ? null : { folder: releases.site(name), manifest } };
}

/** Whether what was sound in an earlier site is sound in this one too: no file is gone, and no changed page has lost an id. */
function restsOn({ folder, manifest }: Earlier, { files, pages }: Survey): boolean {
  const present = new Set(files.map(({ path }) => path));
  return manifest.files
    .filter(({ origin }) => origin === 'built')
    .every((file) => {
      const page = pages.get(file.path);
      if (page === undefined) return present.has(file.path);
      if (!isSound(folder, file)) return false;
      return [...idsOnPage(readFileSync(join(folder, file.path), 'utf8'))].every((id) => page.ids.has(id));
    });
}

/** Reads a site: only what is new in it, where the rest was judged with the release being served and rests on nothing new. */
function survey(site: string, served: Earlier | null): Survey {
  if (served === null) return surveySite(site);
  const known = new Map(served.manifest.files.map(({ path, sha256 }) => [path, sha256]));
  const found = surveySite(site, known);
  return restsOn(served, found) ? found : surveySite(site);
}

/** Reads a built site and judges it against itself and the releases kept. */
export function examine(site: string, base: string, { kept, served }: Before): Outcome<readonly FileFacts[]> {
  const { files, pages, idsOf, problems } = survey(site, served);
  const present = new Set(files.map(({ path }) => path));
  return {
    value: files,
    problems: [
      ...problems,
      ...brokenLinks(pages, { files: present, idsOf }, base),
      ...oddSizes(files, served?.manifest ?? null),
      ...(served === null ? [] : lostPages(served.manifest, present)),
      ...kept.flatMap(({ manifest }) => renamedContent(manifest, files)),
    ],
  };
}
