import type { Plain } from '../changes/change.ts';
import { isRecord, plainOf } from '../changes/fields.ts';
import { canonicalText } from '../seals/canonical.ts';
import { resultTexts } from '../seals/results.ts';
import type { SealedState } from '../seals/seal.ts';

/** Where things lie in a bundle. What was handed in, seals and signatures lie as in the contract's folder. */
export const inBundle = {
  definitions: (kind: string) => `definitions/${kind}.json`,
  registers: (register: string) => `registers/${register}.json`,
  /** Rows of a data file, one canonical JSON a line, in their own order. */
  rows: (file: string) => `rows/${file.replace(/^data\//u, '').replace(/\.csv$/u, '')}.jsonl`,
  report: (file: string) => file.replace(/^content\//u, '').replace(/\.mdx$/u, '.txt'),
  results: 'results.json',
  signers: 'allowed_signers',
  note: 'README.txt',
} as const;

/** The group of which a file of definitions or registers holds the things; null for any other file. */
export const groupIn = (folder: 'definitions' | 'registers', path: string): string | null =>
  path.startsWith(`${folder}/`) && path.endsWith('.json') ? path.slice(folder.length + 1, -'.json'.length) : null;

/** Values by id as JSON, each canonical and on a line of its own. */
export function entriesText(entries: ReadonlyMap<string, Plain>): string {
  const lines = [...entries].map(([id, value]) => `${JSON.stringify(id)}:${canonicalText(value)}`).sort();
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** The results that a state holds, by indicator. */
export const resultsText = ({ results }: Pick<SealedState, 'results'>): string =>
  entriesText(new Map([...resultTexts(results)].map(([id, text]) => [id, plainOf(JSON.parse(text))])));

/** Values by id from such a text; null for one that holds none. */
export function readEntries(text: string): ReadonlyMap<string, Plain> | null {
  try {
    const read = plainOf(JSON.parse(text));
    return isRecord(read) ? new Map(Object.entries(read)) : null;
  } catch {
    return null;
  }
}
