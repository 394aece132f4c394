import { z } from 'zod';

/** Text that says something: trimmed, not empty, never an unfilled XX. */
export const words = z
  .string()
  .trim()
  .min(1, '不能为空')
  .refine((text) => !/X{2,}|x{3,}/u.test(text), '含有未填写的占位 XX，请改写成 {待补充编号}');

/** A calendar date as `2026-01-05`. */
export const dateText = z.iso.date('日期请写成 2026-01-05');

/** Permanent ids as the plan's fact base has them. */
export const clauseId = z.string().regex(/^\d+\.\d+(-\d+)*(-(end|note))?$/u, '条款编号形如 5.1-2-1-1');
export const indicatorId = z.string().regex(/^[a-z]+(\.[a-z-]+){2}$/u, '指标编号形如 cleaning.overall.timeliness');
export const commitmentId = z.string().regex(/^cm(\.[a-z0-9-]+){2,}$/u, '承诺编号形如 cm.scope.waste');
export const procedureId = z.string().regex(/^sop\.[a-z0-9-]+$/u, '规程编号形如 sop.toilet-cleaning');
export const recordId = z.string().regex(/^rec\.[a-z0-9-]+$/u, '记录编号形如 rec.inspection');
export const roleId = z.string().regex(/^(role|body|dept)\.[a-z0-9-]+$/u, '岗位或部门编号形如 role.operator');
export const blankId = z.string().regex(/^[a-z_]+(\.[a-z0-9_]+)+$/u, '待补充编号形如 contacts.hotline');
export const contradictionId = z.string().regex(/^cf\.[a-z0-9-]+$/u, '差异编号形如 cf.urgent-response-time');

/** A service of the contract by its id, or `all` for what concerns every service. The ids stand in data/registers/services.csv. */
export const serviceId = z.string().regex(/^[a-z]+$/u, '服务代码形如 cleaning，或 all');

/** Line numbers of the source plan, for tracing a fact back. */
export const sourceLines = z.array(z.int().positive());
