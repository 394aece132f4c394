import type { Columns, Value } from './column.ts';

const blankCell =
  /^(?:[\s\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2800\u3164\ufeff]|\p{Variation_Selector})*$/u;
/** A cell without anything to read. A first character that is printable ASCII settles it without the pattern. */
export const isBlank = (raw: string | undefined): boolean => {
  if (raw === undefined || raw === '') return true;
  const first = raw.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && blankCell.test(raw);
};

type Blank = Readonly<Record<string, Value>>;

const blanks = new WeakMap<Columns, Blank>();

/** Every column of a table, empty: the shape that all its records share. */
export function blankOf(columns: Columns): Blank {
  const known = blanks.get(columns);
  if (known !== undefined) return known;
  // What is parsed from JSON holds its fields in one piece: less memory, and faster to copy for every row.
  const made: Blank = JSON.parse(JSON.stringify(Object.fromEntries(Object.keys(columns).map((field) => [field, null]))));
  blanks.set(columns, made);
  return made;
}
