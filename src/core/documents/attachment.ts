import { z } from 'zod';
import { attachmentNumber, dateText, sourceLines, toClause, toRecord, toRole, words } from './text.ts';

/** content/attachments/<number>.mdx: one attachment as the index lists it. */
export const attachmentSchema = z.strictObject({
  number: attachmentNumber,
  title: words,
  /** One of the engine's types (document, data, image, audiovisual), or the contract's own word. */
  type: words,
  storage: words,
  confidentiality: z.enum(['public', 'internal', 'secret']),
  version: words,
  owner: toRole.optional(),
  clauses: z.array(toClause),
  /** True where the plan gives the attachment only as an example of numbering. */
  example: z.boolean().default(false),
  sourceLines,
  updated: dateText,
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** content/attachments/index.mdx: the rules, and what the plan requires but nobody has listed. */
export const attachmentIndexSchema = z.strictObject({
  title: words,
  updated: dateText,
  types: z.array(
    z.strictObject({
      id: words,
      name: words,
      items: z.array(z.strictObject({ name: words, note: words })),
    }),
  ),
  outstanding: z.array(
    z.strictObject({
      id: z.string(),
      title: words,
      type: words,
      clauses: z.array(toClause),
      /** The kind of record that it is, by which it is found among what was handed in. */
      record: toRecord.optional(),
      note: words.optional(),
      sourceLines,
    }),
  ),
});
