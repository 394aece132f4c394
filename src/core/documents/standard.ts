import { z } from 'zod';
import { dateText, standardId, toClause, toProcedure, toService, words } from './text.ts';

/** The cells of a duty that can be our proposal. */
const proposable = z.enum(['what', 'frequency', 'criterion', 'check']);

/** A published service standard: what is done, how often, to what criterion, checked how. */
export const standardSchema = z.strictObject({
  id: standardId,
  title: words,
  service: toService,
  order: z.int().positive(),
  summary: words,
  items: z
    .array(
      z.strictObject({
        area: words,
        what: words,
        frequency: words,
        criterion: words,
        check: words,
        clauses: z.array(toClause).min(1),
        /** The cells that the plan does not say and we propose (建议); every other cell is the plan's. */
        advice: z.array(proposable).default([]),
      }),
    )
    .min(1),
  procedures: z.array(toProcedure),
  updated: dateText,
});
export type Standard = z.infer<typeof standardSchema>;
