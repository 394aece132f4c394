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
  /** Ids inside the page with the character at which each begins, in the page's order. */
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  readonly id: string;
  readonly at: number;
}

export interface RankedHit extends Hit {
  readonly fit: Fit;
  readonly heading: readonly Piece[];
  readonly excerpt: readonly Piece[];
  /** The id of the part of the page in which the very words stand first; null at the page's head, or without them. */
  readonly anchor: string | null;
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

/** The part of the page in which a phrase stands first. */
function anchorOf({ content, anchors }: Hit, phrase: string): string | null {
  const at = folded(content).indexOf(phrase);
  if (at < 0) return null;
  return anchors.filter((anchor) => anchor.at <= at).pop()?.id ?? null;
}

/** Separators that the index puts between words, besides the text's own spaces. */
const separator = /[\s\u200b]+/gu;

/**
 * The text of an indexed page without the index's separators, and its anchors by character: the index counts them in words.
 */
export function readable(raw: string, anchors: readonly { readonly id: string; readonly location: number }[]) {
  const starts: number[] = [];
  let content = '';
  let from = 0;
  for (const gap of [...raw.matchAll(separator), { index: raw.length, 0: '' }]) {
    if (gap.index > from) {
      starts.push(content.length);
      content += raw.slice(from, gap.index);
    }
    content += gap[0].replace(/\u200b/gu, '');
    from = gap.index + gap[0].length;
  }
  return { content, anchors: anchors.map(({ id, location }): Anchor => ({ id, at: starts[location] ?? content.length })) };
}

/** A page's text after its own title, which the reader sees already. */
const afterTitle = ({ title, content }: Hit): string =>
  folded(content).startsWith(folded(title)) ? content.slice(title.length).replace(/^[.\s]+/u, '') : content;

const rank = (fit: Fit): number => fits.indexOf(fit);

/** Kinds in the order in which most readers want them; others follow. */
const kindOrder = ['作业规程', '服务标准', '服务承诺', '服务方案', '服务指标', '组织与联系', '待补充与差异', '附件'];

/** The group of pages that are only something like what was typed, where others fit better. */
export const nearKind = '相近结果';

/**
 * Hits by kind: kinds with a better fit first, then in the readers' order; within a kind better fits first,
 * then as the index ranked them. Pages that fit badly stand apart at the end when any page fits well.
 */
export function grouped(hits: readonly Hit[], query: string): HitGroup[] {
  const phrase = phraseOf(query);
  const ranked = hits.map((hit): RankedHit => {
    const fit = fitOf(`${hit.title} ${hit.content}`, phrase);
    const heading = marked(hit.title, found(hit.title, phrase));
    return { ...hit, fit, heading, excerpt: excerptOf(afterTitle(hit), phrase), anchor: anchorOf(hit, phrase) };
  });
  const good = ranked.some(({ fit }) => fit !== 'near');
  const groups = new Map<string, RankedHit[]>();
  for (const hit of ranked) {
    const kind = good && hit.fit === 'near' ? nearKind : hit.kind;
    groups.set(kind, [...(groups.get(kind) ?? []), hit]);
  }
  const orderOf = ({ kind }: HitGroup): number => (kindOrder.includes(kind) ? kindOrder.indexOf(kind) : kindOrder.length);
  const best = (group: HitGroup): number => Math.min(...group.hits.map(({ fit }) => rank(fit)));
  return [...groups]
    .map(([kind, own]): HitGroup => ({ kind, hits: own.sort((a, b) => rank(a.fit) - rank(b.fit)) }))
    .sort((a, b) => best(a) - best(b) || orderOf(a) - orderOf(b));
}

/** What the reader is told about a search: how many pages fit exactly, and plainly when none does. */
export function searchSentence(groups: readonly HitGroup[], query: string, total: number): string {
  const hits = groups.flatMap((group) => group.hits);
  const count = (fit: Fit) => hits.filter((hit) => hit.fit === fit).length;
  const quoted = `“${query.trim()}”`;
  if (hits.length === 0) return `没有找到${quoted}。请少写几个字或换个说法，也可以从下面的目录查找。`;
  const seen = hits.length < total ? `，共${total}页，这里看了最相近的${hits.length}页` : '';
  if (count('exact') > 0) {
    const rest = hits.length - count('exact');
    return `${count('exact')}页写有${quoted}${rest > 0 ? `，另有${rest}页相近` : ''}${seen}。`;
  }
  if (count('words') > 0) return `没有页面连着写有${quoted}；${count('words')}页分别写有其中每一个词${seen}。`;
  return `没有找到完全一致的内容，以下是相近结果（${hits.length}页${seen}）。`;
}
