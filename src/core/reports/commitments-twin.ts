import type { Month } from '../calendar/date.ts';
import type { Provenance } from '../documents/provenance.ts';
import { countReadings, missedPromisesBy, type Standing } from './commitments.ts';

/** A promise for machines: how it reads, and by what. */
function standingTwin({ commitment, reading, since, links, results }: Standing) {
  const verdicts = new Map(results.map(({ indicator, verdict }) => [indicator.id, verdict]));
  return {
    id: commitment.id,
    text: commitment.text,
    area: commitment.area,
    service: commitment.service,
    promisedTo: commitment.promisedTo,
    reading,
    since,
    proof: links.map(({ kind, indicators, unchecked }) => ({
      kind,
      unchecked,
      // What is context decides nothing: its verdict is told where the indicator is.
      indicators: indicators.map(({ id }) => ({ id, verdict: verdicts.get(id) ?? null })),
    })),
    documents: commitment.documents,
  };
}

/** `/api/commitments.json`: every promise in the latest month, by id. */
export const commitmentsTwin = (standings: readonly Standing[], month: Month, provenance: Provenance) => ({
  schema: 'service-ledger/commitments/1',
  month,
  provenance,
  counts: countReadings(standings),
  missedBy: missedPromisesBy(standings),
  commitments: standings.map(standingTwin).sort((a, b) => (a.id < b.id ? -1 : 1)),
});
