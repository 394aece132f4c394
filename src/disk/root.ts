import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { sha256 } from './sha256.ts';

/**
 * The folder of the contract that this process works on: what SITE_CONTRACT names, which `--root` of the commands sets;
 * otherwise the folder in which it runs, where engine and contract lie together.
 */
export const contractRoot = (): string => resolve(process.env.SITE_CONTRACT || '.');

/** Where the engine keeps what it makes on the way of one contract, relative to its own folder: contracts share none of it. */
export const workOf = (root: string): string => join('.cache', sha256(resolve(root)).slice(0, 12));

/** A path of the disk as files of a folder are called, `content/plan/a.mdx`; null for one that lies elsewhere. */
export function pathBelow(root: string, path: string): string | null {
  const below = relative(root, path);
  return below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below) ? null : below.replaceAll(sep, '/');
}
