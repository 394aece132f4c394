import { z } from 'zod';
import { dateText, words } from './text.ts';

/**
 * content/search/synonyms.mdx: what readers say and what the documents write. `say` are words of one meaning as people type
 * them; `means` are the words under which the documents speak of it. `skip` are words of a question that name nothing.
 */
export const synonymsSchema = z.strictObject({
  title: words,
  updated: dateText,
  synonyms: z.array(z.strictObject({ say: z.array(words).min(1), means: z.array(words).min(1) })),
  skip: z.array(words),
  /** What the search page shows as examples, everyday words first. */
  examples: z.array(words).default([]),
});
export type Synonyms = z.infer<typeof synonymsSchema>;
