import type { Values } from '../csv/column.ts';
import { type Conditions, comparedWith } from '../csv/condition.ts';
import type { Log } from '../logs/log.ts';
import { lookedAt } from '../measures/count.ts';
import type { Coverage } from '../measures/coverage.ts';
import type { Measure } from '../measures/measure.ts';
import { compile } from '../registers/condition.ts';
import type { Occurrence, Registers } from '../registers/registers.ts';

/**
 * A round that was due and of which no row speaks, and what a row of it would have said as far as the schedule knows. Each
 * measure that misses it asks for a row of its own kind, and any of these may be the one that is not there.
 */
export interface MissedRound {
  readonly occurrence: Occurrence;
  readonly says: readonly Values[];
}

/** What the row of a round would have said to be the one that a measure of the schedule misses. */
function askedBy({ where, match }: Coverage, occurrence: Occurrence): Values {
  const fixed = Object.entries(where ?? {}).flatMap(([field, value]) =>
    typeof value === 'object' ? [] : [[field, value] as const],
  );
  const matched = Object.entries(match).map(([field, of]) => [field, occurrence.entry[of] ?? null] as const);
  return Object.fromEntries([...fixed, ...matched]);
}

/** In time's order, and of one day by the entries of the schedule. */
const inTime = ({ occurrence: a }: MissedRound, { occurrence: b }: MissedRound): number => {
  if (a.slot.from !== b.slot.from) return a.slot.from < b.slot.from ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** The rounds that some measures of the schedule miss, each once, in time's order. */
export function missedRounds(missed: ReadonlyMap<Coverage, readonly Occurrence[]>): MissedRound[] {
  const rounds = new Map<string, MissedRound>();
  for (const [measure, occurrences] of missed) {
    for (const occurrence of occurrences) {
      const says = [...(rounds.get(occurrence.id)?.says ?? []), askedBy(measure, occurrence)];
      rounds.set(occurrence.id, { occurrence, says });
    }
  }
  return [...rounds.values()].sort(inTime);
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
  const may = (...all: readonly (Conditions | undefined)[]) =>
    says.some((each) => all.every((where) => mayMeet(where, each, log, registers)));
  switch (measure.kind) {
    case 'coverage':
      return false;
    case 'count':
      return measure.events === 'unwanted' && measure.seenBy.length === 0 && may(measure.where, lookedAt(measure));
    case 'side':
      return measure.as === 'numerator' && measure.events === 'unwanted' && may(measure.where);
    case 'share':
    case 'within':
    case 'mean':
    case 'sum-share':
      return may(measure.where);
  }
}
