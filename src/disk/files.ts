import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFiles } from '../core/documents/library.ts';
import type { DataFiles } from '../core/ledger/file.ts';

/** Paths of all files below a folder of the project, relative to its root and with `/`, in code-point order; hidden files are left out unless asked for. */
export function filesBelow(root: string, folder: string, hidden = false): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => hidden || !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path, hidden) : [path];
    })
    .sort();
}

/** The content folder's files as text. */
export function contentFiles(root: string): ContentFiles {
  return new Map(filesBelow(root, 'content').map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** The data folder's files as bytes. */
export function dataFiles(root: string): DataFiles {
  return new Map(filesBelow(root, 'data').map((file) => [file, readFileSync(join(root, file))]));
}
