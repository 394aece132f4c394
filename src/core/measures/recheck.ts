import { z } from 'zod';
import { type Alternatives, alternativesOf, columnsIn } from '../csv/condition.ts';
import type { Log } from '../logs/log.ts';
import type { RoleOf } from '../logs/role.ts';
import type { MeasureInput } from './judgement.ts';

/**
 * A decision of both parties that a passed recheck counts as passed. Without one the first result decides, and what the recheck
 * found only stands beside it.
 */
export const recheckSchema = z.strictObject({
  /** The first day of the first month for which it holds. */
  from: z.iso.date(),
  /** Who decided what, and when, as readers see it. */
  decision: z.string().trim().min(1),
});
export type RecheckDecision = z.infer<typeof recheckSchema>;

/** How a log tells a recheck from the first result that a measure asks for; null where it keeps none of that result. */
export function recheckOf({ roles }: Pick<Log, 'roles'>, passing: Alternatives | undefined): RoleOf<'recheck'> | null {
  const asked = alternativesOf(passing).flatMap(columnsIn);
  const found = roles.filter((role): role is RoleOf<'recheck'> => role.role === 'recheck');
  return found.find(({ first }) => asked.includes(first)) ?? null;
}

/** What a row must say to pass in a month. */
export interface Passing {
  readonly alternatives: Alternatives | undefined;
  /** Whether the first row of what was due decides, however often it was looked at again. */
  readonly firstDecides: boolean;
}

/** What counts as passed: the first result, and where it was decided so, what passed at the recheck. */
export function passingIn(
  { log, month }: MeasureInput,
  passing: Alternatives | undefined,
  decision: RecheckDecision | undefined,
): Passing {
  const role = recheckOf(log, passing);
  if (role === null) return { alternatives: passing, firstDecides: false };
  if (decision === undefined || month < decision.from.slice(0, 7)) return { alternatives: passing, firstDecides: true };
  return { alternatives: [...alternativesOf(passing), role.passed], firstDecides: false };
}
