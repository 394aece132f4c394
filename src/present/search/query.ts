import { folded, phraseOf } from './fold.ts';
import { numberForms } from './numbers.ts';
import type { TextIndex } from './page.ts';

/** How a reading comes from what was typed: as it is, with its numbers written otherwise, or with everyday words replaced. */
export type Way = 'typed' | 'numbers' | 'meaning';

/** One way to read what was typed. */
export interface Reading {
  readonly text: string;
  readonly way: Way;
}

/** What was typed, understood. */
export interface Query {
  /** As it was typed, without the punctuation around it. */
  readonly typed: string;
  /** The whole phrase, nearest reading first; the first is the phrase itself. */
  readonly phrase: readonly Reading[];
  /** Each word by itself with its readings; empty when there is but one, which is then the phrase. */
  readonly words: readonly (readonly Reading[])[];
  /** What was typed as an id: `5.1-2`, `sop.toilet`, `W01`; null when it looks like none. */
  readonly id: string | null;
}

/** Everyday words by what they mean, longest first, and what else helps to tell words apart. */
export interface Lexicon {
  readonly meanings: ReadonlyMap<string, readonly string[]>;
  readonly words: ReadonlySet<string>;
  readonly longest: number;
  readonly skip: readonly string[];
}

/** A lexicon from the list of synonyms and the names by which pages go. */
export function lexiconOf({ synonyms, skip }: Pick<TextIndex, 'synonyms' | 'skip'>, names: Iterable<string>): Lexicon {
  const meanings = new Map<string, string[]>();
  for (const { say, means } of synonyms) {
    for (const word of say.map(folded)) meanings.set(word, [...(meanings.get(word) ?? []), ...means.map(folded)]);
  }
  const words = new Set([...meanings.keys(), ...[...meanings.values()].flat(), ...names].filter((word) => word.length > 1));
  const longest = Math.max(1, ...[...words].map((word) => word.length));
  return { meanings, words, longest, skip: skip.map(folded).sort((a, b) => b.length - a.length) };
}

const mostReadings = 40;

/** A phrase with its everyday words replaced by what they mean, in every combination; the phrase itself is left out. */
function meaningsOf(phrase: string, { meanings, longest }: Lexicon): string[] {
  let phrases = [''];
  let at = 0;
  while (at < phrase.length) {
    let said = '';
    for (let length = Math.min(longest, phrase.length - at); length > 0 && said === ''; length -= 1) {
      const word = phrase.slice(at, at + length);
      if (meanings.has(word)) said = word;
    }
    const here = said === '' ? phrase.charAt(at) : said;
    const choices = [...(meanings.get(said) ?? []), here];
    phrases = phrases.flatMap((start) => choices.map((choice) => start + choice)).slice(0, mostReadings);
    at += here.length;
  }
  return phrases.filter((each, index) => each !== phrase && phrases.indexOf(each) === index);
}

/** Every reading of a phrase, nearest first. */
export function readingsOf(phrase: string, lexicon: Lexicon): Reading[] {
  const meanings = meaningsOf(phrase, lexicon);
  const readings: Reading[] = [
    { text: phrase, way: 'typed' },
    ...numberForms(phrase).map((text): Reading => ({ text, way: 'numbers' })),
    ...meanings.map((text): Reading => ({ text, way: 'meaning' })),
    ...meanings.flatMap(numberForms).map((text): Reading => ({ text, way: 'meaning' })),
  ];
  const texts = readings.map(({ text }) => text);
  return readings.filter(({ text }, index) => texts.indexOf(text) === index).slice(0, 3 * mostReadings);
}

const breaks = /[\s,，、。；;：:！!？?（）()“”"'《》【】]+/u;

/** The words of a phrase without spaces: known words, longest first, and what stands between them. */
function cut(phrase: string, { words, longest, skip }: Lexicon): string[] {
  const found: string[] = [];
  let rest = '';
  const close = () => {
    if (rest !== '') found.push(rest);
    rest = '';
  };
  let at = 0;
  while (at < phrase.length) {
    let known = '';
    for (let length = Math.min(longest, phrase.length - at); length > 1 && known === ''; length -= 1) {
      const word = phrase.slice(at, at + length);
      if (words.has(word)) known = word;
    }
    const passed = known === '' ? (skip.filter((word) => phrase.slice(at, at + word.length) === word)[0] ?? '') : '';
    if (known !== '' || passed !== '') close();
    if (known !== '') found.push(known);
    if (known === '' && passed === '') rest += phrase.charAt(at);
    at += Math.max(1, known.length, passed.length);
  }
  close();
  return found;
}

/**
 * An id keeps its dashes and dots, however they were typed; 条款 or 第 before it is no part of it. A month is the id of its
 * pages, however it is written.
 */
function idOf(phrase: string): string | null {
  const month = [phrase, ...numberForms(phrase)]
    .map((form) => /^(\d{4})年(\d{1,2})月$/u.exec(form))
    .filter((match) => match !== null)[0];
  if (month !== undefined) return `${month[1]}-${`0${month[2]}`.slice(-2)}`;

  const id = phrase.replace(/[\u2010-\u2015_]/gu, '-').replace(/^(条款|条|第|编号)\s*|\s*[条节]$/gu, '');
  const whole = /^[a-z0-9]+([.-][a-z0-9]+)*[.-]?$/u.test(id) && id.length > 1 && !/^\d+$/u.test(id);
  return whole || /^附件-/u.test(id) ? id : null;
}

/** Whether anything remains to be looked for once punctuation and what cannot be seen are dropped. */
export const isSearchable = (typed: string): boolean => /[^\s\p{P}\p{Cc}\p{Cf}]/u.test(typed);

const isMark = (character: string): boolean => /[\s?？“”"＂'＇…*＊[\]［］{}｛｝\\]/u.test(character);

/**
 * What was typed without exclamation marks, and without the marks around it that belong to the typing and not to a text.
 * What a text may write stays: stops, round brackets, dots, dashes, ≥ and %.
 */
function asked(typed: string): string {
  const plain = typed.replace(/[!！]/gu, '');
  let [from, to] = [0, plain.length];
  while (from < to && isMark(plain.charAt(from))) from += 1;
  while (to > from && isMark(plain.charAt(to - 1))) to -= 1;
  return plain.slice(from, to);
}

/** Reads what was typed. A phrase of which nothing can be looked for gives no readings. */
export function queryOf(typed: string, lexicon: Lexicon): Query {
  const wanted = asked(typed);
  const phrase = phraseOf(wanted);
  if (phrase === '' || !isSearchable(phrase)) return { typed: typed.trim(), phrase: [], words: [], id: null };
  const words = phrase
    .split(breaks)
    .filter((word) => word !== '')
    .flatMap((word) => cut(word, lexicon));
  const only = words.length === 1 && words[0] === phrase;
  return {
    typed: wanted,
    phrase: readingsOf(phrase, lexicon),
    words: only ? [] : words.filter((word, index) => words.indexOf(word) === index).map((word) => readingsOf(word, lexicon)),
    id: idOf(phrase),
  };
}
