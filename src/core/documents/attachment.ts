import { z } from 'zod';
import { clauseId, dateText, roleId, sourceLines, words } from './text.ts';

/** 附件-类型-日期-序号: clause 8.1, source lines 1626 and 1627. */
export const attachmentNumber = z.string().regex(/^附件-\p{Script=Han}+-\d{8}-\d{3}$/u, '附件编号形如 附件-合同-20230101-001');

/** content/attachments/<number>.mdx: one attachment as the index lists it. */
export const attachmentSchema = z.strictObject({
  number: attachmentNumber,
  title: words,
  type: z.enum(['document', 'data', 'image', 'audiovisual']),
  storage: words,
  confidentiality: z.enum(['public', 'internal', 'secret']),
  version: words,
  owner: roleId.optional(),
  clauses: z.array(clauseId),
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
      id: z.enum(['document', 'data', 'image', 'audiovisual']),
      name: words,
      items: z.array(z.strictObject({ name: words, note: words })),
    }),
  ),
  outstanding: z.array(
    z.strictObject({
      id: z.string(),
      title: words,
      type: z.enum(['document', 'data', 'image', 'audiovisual']),
      clauses: z.array(clauseId),
      note: words.optional(),
      sourceLines,
    }),
  ),
});
