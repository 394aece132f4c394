import type { FieldChange, Plain } from './change.ts';

type PlainRecord = { readonly [key: string]: Plain };

/** Parsed YAML as plain values; anything that YAML's core schema does not yield becomes nothing. */
export function plainOf(value: unknown): Plain {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainOf(each)]));
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
export const isRecord = (value: Plain): value is PlainRecord => typeof value === 'object' && value !== null && !isList(value);

/** Whether two values say the same: the order of keys is no difference, a missing key is an empty one. */
export function same(a: Plain, b: Plain): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((each, index) => same(each, b[index] ?? null));
  if (isRecord(a) && isRecord(b)) return keysOf(a, b).every((key) => same(a[key] ?? null, b[key] ?? null));
  return a === b;
}

const keysOf = (a: PlainRecord, b: PlainRecord): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

/** How many elements two lists share at the beginning, or from the end. */
function shared(a: readonly Plain[], b: readonly Plain[]): number {
  const most = Math.min(a.length, b.length);
  for (let count = 0; count < most; count += 1) if (!same(a[count] ?? null, b[count] ?? null)) return count;
  return most;
}

/** Where two lists differ: element by element when as many stand there as before, otherwise as one piece. */
function listChanges(before: readonly Plain[], after: readonly Plain[], path: string): FieldChange[] {
  const head = shared(before, after);
  const tail = shared(before.slice(head).reverse(), after.slice(head).reverse());
  const [was, is] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (was.length !== is.length) return [{ field: path, before: was, after: is }];
  return was.flatMap((each, index) => fieldChanges(each, is[index] ?? null, `${path}.${head + index + 1}`));
}

/** Every field in which two values differ, each at its path; elements of lists are counted from 1. */
export function fieldChanges(before: Plain, after: Plain, path = ''): FieldChange[] {
  if (same(before, after)) return [];
  if (isRecord(before) && isRecord(after)) {
    return keysOf(before, after).flatMap((key) =>
      fieldChanges(before[key] ?? null, after[key] ?? null, path === '' ? key : `${path}.${key}`),
    );
  }
  if (isList(before) && isList(after)) return listChanges(before, after, path);
  return [{ field: path, before, after }];
}
