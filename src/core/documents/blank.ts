import { z } from 'zod';
import { blankId, dateText, sourceLines, words } from './text.ts';

/**
 * content/organisation/blanks.mdx: every value that the plan leaves open. Filling `value` here changes every page that
 * shows it. `placeholder` stands as XX in the plan; `unstated` is needed but never mentioned.
 */
export const blanksSchema = z.strictObject({
  title: words,
  updated: dateText,
  blanks: z.array(
    z.strictObject({
      id: blankId,
      kind: z.enum(['placeholder', 'unstated']),
      /** What is needed, as a noun phrase. */
      needs: words,
      /** The shape of the value, for example integer_minutes, phone, text. */
      type: z.string(),
      /** With its unit, ready to be read in a sentence; null while nobody has decided. */
      value: words.nullable(),
      /** The day on which the value was agreed; what recurs is due from then on. */
      decided: dateText.optional(),
      /** Our proposal, shown as 建议值, never as the plan's. */
      suggestion: words.nullable(),
      supplier: z.enum(['client', 'contractor', 'both']),
      note: words.optional(),
      sections: z.array(z.string()),
      sourceLines,
    }),
  ),
});
export type Blank = z.infer<typeof blanksSchema>['blanks'][number];
