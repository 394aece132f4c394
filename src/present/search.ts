/** How well a page fits what was typed: the very words, every word by itself, or only something like it. */
export const fits = ['exact', 'words', 'near'] as const;
export type Fit = (typeof fits)[number];

/** A page that the search index returned. */
export interface Hit {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** What narrows the page down: its service, its month. */
  readonly about: readonly string[];
  readonly content: string;
}

export interface RankedHit extends Hit {
  readonly fit: Fit;
  readonly excerpt: readonly Piece[];
}

/** A piece of an excerpt; marked where it is what was typed. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

export interface HitGroup {
  readonly kind: string;
  readonly hits: readonly RankedHit[];
}

/** Full-width letters and digits as half-width ones, capitals as small ones; every character stays where it is. */
export const folded = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/gu, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\s]/gu, ' ')
    .replace(/[A-Z]/gu, (each) => each.toLowerCase());

/** What was typed as one phrase with single spaces. */
export const phraseOf = (query: string): string => folded(query).trim().replace(/ +/gu, ' ');

/** How a text fits a phrase. */
export function fitOf(text: string, phrase: string): Fit {
  const own = folded(text);
  if (own.includes(phrase)) return 'exact';
  return phrase.split(' ').every((word) => own.includes(word)) ? 'words' : 'near';
}

/** The parts of a phrase that a text contains: the phrase itself, or those of its words. */
function found(text: string, phrase: string): string[] {
  const own = folded(text);
  return own.includes(phrase) ? [phrase] : phrase.split(' ').filter((word) => own.includes(word));
}

/** Cuts a text into pieces so that each occurrence of any of the words is marked. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const own = folded(text);
  const pieces: Piece[] = [];
  let from = 0;
  while (from < text.length) {
    const next = words
      .map((word) => ({ at: own.indexOf(word, from), length: word.length }))
      .filter(({ at, length }) => at >= 0 && length > 0)
      .sort((a, b) => a.at - b.at || b.length - a.length)[0];
    if (next === undefined) break;
    if (next.at > from) pieces.push({ text: text.slice(from, next.at), marked: false });
    pieces.push({ text: text.slice(next.at, next.at + next.length), marked: true });
    from = next.at + next.length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from), marked: false }] : pieces;
}

/** About `length` characters around the first thing found, cut at the text's ends with an ellipsis. */
export function excerptOf(content: string, phrase: string, length = 96): Piece[] {
  const words = found(content, phrase);
  const own = folded(content);
  const first = Math.min(...words.map((word) => own.indexOf(word)), content.length);
  const at = words.length === 0 ? 0 : first;
  const from = Math.max(0, at - Math.floor(length / 4));
  const to = Math.min(content.length, from + length);
  const cut = `${from > 0 ? '…' : ''}${content.slice(from, to)}${to < content.length ? '…' : ''}`;
  return marked(cut, words);
}

const rank = (fit: Fit): number => fits.indexOf(fit);

/** Hits by kind: kinds with a better fit first, then as the index ranked them; within a kind the same. */
export function grouped(hits: readonly Hit[], query: string): HitGroup[] {
  const phrase = phraseOf(query);
  const groups = new Map<string, RankedHit[]>();
  for (const hit of hits) {
    const fit = fitOf(`${hit.title} ${hit.content}`, phrase);
    const ranked = { ...hit, fit, excerpt: excerptOf(hit.content, phrase) };
    groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), ranked]);
  }
  const best = (group: HitGroup): number => Math.min(...group.hits.map(({ fit }) => rank(fit)));
  return [...groups]
    .map(([kind, own]): HitGroup => ({ kind, hits: own.sort((a, b) => rank(a.fit) - rank(b.fit)) }))
    .sort((a, b) => best(a) - best(b));
}

/** What the reader is told about a search: how many pages fit exactly, and plainly when none does. */
export function searchSentence(groups: readonly HitGroup[], query: string, total: number): string {
  const hits = groups.flatMap((group) => group.hits);
  const count = (fit: Fit) => hits.filter((hit) => hit.fit === fit).length;
  const quoted = `“${query.trim()}”`;
  if (hits.length === 0) return `没有找到${quoted}。请换个说法，或从下面的目录查找。`;
  const seen = hits.length < total ? `，共${total}页，这里看了最相近的${hits.length}页` : '';
  if (count('exact') > 0) {
    const rest = hits.length - count('exact');
    return `${count('exact')}页写有${quoted}${rest > 0 ? `，另有${rest}页相近` : ''}${seen}。`;
  }
  if (count('words') > 0) return `没有页面连着写有${quoted}；${count('words')}页分别写有其中每一个词${seen}。`;
  return `没有找到完全一致的内容，以下是相近结果（${hits.length}页${seen}）。`;
}
