import { z } from 'zod';
import { pointer } from './pointer.ts';

/** Text that says something: trimmed, not empty, never an unfilled XX. */
export const words = z
  .string()
  .trim()
  .min(1, '不能为空')
  .refine((text) => !/X{2,}|x{3,}/u.test(text), '含有未填写的占位 XX，请改写成 {待补充编号}');

/** A calendar date as `2026-01-05`. */
export const dateText = z.iso.date('日期请写成 2026-01-05');

/**
 * Permanent ids of documents and of what they list: they name files and stand in addresses and in the ids of values
 * (`2026-09/service.overall.punctual@A1`), so they begin with a letter and hold letters, digits and single signs . _ - only.
 */
const idPattern = /^\p{L}[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*$/u;
const idLike = (example: string) =>
  z.string().regex(idPattern, `编号以字母或汉字开头，只用字母、汉字、数字和单个的 . _ -，如 ${example}`);

export const clauseId = z.string().regex(/^\d+(\.\d+)*(-\d+)*(-(end|note))?$/u, '条款编号形如 5.1-2-1-1');
/** The number of a section of the plan, with which its clauses' ids begin. */
export const sectionNumber = z.string().regex(/^\d+(\.\d+)*$/u, '章节编号形如 5.1');
export const sectionId = idLike('quality-targets');
export const indicatorId = idLike('service.overall.punctual');
export const commitmentId = idLike('cm.scope.daily');
export const procedureId = idLike('sop.daily-round');
export const recordId = idLike('rec.round');
export const roleId = idLike('role.worker');
export const meetingId = idLike('meet.weekly');
export const channelId = idLike('ch.telephone');
export const standardId = idLike('rooms');
export const attachmentNumber = idLike('附件-合同-001');
export const blankId = idLike('contacts.telephone');
export const contradictionId = idLike('cf.response-time');

/** A service of the contract by its id, or `all` for what concerns every service. The ids stand in data/registers/services.csv. */
export const toService = pointer('service', idLike('house-keeping'));
/** A post of data/registers/posts.csv by its code. */
export const toPost = pointer('post', idLike('A-01'));
/** Fields that point at what stands in another document, by its id. */
export const toClause = pointer('clause', clauseId);
export const toIndicator = pointer('indicator', indicatorId);
export const toProcedure = pointer('procedure', procedureId);
export const toRecord = pointer('record', recordId);
/** A post or a unit. */
export const toRole = pointer('role', roleId);
export const toBlank = pointer('blank', blankId);

/** Line numbers of the source plan, for tracing a fact back; none where the plan has no numbered lines. */
export const sourceLines = z.array(z.int().positive()).default([]);
export const sourceLine = z.int().positive().nullable().default(null);
