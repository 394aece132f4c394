import { z } from 'zod';
import { dateText, words } from './text.ts';

const address = /^\/(?:[\p{L}\p{N}._~-]+\/)*$/u;

/** content/organisation/redirects.mdx: where pages went whose address has changed. Addresses are permanent, so none is ever removed. */
export const redirectsSchema = z.strictObject({
  title: words,
  updated: dateText,
  redirects: z.array(
    z.strictObject({
      from: z
        .string()
        .regex(address, '原地址形如 /plan/old-section/')
        .refine((text) => text !== '/', '首页不能改指'),
      to: z
        .string()
        .regex(
          new RegExp(`${address.source.slice(0, -1)}(?:#\\S+)?$`, 'u'),
          '新地址形如 /plan/new-section/ 或 /plan/new-section/#5.1-2',
        ),
      reason: words,
    }),
  ),
});
