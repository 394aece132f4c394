import { z } from 'zod';
import { dateText, sectionId, sectionNumber, words } from './text.ts';

/** One section of the plan. Its clauses stand in the body as `<Clause id="…" title="…">`. */
export const sectionSchema = z.strictObject({
  id: sectionId,
  number: sectionNumber,
  title: words,
  chapter: z.strictObject({ number: z.int().positive(), title: words }),
  summary: words,
  /** First and last line of the source plan, where its lines are numbered. */
  sourceLines: z.tuple([z.int().positive(), z.int().positive()]).optional(),
  /** Where the source breaks off: after which words, and what is missing. */
  brokenOff: z.strictObject({ after: words, missing: words }).optional(),
  /** A section that says nearly the same; the reader is told. */
  similarTo: z.array(z.string()).optional(),
  updated: dateText,
});
export type Section = z.infer<typeof sectionSchema>;
