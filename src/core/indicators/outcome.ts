import { measuresOf, type PartMeasure } from '../measures/measure.ts';
import type { Total } from '../measures/sinks.ts';
import type { Tally } from '../measures/tally.ts';
import { satisfies } from './compare.ts';
import type { Target } from './indicator.ts';

/**
 * What rows say of a target: it is kept or broken; there is nothing to judge; or cases without an outcome decide, so that neither
 * can be said.
 */
export type Outcome = 'kept' | 'broken' | 'nothing' | 'open';

/** What a tally would be if the cases without an outcome went one way or the other; null where that has no bounds. */
function extremes({ tally, unknown }: Total, measure: PartMeasure): readonly Tally[] | null {
  switch (tally.kind) {
    case 'count':
      return [tally, { ...tally, events: tally.events + unknown }];
    case 'ratio': {
      // What a missing row would weigh is not known where rows count things.
      if (measuresOf(measure).some(({ kind }) => kind === 'sum-share')) return null;
      const denominator = tally.denominator + unknown;
      return [
        { ...tally, denominator },
        { ...tally, numerator: tally.numerator + unknown, denominator },
      ];
    }
    case 'mean':
      return null;
  }
}

/** Nothing was looked at: that nothing unwanted was found says nothing. */
const unseen = ({ tally, seen }: Total, measure: PartMeasure): boolean =>
  measure.kind === 'count' && measure.events === 'unwanted' && tally.kind === 'count' && tally.events === 0 && seen === 0;

/** What a total says of a target. Cases without an outcome count at their worst: a blank or a missing row never helps. */
export function outcomeOf(total: Total, target: Target, measure: PartMeasure): Outcome {
  const satisfied = unseen(total, measure) ? null : satisfies(total.tally, target);
  if (satisfied === false) return 'broken';
  if (total.unknown === 0) return satisfied === null ? 'nothing' : 'kept';
  const bounds = satisfied === null ? null : extremes(total, measure);
  return bounds?.every((tally) => satisfies(tally, target) === true) === true ? 'kept' : 'open';
}
