import type { Blank } from './blank.ts';
import { stringsIn } from './strings.ts';

/** `{contract.response.urgent_minutes}` in a frontmatter string: the value of a blank stands here once somebody has decided it. */
const token = /\{([a-z_]+(?:\.[a-z0-9_]+)+)\}/gu;

/** A blank that a frontmatter string names, at the string's path. */
export interface Token {
  readonly id: string;
  readonly path: readonly (string | number)[];
}

/** Every token in the strings of a frontmatter, at any depth. */
export const tokensIn = (value: unknown): Token[] =>
  stringsIn(value, (text) => text.includes('{')).flatMap(({ text, path }) =>
    [...text.matchAll(token)].map((match) => ({ id: match[1] ?? '', path })),
  );

/** What the page says while a blank has no value. */
export const openWords = (blank: Pick<Blank, 'supplier'>): string => (blank.supplier === 'both' ? '待双方约定' : '待填写');

/** Puts the values of blanks, or the words for a missing value, in place of tokens. An unknown token stays as it is and is reported as a reference. */
export type Filling = (value: unknown) => unknown;

export function filling(blanks: readonly Blank[]): Filling {
  const words = new Map(blanks.map((blank) => [blank.id, blank.value ?? openWords(blank)]));
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(token, (whole, id: string) => words.get(id) ?? whole);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
  };
  return fill;
}
