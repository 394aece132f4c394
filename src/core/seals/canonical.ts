import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Plain } from '../changes/change.ts';

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

/**
 * A value as one text that says what it is and not how it was written: JSON with sorted keys, without the fields that hold
 * nothing. Two values have the same text just when they say the same.
 */
export function canonicalText(value: Plain): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const field = value[key] ?? null;
    if (field !== null) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalText(field)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of a text in UTF-8, as hexadecimal digits. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
