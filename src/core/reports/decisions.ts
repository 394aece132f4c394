import type { LogMonth } from '../logs/log.ts';
import type { Case } from './cases.ts';
import type { Improvement, SuggestionCounts } from './improvement.ts';
import type { Miss } from './misses.ts';
import { ofKinds, overdueAmong, unsettledAmong } from './open.ts';

/** Something that a reviewer must decide, because the contractor alone cannot settle it. */
export type Decision =
  /** Missed: accept what was done about it, or demand more. Repeated ones come first. */
  | { readonly kind: 'missed'; readonly misses: readonly Miss[] }
  /** Logs without which no verdict is possible: demand them, or accept that there is none. */
  | { readonly kind: 'logs'; readonly deliveries: readonly LogMonth[] }
  /** Found, asked for or said, whenever it was, and not settled: set a deadline. */
  | { readonly kind: 'open'; readonly cases: readonly Case[] }
  /** Improvement measures that fell due, whenever it was, and are not carried out. */
  | { readonly kind: 'measures'; readonly cases: readonly Case[] }
  /** Suggestions on which nothing was decided. */
  | { readonly kind: 'suggestions'; readonly counts: readonly SuggestionCounts[] };

/** What needs a decision, the weightiest first; empty when nothing does. */
export function decisionsOf(
  misses: readonly Miss[],
  deliveries: readonly LogMonth[],
  { open, suggestions }: Improvement,
): Decision[] {
  const lacking = deliveries.filter(({ handed: { state } }) => state === 'absent' || state === 'incomplete');
  const unsettled = unsettledAmong(open.cases);
  const undone = overdueAmong(ofKinds(open.cases, ['measure']));
  const waiting = suggestions.filter((each) => each.waiting > 0);
  const all: readonly (Decision & { readonly needed: boolean })[] = [
    { kind: 'missed', misses: [...misses].sort((a, b) => b.streak - a.streak), needed: misses.length > 0 },
    { kind: 'logs', deliveries: lacking, needed: lacking.length > 0 },
    { kind: 'open', cases: unsettled, needed: unsettled.length > 0 },
    { kind: 'measures', cases: undone, needed: undone.length > 0 },
    { kind: 'suggestions', counts: waiting, needed: waiting.length > 0 },
  ];
  return all.filter(({ needed }) => needed);
}
