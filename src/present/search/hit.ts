import { inDigits } from './numbers.ts';
import type { Candidate } from './page.ts';
import type { Query, Reading, Way } from './query.ts';
import { marked, type Piece, sentenceAt } from './sentence.ts';

/**
 * How a page fits what was typed, best first: it bears the id, it is called so, it writes the very words, it writes their
 * numbers otherwise, it writes what they mean, it writes every word by itself, or it is only something like it.
 */
export const fits = ['id', 'name', 'typed', 'numbers', 'meaning', 'words', 'near'] as const;
export type Fit = (typeof fits)[number];

/** A page that fits. */
export interface Hit {
  readonly candidate: Candidate;
  readonly fit: Fit;
  /** Orders pages of one fit; more is better. */
  readonly score: number;
  /** The folded words that the page writes. */
  readonly words: readonly string[];
  /** It writes what was typed as one phrase, though perhaps with its numbers spelt otherwise. */
  readonly whole: boolean;
  /** The character of the page's text to show; the first of the words, or the part whose id was typed. */
  readonly at: number;
  /** The part of the page to lead to; null for its head. */
  readonly anchor: string | null;
}

const monthly = ({ page }: Candidate): boolean => /\/\d{4}-\d{2}\//u.test(page.url);

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}

/** The part of the page in which a character stands. */
export function anchorAt({ page }: Candidate, at: number): string | null {
  let found: string | null = null;
  for (const [id, start] of page.anchors) if (start <= at) found = id;
  return found;
}

/** How an id fits what was typed as one: 4 whole, 3 from its beginning, 2 up to a whole part, 1 somewhere; 0 not. */
function idFit(id: string, typed: string): number {
  if (id === typed) return 4;
  if (id.slice(0, typed.length) !== typed) return typed.length > 2 && /[a-z]/u.test(typed) && id.indexOf(typed) > 0 ? 1 : 0;
  return /\d$/u.test(typed) && /^\d/u.test(id.slice(typed.length)) ? 0 : 3;
}

/** A page by its own id, or by the id of one of its parts. */
function byId(candidate: Candidate, typed: string): Hit | null {
  const own = idFit(candidate.id, typed);
  let [best, part] = [0, -1];
  candidate.anchors.forEach((id, index) => {
    const fit = idFit(id, typed);
    if (fit > best) [best, part] = [fit, index];
  });
  if (own === 0 && best < 3) return null;
  const [anchor, at] = own >= best ? [null, 0] : (candidate.page.anchors[part] ?? [null, 0]);
  return { candidate, fit: 'id', score: Math.max(own * 10 + 5, best * 10), words: [typed], whole: true, at, anchor };
}

/** What a page scores whose own id was typed whole. */
export const ownWhole = 45;

/**
 * The most that a page can score by being called exactly so, the least by writing the word in what it is called, and the least
 * of a text that speaks of it: a few times, or once in few words, and not in passing.
 */
export const [called, named, spoken] = [100, 60, 15];

/** How strongly a page speaks of a word: as its name, in its title, or in its text, often and closely. */
function strength(candidate: Candidate, word: string): number {
  const { title, short, names, text } = candidate;
  if (title === word || (short === word && !monthly(candidate))) return called;
  const name = names.indexOf(word);
  const inTitle = title.indexOf(word) >= 0 ? named + Math.round((20 * word.length) / title.length) : 0;
  const inNames = name >= 0 ? 78 - Math.min(name, 9) : 0;
  const count = occurrences(text, word);
  const inText = count === 0 ? 0 : 4 * Math.log2(1 + count) + 4 * Math.log2(1 + (1000 * count) / text.length);
  const own = Math.max(inTitle, inNames);
  return own === 0 ? Math.min(inText, 55) : own + Math.min(inText, 55) / 10;
}

/** Whether a word stands in the title, or is one of the other names. */
export const isNamed = ({ title, names }: Candidate, word: string): boolean =>
  title.indexOf(word) >= 0 || names.indexOf(word) >= 0;

/** Where to show a word: its first place after the repeated title, or the page's beginning when only its name has it. */
export function placeOf({ title, text }: Candidate, word: string): number {
  const head = text.slice(0, title.length) === title ? title.length : 0;
  const after = text.indexOf(word, head);
  return after >= 0 ? after : Math.max(0, text.indexOf(word));
}

const fitOfWay = { typed: 'typed', numbers: 'numbers', meaning: 'meaning' } as const;

const firstOf = (readings: readonly Reading[], way: Way): number => readings.findIndex((each) => each.way === way);

/** How much less a reading counts for each that is nearer. */
const further = 8;

/** The best reading that a page writes; the more of equally near readings it writes, the better. */
function byReading(candidate: Candidate, readings: readonly Reading[]): Hit | null {
  const { title, names, text } = candidate;
  let best: { reading: Reading; score: number } | null = null;
  let all = 0;
  const words: string[] = [];
  for (const [index, reading] of readings.entries()) {
    if (best !== null && best.reading.way !== reading.way) break;
    const stands = text.indexOf(reading.text) >= 0 || title.indexOf(reading.text) >= 0 || names.indexOf(reading.text) >= 0;
    if (!stands) continue;
    words.push(reading.text);
    const score = strength(candidate, reading.text) - Math.min(index - firstOf(readings, reading.way), 5) * further;
    all += score;
    if (best === null || score > best.score) best = { reading, score };
  }
  if (best === null) return null;
  const { reading } = best;
  const isCalled = best.score >= called && reading.way !== 'meaning';
  const score = isCalled ? called : Math.min(called - 1, best.score + (all - best.score) / 4);
  const fit: Fit = reading.way === 'typed' && score >= named ? 'name' : fitOfWay[reading.way];
  const at = placeOf(candidate, reading.text);
  const typed = inDigits(readings[0]?.text ?? '');
  const whole = reading.way !== 'meaning' && words.some((word) => inDigits(word) === typed);
  return { candidate, fit, score, words, whole, at, anchor: text.indexOf(reading.text) < 0 ? null : anchorAt(candidate, at) };
}

const ways = ['typed', 'numbers', 'meaning'] as const;

/** How much less a word counts in a sentence of several for each step away from how it was typed. */
const detour = 15;

/** The best reading of one word among several, an everyday word not kept from its meaning by a chance match. */
function byWord(candidate: Candidate, readings: readonly Reading[]): Hit | null {
  const hits = ways.flatMap((way, index) => {
    const hit = byReading(
      candidate,
      readings.filter((reading) => reading.way === way),
    );
    return hit === null ? [] : [{ ...hit, score: hit.score - index * detour }];
  });
  return hits.sort((a, b) => b.score - a.score)[0] ?? null;
}

/**
 * A page that writes every word, each in some reading; it is shown at the longest of them. One that has them all, as they were
 * typed, in its title and its other names, is called so.
 */
function byWords(candidate: Candidate, words: readonly (readonly Reading[])[]): Hit | null {
  const hits: Hit[] = [];
  for (const readings of words) {
    const hit = byWord(candidate, readings);
    if (hit === null) return null;
    hits.push(hit);
  }
  const main = hits.reduce((best, hit) => ((hit.words[0] ?? '').length > (best.words[0] ?? '').length ? hit : best));
  const all = words.every(([typed]) => typed !== undefined && isNamed(candidate, typed.text));
  const score = all ? called : hits.reduce((sum, hit) => sum + hit.score, 0) / hits.length;
  return { ...main, fit: 'words', whole: false, score, words: hits.flatMap((hit) => hit.words) };
}

/** How a page fits a query; null for one that does not. */
export function hitOf(candidate: Candidate, query: Query): Hit | null {
  const byOwnId = query.id === null ? null : byId(candidate, query.id);
  const hit = byOwnId ?? byReading(candidate, query.phrase);
  return hit ?? (query.words.length > 0 ? byWords(candidate, query.words) : null);
}

/** The title and the matched sentence of a hit, with what fits marked. */
export function shownOf({ candidate, words, at }: Hit): { readonly heading: Piece[]; readonly sentence: Piece[] } {
  const { page, title } = candidate;
  const head = candidate.text.slice(0, title.length) === title ? page.title.length : 0;
  const from = Math.max(0, Math.min(at, page.text.length - 1));
  const start = at <= head ? head + (/^[.\s]*/u.exec(page.text.slice(head))?.[0].length ?? 0) : from;
  const length = Math.max(1, ...words.map((word) => (candidate.text.slice(from, from + word.length) === word ? word.length : 1)));
  return { heading: marked(page.title, words), sentence: marked(sentenceAt(page.text, start, length), words) };
}

/** How often the page writes what it was found by. */
export const timesIn = ({ candidate, words, fit }: Hit): number =>
  fit === 'id' || fit === 'near' || fit === 'words' ? 1 : words.reduce((sum, word) => sum + occurrences(candidate.text, word), 0);
