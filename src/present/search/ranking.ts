import { anchorAt, called, fits, type Hit, hitOf, isNamed, ownWhole, placeOf, spoken } from './hit.ts';
import { documentKinds } from './kinds.ts';
import type { Candidate } from './page.ts';
import type { Query } from './query.ts';

export interface HitGroup {
  readonly kind: string;
  readonly hits: readonly Hit[];
}

/** The pages that are searched, and their kinds in order. */
export interface Searched {
  readonly candidates: readonly Candidate[];
  readonly kinds: readonly string[];
}

/** What a search found: pages that fit, by kind, and apart from them pages that are only something like it. */
export interface Answer {
  readonly groups: readonly HitGroup[];
  readonly near: readonly Hit[];
}

/** What a reader chose to see; an empty string is everything. */
export interface Choice {
  readonly kind: string;
  readonly service: string;
  readonly month: string;
}

const kindRank = (kind: string, kinds: readonly string[]): number => {
  const at = kinds.indexOf(kind);
  return at < 0 ? kinds.length : at;
};

const chosen = ({ page }: Candidate, { kind, service, month }: Choice): boolean =>
  (kind === '' || page.kind === kind) &&
  (service === '' || page.service === service) &&
  (month === '' || page.months.indexOf(month) >= 0);

/** The longest parts of a phrase that a page writes, each of two letters or more. */
function sharedParts(phrase: string, { text, title }: Candidate): string[] {
  const parts: string[] = [];
  let at = 0;
  while (at + 1 < phrase.length) {
    let length = 1;
    for (let next = 2; at + next <= phrase.length; next += 1) {
      const part = phrase.slice(at, at + next);
      if (text.indexOf(part) < 0 && title.indexOf(part) < 0) break;
      length = next;
    }
    if (length > 1) parts.push(phrase.slice(at, at + length));
    at += length;
  }
  return parts.filter((part) => !/[\s\p{P}]/u.test(part));
}

/** At most this many pages are shown as something like it, each writing this share of what was typed. */
const [mostNear, leastAlike] = [8, 0.4];

/** Pages that write long parts of the phrase; parts that few pages write count more. */
function nearOf({ candidates, kinds }: Searched, { phrase }: Query): Hit[] {
  const typed = (phrase[0]?.text ?? '').replace(/[\s\p{P}]+/gu, '');
  const shared = candidates.map((candidate) => sharedParts(typed, candidate));
  const writers = new Map<string, number>();
  for (const part of shared.flat()) writers.set(part, (writers.get(part) ?? 0) + 1);
  const weight = (part: string) => part.length * Math.log(1 + candidates.length / (writers.get(part) ?? 1));
  const hits = candidates.flatMap((candidate, index): Hit[] => {
    const words = shared[index] ?? [];
    if (words.join('').length < leastAlike * typed.length) return [];
    const rarest = [...words].sort((a, b) => weight(b) - weight(a))[0] ?? '';
    const at = placeOf(candidate, rarest);
    const score = words.reduce((sum, part) => sum + weight(part), 0);
    return [{ candidate, fit: 'near', score, words, whole: false, at, anchor: anchorAt(candidate, at) }];
  });
  return hits.sort(betterBy(kinds)).slice(0, mostNear);
}

const rank = ({ fit }: Hit): number => fits.indexOf(fit);
/** Latest month first among pages alike, then by address, so that the order never depends on chance. */
function betterBy(kinds: readonly string[]): (a: Hit, b: Hit) => number {
  const monthOf = ({ candidate }: Hit) => candidate.page.months[0] ?? '';
  const kindOf = ({ candidate }: Hit) => kindRank(candidate.page.kind, kinds);
  return (a, b) =>
    rank(a) - rank(b) ||
    Math.round(b.score) - Math.round(a.score) ||
    (monthOf(a) < monthOf(b) ? 1 : monthOf(a) > monthOf(b) ? -1 : 0) ||
    kindOf(a) - kindOf(b) ||
    (a.candidate.page.url < b.candidate.page.url ? -1 : 1);
}

/**
 * 0 for a page that bears the id or the name itself, 1 for a part with the id, a name with more in it or a text that speaks of
 * the phrase, then as the page fits; a number spelt otherwise is no difference. A page called by one of several words, and writing the others, says as much as one that says all in other words; one
 * called by all of them bears the name, unless other pages write them as one phrase.
 */
function band(hit: Hit, asPhrase: boolean): number {
  const { candidate, fit, score, words, whole } = hit;
  if (fit === 'id') return score === ownWhole ? 0 : 1;
  if (fit !== 'words' && score >= called) return 0;
  if (fit === 'typed' && score >= spoken) return fits.indexOf('name');
  if (fit !== 'words') return Math.min(rank(hit), whole ? fits.indexOf('typed') : fits.length);
  if (score >= called && !asPhrase) return 0;
  return words.some((word) => isNamed(candidate, word)) ? fits.indexOf('meaning') : rank(hit);
}

/**
 * Hits by kind: the kind with the page that is called so first, then documents before what the data say, then kinds with a
 * better fit, then in the readers' order.
 */
export function grouped(hits: readonly Hit[], kinds: readonly string[]): HitGroup[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(hit.candidate.page.kind, [...(groups.get(hit.candidate.page.kind) ?? []), hit]);
  const asPhrase = hits.some(({ fit }) => fit !== 'words');
  const bestOf = (own: readonly Hit[]): number => Math.min(...own.map((hit) => band(hit, asPhrase)));
  const late = (kind: string): number => (documentKinds.indexOf(kind) < 0 ? 1 : 0);
  return [...groups]
    .map(([kind, own]) => ({ kind, hits: own.sort(betterBy(kinds)), best: bestOf(own) }))
    .sort(
      (a, b) =>
        Math.min(a.best, 1) - Math.min(b.best, 1) ||
        late(a.kind) - late(b.kind) ||
        a.best - b.best ||
        kindRank(a.kind, kinds) - kindRank(b.kind, kinds),
    )
    .map(({ kind, hits: own }) => ({ kind, hits: own }));
}

/** Fewer fitting pages than these, and pages that are only something like it are shown too, apart. */
const few = 3;

/** Searches the pages. Every page that writes what was typed is in the answer. */
export function answerOf({ candidates, kinds }: Searched, query: Query, choice: Choice): Answer {
  if (query.phrase.length === 0) return { groups: [], near: [] };
  const among = candidates.filter((candidate) => chosen(candidate, choice));
  const hits = among.flatMap((candidate) => hitOf(candidate, query) ?? []);
  const found = new Set(hits.map(({ candidate }) => candidate));
  const near =
    hits.length < few && hits.every(({ fit }) => fit === 'words' || fit === 'meaning')
      ? nearOf({ candidates: among.filter((candidate) => !found.has(candidate)), kinds }, query)
      : [];
  return { groups: grouped(hits, kinds), near };
}
