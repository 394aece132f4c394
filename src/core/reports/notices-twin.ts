import type { Month } from '../calendar/date.ts';
import type { Provenance } from '../documents/provenance.ts';
import type { Notice } from './notices.ts';

/** `/api/notices/<month>.json`: what is to be put right of a month, each item with its rows and what it failed. */
export function noticesTwin(notices: readonly Notice[], month: Month, provenance: Provenance) {
  return {
    schema: 'service-ledger/notices/1',
    month,
    provenance,
    items: notices.map(({ number, log, failures, unrecorded, place, kind, indicators, clauses, ...rest }) => ({
      number,
      log: log.id,
      unrecorded,
      place: place.value,
      kind: kind.value,
      indicators: indicators.map(({ id }) => id),
      clauses,
      locations: rest.locations,
      repeats: rest.repeats,
      before: rest.before,
      posts: rest.posts,
      limit: rest.limit,
      deadline: rest.deadline,
      checking: rest.checking,
      state: rest.state,
      rows: failures.flatMap(({ record, found, failing }) =>
        record === null
          ? []
          : [
              {
                file: record.file,
                line: record.line,
                closed: found?.closed ?? null,
                failed: failing.map((each) => each.indicator.id),
              },
            ],
      ),
      due: failures.flatMap(({ occurrence, location, record, failing }) =>
        record !== null || occurrence === null
          ? []
          : [
              {
                schedule: String(occurrence.entry.id),
                location,
                from: occurrence.slot.from,
                to: occurrence.slot.to,
                failed: failing.map((each) => each.indicator.id),
              },
            ],
      ),
    })),
  };
}
