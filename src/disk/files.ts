import { copyFileSync, linkSync, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContentFiles } from '../core/documents/library.ts';
import type { DataFiles } from '../core/ledger/file.ts';
import { documentsFolder } from '../core/ledger/stray.ts';
import { sha256 } from './sha256.ts';

/** What stands below a folder. Links and special files are named and left alone: nothing is read through them. */
interface Listing {
  readonly files: readonly string[];
  readonly links: readonly string[];
}

function statusOf(path: string): Pick<Stats, 'isFile' | 'isDirectory'> | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

/** Everything below a folder of the project, hidden files too; nothing where there is no such folder. */
function listing(root: string, path: string, status = statusOf(join(root, path))): Listing {
  if (status === null) return { files: [], links: [] };
  if (status.isFile()) return { files: [path], links: [] };
  if (!status.isDirectory()) return { files: [], links: [path] };
  const inside = readdirSync(join(root, path), { withFileTypes: true }).map((each) =>
    listing(root, `${path}/${each.name}`, each),
  );
  return { files: inside.flatMap(({ files }) => files), links: inside.flatMap(({ links }) => links) };
}

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.') && part !== '.');

/** Paths of all files below a folder of the project, relative to its root and with `/`, in code-point order; hidden files are left out unless asked for. */
export function filesBelow(root: string, folder: string, hidden = false): string[] {
  return listing(root, folder)
    .files.filter((path) => hidden || !isHidden(path))
    .sort();
}

/** Paths of all links and special files in folders of a project, hidden ones and the folders themselves included. */
export function linksBelow(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) => listing(root, folder).links).sort();
}

/** What tells in a moment whether anything in folders of a project was written since: each file's time and size. */
export function stampOf(root: string, folders: readonly string[]): string {
  const files = folders.flatMap((folder) => filesBelow(root, folder, true));
  const times = files.map((file) => {
    const { mtimeMs, size } = lstatSync(join(root, file));
    return `${file} ${mtimeMs} ${size}`;
  });
  return times.join('\n');
}

/** The content folder's files as text, hidden ones too: none is passed over in silence. */
export function contentFiles(root: string, folder = 'content'): ContentFiles {
  return new Map(filesBelow(root, folder, true).map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** The data folder's files as bytes, hidden ones too: none is passed over in silence. */
export function dataFiles(root: string): DataFiles {
  return new Map(filesBelow(root, 'data', true).map((file) => [file, readFileSync(join(root, file))]));
}

/** The bytes of a file of documents, by its path below their folder. */
export const documentBytes = (root: string, file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(root, documentsFolder, file)));

/** What `sha256sum` writes about files of a folder: a line `<digest>  <file>` for each. */
export const sumsOf = (root: string, files: readonly string[]): string =>
  files.map((file) => `${sha256(readFileSync(join(root, file)))}  ${file}\n`).join('');

/** The path of a folder that may be named by its address, as Astro names folders. */
export const pathOf = (folder: string | URL): string => (typeof folder === 'string' ? folder : fileURLToPath(folder));

/** Gives a file a second place, where nothing may be, without a second copy where the file system can. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
