import { z } from 'zod';
import { dateText, words } from './text.ts';

export const contractFile = 'content/contract.mdx';

/** content/contract.mdx: who serves whom, since when, and the few settings that belong to the contract. */
export const contractSchema = z.strictObject({
  title: words,
  contractor: words,
  client: words,
  premises: words,
  /** First day of service; months before it are not asked for. */
  start: dateText.refine((date) => date >= '2000-01-01', '起始日期早于 2000 年，请核对'),
  /** Below this many cases a page says that the sample is small. */
  smallSample: z.int().positive(),
  /** Logs of a month are due on this day of the next month. */
  deliveryDay: z.int().min(1).max(28),
  updated: dateText,
});
export type Contract = z.infer<typeof contractSchema>;
