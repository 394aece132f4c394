import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Plain } from '../changes/change.ts';

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

/**
 * A value as one text that says what it is and not how it was written: JSON with sorted keys, without the fields that hold
 * nothing. Two values have the same text just when they say the same.
 */
export function canonicalText(value: Plain): string {
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, each]) => each !== null);
  return `{${fields
    .sort(byKey)
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`)
    .join(',')}}`;
}

/** SHA-256 of a text in UTF-8, as hexadecimal digits. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
