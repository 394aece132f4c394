import { z } from 'zod';
import { settlementSchema } from './settlement.ts';
import { dateText, toPost, words } from './text.ts';

export const contractFile = 'content/contract.mdx';

/** What the contract's pages call a place of service, the two parties, and the client's people; each has a word that any contract understands. */
const contractWords = z
  .strictObject({
    place: words.default('地点'),
    client: words.default('委托方'),
    contractor: words.default('受托方'),
    clientStaff: words.optional(),
  })
  .transform(({ clientStaff, ...own }) => ({ ...own, clientStaff: clientStaff ?? `${own.client}人员` }));
export type ContractWords = Readonly<z.infer<typeof contractWords>>;

/** content/contract.mdx: who serves whom, since when, and the few settings that belong to the contract. */
export const contractSchema = z.strictObject({
  title: words,
  contractor: words,
  client: words,
  premises: words,
  words: contractWords.prefault({}),
  /** First day of service; months before it are not asked for. */
  start: dateText.refine((date) => date >= '2000-01-01', '起始日期早于 2000 年，请核对'),
  /** The month in which the contract's year begins, by which years, quarters and years to date go. */
  yearStart: z.int().min(1).max(12).default(1),
  /** Below this many cases a page says that the sample is small. */
  smallSample: z.int().positive(),
  /** Logs of a month are due on this day of the next month. */
  deliveryDay: z.int().min(1).max(28),
  /** Posts that must sign every seal made from now on; without it a seal needs no signature. */
  signing: z.array(toPost).min(1).optional(),
  /** How a month's results become scores and deductions; without agreed terms nothing is deducted and no sum is named. */
  settlement: settlementSchema.optional(),
  updated: dateText,
});
export type Contract = z.infer<typeof contractSchema>;
