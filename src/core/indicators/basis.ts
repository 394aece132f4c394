import type { Target } from './indicator.ts';
import type { Result } from './result.ts';

/** Where a target's number comes from. */
export type Basis = Target['basis'];

/** Every basis, the firmest first: printed in the plan, implied by its words, proposed by us. */
export const bases = ['plan', 'implied', 'proposed'] as const satisfies readonly Basis[];

/**
 * The basis on which a verdict stands. A miss stands on the firmest target that was missed; any other verdict rests on all of
 * its parts, so that it is as weak as the weakest. Null where no target is in force.
 */
export function basisOf({ verdict, parts }: Pick<Result, 'verdict' | 'parts'>): Basis | null {
  const missed = verdict === 'missed';
  const decisive = missed ? parts.filter((part) => part.verdict === 'missed') : parts;
  const own = decisive.flatMap(({ target }) => (target === null ? [] : [target.basis]));
  const order = missed ? bases : [...bases].reverse();
  return order.find((each) => own.includes(each)) ?? null;
}

/** How many results missed a target of each basis; they add up to the misses. */
export type MissedBy = Readonly<Record<Basis, number>>;

/** The misses among some results, by the basis on which each stands. */
export const missedBy = (results: readonly Result[]): MissedBy =>
  basisCounts(results.filter(({ verdict }) => verdict === 'missed').map(basisOf));

/** How many there are of each basis. */
export function basisCounts(all: readonly (Basis | null)[]): MissedBy {
  const counts: Record<Basis, number> = { plan: 0, implied: 0, proposed: 0 };
  for (const basis of all) if (basis !== null) counts[basis] += 1;
  return counts;
}
