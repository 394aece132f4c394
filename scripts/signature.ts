import { dateText } from '../src/core/documents/text.ts';
import type { Project } from '../src/core/project/project.ts';
import { misused } from './arguments.ts';

/** Ends a command that does nothing, and says why. */
export function refuse(...lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

/** The post that signs: one of the register of posts. */
export function knownPost({ ledger }: Project, post: string | undefined, usage: string): string {
  if (post === undefined) misused('没有写岗位：--post 岗位代码', usage);
  const posts = [...(ledger.registers.get('posts')?.byId.keys() ?? [])];
  if (!posts.includes(post)) misused(`岗位名录里没有“${post}”，可写 ${posts.join('、')}`, usage);
  return post;
}

/** A date that was named; null where none was. */
export function knownDate(date: string | undefined, usage: string): string | null {
  if (date === undefined) return null;
  return dateText.safeParse(date).success ? date : misused(`“${date}”不是日期，写成 2026-10-08`, usage);
}
