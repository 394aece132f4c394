import type { Month } from '../calendar/date.ts';
import type { LogMonth } from '../logs/log.ts';
import { judge, type Measure, tallyKind, tallyOf } from '../measures/measure.ts';
import { type RecheckDecision, recheckOf } from '../measures/recheck.ts';
import { add, type Tally, zero } from '../measures/tally.ts';
import type { Assessment } from './assessment.ts';
import type { Part } from './indicator.ts';
import { measured } from './month-totals.ts';

/** What passed at once, and what passed at once or when it was looked at again. */
export interface Passes {
  readonly first: Tally;
  readonly after: Tally;
  /** The decision by which the recheck counts for the verdict; null where none was taken. */
  readonly decision: RecheckDecision | null;
}

/** Kinds of measures that say what passes. */
type Rechecked = Extract<Measure, { readonly kind: 'share' | 'coverage' }>;

/** The measure as if the recheck never counted, and as if it always had; null where its log keeps no recheck of what it asks. */
function readings(measure: Rechecked, { log }: LogMonth): readonly [first: Measure, after: Measure] | null {
  if (recheckOf(log, measure.kind === 'share' ? measure.pass : measure.done) === null) return null;
  const always: RecheckDecision = { from: '0000-01-01', decision: '' };
  return [
    { ...measure, recheck: undefined },
    { ...measure, recheck: always },
  ];
}

/** First pass and recheck of a part over some months; null where its log keeps no recheck of what it asks, or did not come in. */
export function passesOf({ ledger }: Assessment, part: Part, months: readonly Month[]): Passes | null {
  const { measure: own } = part;
  if (own.kind !== 'share' && own.kind !== 'coverage') return null;
  const made = ledger.months
    .filter(({ month }) => months.includes(month))
    .flatMap(({ logs }) => {
      const delivery = logs.get(own.log);
      const both = delivery === undefined || delivery.handed.state === 'absent' ? null : readings(own, delivery);
      if (delivery === undefined || both === null) return [];
      const input = measured(delivery, ledger);
      const [first, after] = both.map((measure) => tallyOf(measure, judge(measure, input)));
      return first === undefined || after === undefined ? [] : [{ first, after }];
    });
  if (made.length === 0) return null;
  const sum = (of: 'first' | 'after') => made.map((each) => each[of]).reduce(add, zero(tallyKind(own)));
  return { first: sum('first'), after: sum('after'), decision: own.recheck ?? null };
}
