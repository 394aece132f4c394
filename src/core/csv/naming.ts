import type { Columns } from './column.ts';
import { once } from './once.ts';
import { normalise } from './reading.ts';

/** A header cell taken apart: the name in the form in which names are compared, and what stands in brackets behind it. */
export interface Heading {
  readonly key: string;
  readonly bracketed: string;
}

/** No column's name is longer. */
export const longestHeading = 60;

/** What a header cell says; nothing when it is longer than any column's name. */
export function headingOf(text: string): Heading {
  if (text.length > longestHeading) return { key: '', bracketed: '' };
  const bare = normalise(text).replace(/^\*+|\*+$/gu, '');
  const [, name, bracketed] = /^(.+?)\((.*)\)\*?$/u.exec(bare) ?? [];
  return { key: (name ?? bare).toLowerCase(), bracketed: bracketed ?? '' };
}

/** The field that a header cell names; null for one that names none. */
export type Naming = (cell: string) => string | null;

/** Under what a header names a field: the Chinese name, the declared other names, the English id. */
interface Names {
  /** As they are declared. */
  readonly plain: ReadonlyMap<string, string>;
  /** In the form in which names are compared. */
  readonly keys: ReadonlyMap<string, string>;
}

const kept = new WeakMap<Columns, Names>();

/** Made once for a table. */
function namesOf(columns: Columns): Names {
  const known = kept.get(columns);
  if (known !== undefined) return known;
  const names = Object.entries(columns).flatMap(([field, column]) =>
    [field, ...(column.aliases ?? []), column.name].map((name) => ({ name, key: headingOf(name).key, field })),
  );
  const keys = new Map(names.map(({ key, field }) => [key, field]));
  const plain = new Map(names.map(({ name, key, field }) => [name, keys.get(key) ?? field]));
  const made = { plain, keys };
  kept.set(columns, made);
  return made;
}

/** What names the columns of a table. */
export function namingOf(columns: Columns): Naming {
  const { plain, keys } = namesOf(columns);
  return once((cell) => plain.get(cell) ?? keys.get(headingOf(cell).key) ?? null);
}

/** The field that each cell names. */
export const fieldsOf = (cells: readonly string[], naming: Naming) => cells.map(naming);
/** How many cells name a field. */
export const named = (cells: readonly string[], naming: Naming) =>
  fieldsOf(cells, naming).filter((field) => field !== null).length;
/** A heading of which nothing can be seen. */
export const isBlank = (cell: string | undefined) => cell === undefined || normalise(cell) === '';
/** How many cells say something. */
export const filledIn = (cells: readonly string[]) => cells.filter((cell) => !isBlank(cell)).length;

/** How many cells of a row are headers of these columns; tells the delimiter and the encoding. */
export function headerScore(columns: Columns): (cells: readonly string[]) => number {
  const naming = namingOf(columns);
  return (cells) => named(cells, naming);
}

/** Tells whether most of these columns are named by a row: a header in the midst of the data. It stops as soon as they cannot be. */
export function headerTest(columns: Columns): (cells: readonly string[]) => boolean {
  const naming = namingOf(columns);
  return (cells) => {
    const wanted = Math.floor(Object.keys(columns).length / 2) + 1;
    let names = 0;
    for (let at = 0; at < cells.length && names + cells.length - at >= wanted; at += 1) {
      if (naming(cells[at] ?? '') !== null) names += 1;
    }
    return names >= wanted;
  };
}

/** Where each column stands in a header row, counted from 1. */
export function positionsIn(cells: readonly string[], columns: Columns): ReadonlyMap<string, number> {
  const fields = fieldsOf(cells, namingOf(columns));
  return new Map(fields.flatMap((field, at) => (field === null ? [] : [[field, at + 1] as const])));
}
