import type { Month } from '../calendar/date.ts';
import type { Alternatives } from '../csv/condition.ts';
import type { LogMonth } from '../logs/log.ts';
import { judge, type Measure, tallyKind, tallyOf } from '../measures/measure.ts';
import { type RecheckDecision, recheckOf } from '../measures/recheck.ts';
import { add, type Tally, zero } from '../measures/tally.ts';
import type { Assessment } from './assessment.ts';
import type { Part } from './indicator.ts';

/** What passed at once, and what passed at once or when it was looked at again. */
export interface Passes {
  readonly first: Tally;
  readonly after: Tally;
  /** The decision by which the recheck counts for the verdict; null where none was taken. */
  readonly decision: RecheckDecision | null;
}

/** What a measure asks of a row that passes; null for measures of another kind. */
const passingOf = (measure: Measure): Alternatives | null =>
  measure.kind === 'share' ? measure.pass : measure.kind === 'coverage' ? (measure.done ?? null) : null;

/** The measure as if the recheck never counted, and as if it always had; null where its log keeps no recheck of what it asks. */
function readings({ measure }: Part, { log }: LogMonth): readonly [first: Measure, after: Measure] | null {
  const passing = passingOf(measure);
  if (passing === null || recheckOf(log, passing) === null) return null;
  if (measure.kind !== 'share' && measure.kind !== 'coverage') return null;
  const always: RecheckDecision = { from: '0000-01-01', decision: '' };
  return [
    { ...measure, recheck: undefined },
    { ...measure, recheck: always },
  ];
}

/** First pass and recheck of a part over some months; null where its log keeps no recheck of what it asks, or did not come in. */
export function passesOf({ ledger }: Assessment, part: Part, months: readonly Month[]): Passes | null {
  const { registers, calendar } = ledger;
  const made = ledger.months
    .filter(({ month }) => months.includes(month))
    .flatMap(({ month, logs }) => {
      const own = logs.get(part.measure.log);
      const both = own === undefined || own.handed.state === 'absent' ? null : readings(part, own);
      if (own === undefined || both === null) return [];
      const input = { log: own.log, month, records: own.records, registers, calendar };
      const [first, after] = both.map((measure) => tallyOf(measure, judge(measure, input)));
      return first === undefined || after === undefined ? [] : [{ first, after }];
    });
  if (made.length === 0) return null;
  const sum = (of: 'first' | 'after') => made.map((each) => each[of]).reduce(add, zero(tallyKind(part.measure)));
  const decision = 'recheck' in part.measure ? (part.measure.recheck ?? null) : null;
  return { first: sum('first'), after: sum('after'), decision };
}
