import type { Manifest, ManifestFile } from './manifest.ts';

/** Files that the build names after their content: an address never changes its meaning and may be cached for ever. */
export const isHashed = (path: string): boolean => path.startsWith('_astro/');

/** Files that a search in progress still asks for by the names that its first answer gave it. */
export const isSearchPart = (path: string): boolean =>
  /^(?:pagefind\/(?:[^/]+\/.+\.pf_\w+|[^/]+\.pf_meta)|search\/[0-9a-f]{12}\.bin)$/u.test(path);

/** Whether a file's name stands for its content, so that releases may hold each other's. */
export const isNamedByContent = (path: string): boolean => isHashed(path) || isSearchPart(path);

/** A release kept on the disk. */
export interface Kept {
  readonly name: string;
  readonly manifest: Manifest;
}

/** A file that a release takes over from another one. */
export interface Carried {
  readonly from: string;
  readonly file: ManifestFile;
}

/**
 * What a release takes over so that a page read just before a switch still finds its style sheet, scripts and search parts after
 * it: the files named by content that other releases built and it has not itself, with their packed forms. Of two releases
 * with the same name for a file the first in the list counts.
 */
export function carriedFiles(own: ReadonlySet<string>, others: readonly Kept[]): Carried[] {
  const carried = new Map<string, Carried>();
  for (const { name, manifest } of others) {
    const built = manifest.files.filter(({ path, origin }) => origin === 'built' && isNamedByContent(path));
    const named = new Set(built.map(({ path }) => path));
    for (const file of manifest.files) {
      const owner = file.origin === 'compressed' ? file.path.replace(/\.(?:gz|br)$/u, '') : file.path;
      if (!named.has(owner) || own.has(owner) || carried.has(file.path)) continue;
      carried.set(file.path, { from: name, file: { ...file, origin: 'carried' } });
    }
  }
  return [...carried.values()];
}
