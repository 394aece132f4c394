import { z } from 'zod';
import { dateText, procedureId, sourceLines, toClause, toIndicator, toRecord, toRole, toService, words } from './text.ts';

/** A sentence, with whether the plan does not have it: a note below the part says which sentences are ours. */
const line = z.strictObject({ text: words, advice: z.boolean().default(false) });

/** A procedure that a new employee can work from, and the source of its one-page checklist. */
export const procedureSchema = z.strictObject({
  id: procedureId,
  title: words,
  service: toService,
  /** Everyday words by which staff look for it. */
  keywords: z.array(words).default([]),
  purpose: words,
  when: words,
  /** Who works by it, where the contract names roles. */
  roles: z.array(toRole).default([]),
  materials: z.array(line).default([]),
  safety: z.array(line).default([]),
  steps: z.array(line).min(2),
  acceptance: z.array(line).min(1),
  /** What to record, in which log or form, by when. */
  records: z.array(z.strictObject({ record: toRecord, note: words })).default([]),
  onFailure: z.array(line).min(1),
  clauses: z.array(toClause).min(1),
  indicators: z.array(toIndicator),
  sourceLines,
  updated: dateText,
});
export type Procedure = z.infer<typeof procedureSchema>;
