import type { Month } from '../calendar/date.ts';
import type { Seals } from './reading.ts';
import type { Amended, Amendment, SealedMonth, SealedResult, SealedResultChange } from './seal.ts';

/** What an indicator's month said until an amendment; null where the seal knew no such indicator. */
export interface Former {
  readonly amendment: Amendment;
  readonly result: SealedResult | null;
}

const isResult = (change: Amended): change is SealedResultChange => change.kind === 'result';

/** What a month said of an indicator until each amendment that changed it, the oldest first; nothing where none did. */
export const formerResults = (sealed: SealedMonth | undefined, indicator: string): Former[] =>
  (sealed?.amendments ?? []).flatMap((amendment) =>
    amendment.changes
      .filter(isResult)
      .filter((change) => change.indicator === indicator)
      .map(({ before }) => ({ amendment, result: before })),
  );

/** Every amendment of a contract, the latest first. */
export const amendmentsIn = (seals: Seals): Amendment[] =>
  [...seals.values()]
    .flatMap(({ amendments }) => amendments)
    .sort((a, b) => (a.date === b.date ? b.number - a.number || (a.month < b.month ? 1 : -1) : a.date < b.date ? 1 : -1));

/** The seals of the months up to one. */
export const sealsThrough = (seals: Seals, month: Month): Seals => new Map([...seals].filter(([each]) => each <= month));
