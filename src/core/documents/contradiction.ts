import { z } from 'zod';
import { contradictionId, dateText, sourceLine, toClause, toIndicator, words } from './text.ts';

/** content/organisation/contradictions.mdx: where the plan contradicts itself, breaks off or can be read in two ways. */
export const contradictionsSchema = z.strictObject({
  title: words,
  updated: dateText,
  contradictions: z.array(
    z.strictObject({
      id: contradictionId,
      kind: z.enum(['contradiction', 'gap', 'ambiguity', 'duplication', 'numbering', 'residue', 'risk']),
      severity: z.enum(['high', 'medium', 'low']),
      topic: words,
      sides: z.array(z.strictObject({ section: z.string(), sourceLine, clause: toClause.optional(), says: words })),
      /** Which reading this site uses, and why. */
      resolution: words,
      showToReader: z.boolean(),
      needsClientDecision: z.boolean(),
      indicators: z.array(toIndicator),
    }),
  ),
});
export type Contradiction = z.infer<typeof contradictionsSchema>['contradictions'][number];
