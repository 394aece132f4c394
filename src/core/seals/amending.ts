import { editsSince, resultsSince } from './changes.ts';
import type { Past } from './past.ts';
import { type Amendment, amendmentForm, digestOfSeal, type SealedMonth, stateOf } from './seal.ts';
import { reportsFor, type Signature, signingOf } from './sealing.ts';
import type { States } from './state.ts';

/** Who amends a month, when and why. */
export interface AmendmentTerms extends Signature {
  readonly reason: string;
}

/**
 * The amendment of a sealed month to what it is now: every row, entry, definition, report and result with what it was and what
 * it is. Null where nothing differs.
 */
export function amendmentOf(states: States, sealed: SealedMonth, terms: AmendmentTerms, past: Past): Amendment | null {
  const { month, date, post, reason } = terms;
  const was = stateOf(sealed);
  const reports = [...new Set([...Object.keys(was.reports), ...reportsFor(states.project, terms)])];
  const state = states.now(month, reports);
  const comparison = { month, sealed: was, now: { ...states.since(month, was), reports: state.reports } };
  const changes = [...editsSince(states, comparison, past), ...resultsSince(comparison)];
  if (changes.length === 0) return null;
  const amendment = {
    schema: amendmentForm,
    month,
    date,
    post,
    ...signingOf(states.project.contract),
    number: sealed.amendments.length + 1,
    reason,
    seal: sealed.seal.digest,
    before: (sealed.amendments.at(-1) ?? sealed.seal).digest,
    changes,
    state,
  } as const;
  return { ...amendment, digest: digestOfSeal(amendment) };
}
