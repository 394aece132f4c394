import { z } from 'zod';
import { dateText, toIndicator, toPost, toRole, words } from './text.ts';

/** How far a report has come: being written, reviewed, handed to the client. */
export const reportStatuses = ['draft', 'reviewed', 'issued'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

const made = {
  /** Who wrote it (编制) and who reviewed it (审核), as roles or units of the organisation; null while nobody has. */
  prepared: toRole,
  reviewed: toRole.nullable(),
  status: z.enum(reportStatuses),
  /** The day on which it was handed to the client; only an issued report has one. */
  issued: dateText.nullable(),
};

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, '月份形如 2026-09');
const periodId = z
  .string()
  .regex(
    /^(?:\d{4}-(0[1-9]|1[0-2])(-ytd)?|(?:FY)?\d{4}(?:-Q[1-4])?)$/u,
    '报告期形如 2026-09、2026-Q3、2026 或 2026-09-ytd，年度不从一月起的写 FY2026-Q1、FY2026',
  );
const specialId = z.string().regex(/^[a-z][a-z0-9-]*$/u, '专项报告的编号用小写字母、数字和短横');

/**
 * What is said of one miss: why it happened, what is done about it, by which post and until when (plan 3.4-4: each shortcoming
 * with its cause, its measure and who answers for it). What is null is not known yet, and printed so.
 */
const explanationSchema = z
  .strictObject({
    indicator: toIndicator,
    cause: words.nullable(),
    measure: words.nullable(),
    post: toPost.nullable(),
    due: dateText.nullable(),
  })
  .refine(({ measure, post, due }) => measure !== null || (post === null && due === null), {
    path: ['measure'],
    message: '写了岗位或期限就要写措施',
  });
export type Explanation = z.infer<typeof explanationSchema>;

/** What stands in content/reports/: the commentary on a period's report, or a special report (专项) of its own. */
export const reportSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('commentary'),
      period: periodId,
      ...made,
      misses: z.array(explanationSchema).default([]),
    }),
    z.strictObject({
      kind: z.literal('special'),
      id: specialId,
      title: words,
      /** What it is about and what it found, in one sentence. */
      summary: words,
      /** The months that it draws on, in order. */
      months: z.array(month).min(1),
      ...made,
    }),
  ])
  .superRefine((report, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if ((report.status === 'issued') !== (report.issued !== null))
      fault('issued', report.status === 'issued' ? '已签发的要写签发日期' : '没有签发的不写签发日期');
    if (report.status !== 'draft' && report.reviewed === null) fault('reviewed', '已审核或已签发的要写审核岗位');
  });
export type ReportDocument = z.infer<typeof reportSchema>;
export type Commentary = Extract<ReportDocument, { kind: 'commentary' }>;
export type SpecialReport = Extract<ReportDocument, { kind: 'special' }>;

/** The file's own name: the period it comments on, or its id. */
export const reportName = (report: ReportDocument): string => (report.kind === 'commentary' ? report.period : report.id);
