import type { Provenance } from '../documents/provenance.ts';
import type { Former } from './former.ts';
import type { Seals } from './reading.ts';
import type { Amendment, SealedMonth } from './seal.ts';

/** An amendment by what it is known, without the state that it leaves. */
const amendmentTwin = ({ number, date, post, reason, digest, changes }: Amendment) => ({
  number,
  date,
  post,
  reason,
  digest,
  changes,
});

/** A month's seal for machines, with every value before and after that was amended. */
export const sealTwin = ({ seal: { date, post, digest }, amendments }: SealedMonth) => ({
  date,
  post,
  digest,
  amendments: amendments.map(amendmentTwin),
});

/** What a result said until each amendment, beside what it says now. */
export const formerTwin = (formers: readonly Former[]) =>
  formers.map(({ amendment: { number, date, post, reason }, result }) => ({ number, date, post, reason, before: result }));

/** Seals by what they are known, in time's order. */
export const listedSeals = (seals: Seals) =>
  [...seals.values()].map(({ seal: { month, date, post, before, digest }, amendments }) => ({
    month,
    date,
    post,
    before,
    digest,
    amendments: amendments.map((each) => ({ number: each.number, date: each.date, post: each.post, digest: each.digest })),
  }));

/** `/api/seals.json`: by what every sealed month is known, so that a digest on paper can be looked up. */
export const sealsTwin = (seals: Seals, provenance: Provenance) => ({
  schema: 'service-ledger/seals/1',
  provenance,
  seals: listedSeals(seals),
});
