import { z } from 'zod';
import { dateText, standardId, toClause, toProcedure, toService, words } from './text.ts';

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
        /** True where frequency, criterion or check goes beyond the plan and is our proposal (建议). */
        advice: z.boolean().default(false),
      }),
    )
    .min(1),
  procedures: z.array(toProcedure),
  updated: dateText,
});
export type Standard = z.infer<typeof standardSchema>;
