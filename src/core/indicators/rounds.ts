import type { Values } from '../csv/column.ts';
import { type Conditions, comparedWith } from '../csv/condition.ts';
import type { Log } from '../logs/log.ts';
import { lookedAt } from '../measures/count.ts';
import type { Coverage } from '../measures/coverage.ts';
import type { Measure } from '../measures/measure.ts';
import { compile } from '../registers/condition.ts';
import type { Occurrence, Registers } from '../registers/registers.ts';

/** A round that was due and of which no row speaks, and what a row of it would have said as far as the schedule knows. */
export interface MissedRound {
  readonly occurrence: Occurrence;
  readonly says: Values;
}

/** A round that a measure of the schedule misses. */
export function missedRound({ where, match }: Coverage, occurrence: Occurrence): MissedRound {
  const fixed = Object.entries(where ?? {}).flatMap(([field, value]) =>
    typeof value === 'object' ? [] : [[field, value] as const],
  );
  const matched = Object.entries(match).map(([field, of]) => [field, occurrence.entry[of] ?? null] as const);
  return { occurrence, says: Object.fromEntries([...fixed, ...matched]) };
}

/** Whether what is known of a row does not speak against conditions. */
function mayMeet(where: Conditions | undefined, says: Values, log: Log, registers: Registers): boolean {
  const known = Object.entries(where ?? {}).filter(
    ([key, condition]) => (key.split('.')[0] ?? '') in says && comparedWith(condition) === null,
  );
  return compile(Object.fromEntries(known), log, registers)(says);
}

/**
 * Whether the row of a missed round could have counted in a measure of the same log. The schedule's own measure counts it
 * already, and of something wanted a missed round tells nothing. What a denominator lacks makes what is unwanted weigh more.
 */
export function bearsOn({ says }: MissedRound, measure: Measure, log: Log, registers: Registers): boolean {
  const may = (where: Conditions | undefined) => mayMeet(where, says, log, registers);
  switch (measure.kind) {
    case 'coverage':
      return false;
    case 'count':
      return measure.events === 'unwanted' && measure.seenBy.length === 0 && may(measure.where) && may(lookedAt(measure));
    case 'side':
      return measure.as === 'numerator' && measure.events === 'unwanted' && may(measure.where);
    case 'share':
    case 'within':
    case 'mean':
    case 'sum-share':
      return may(measure.where);
  }
}
