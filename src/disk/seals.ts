import type { DataFiles } from '../core/ledger/file.ts';
import { documentsFolder } from '../core/ledger/stray.ts';
import type { Past } from '../core/seals/past.ts';
import type { FileDigests } from '../core/seals/state.ts';
import { History } from './history.ts';
import { sha256 } from './sha256.ts';

/** SHA-256 of the tables of a data folder, by path. */
export const tableDigests = (data: DataFiles): FileDigests =>
  new Map(
    [...data]
      .filter(([file]) => file.endsWith('.csv') && !file.startsWith(documentsFolder))
      .map(([file, bytes]) => [file, sha256(bytes)]),
  );

/** What git knows of a folder's files, each asked for once; it is not asked before something differs. */
export function pastOf(root: string): Past {
  let opened: History | null | undefined;
  const known = new Map<string, readonly Uint8Array[]>();
  const versions = (file: string): readonly Uint8Array[] => {
    opened ??= History.of(root, process.env.SITE_HISTORY);
    const found = known.get(file) ?? [...(opened?.versions(file) ?? [])];
    known.set(file, found);
    return found;
  };
  return {
    versions,
    bytes: (file, digest) => versions(file).find((bytes) => sha256(bytes) === digest) ?? null,
  };
}
