import { amendmentFile } from '../ledger/seal-file.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Amendment, SealedMonth } from './seal.ts';

/** Amendments are numbered from 1, and each holds the digests of the seal and of what it amends. */
function brokenAmendment({ seal, amendments }: SealedMonth, amendment: Amendment, at: number): Problem[] {
  const restore = '请从 git 历史恢复原来的文件';
  const place = { file: amendmentFile(amendment.month, amendment.number) };
  if (amendment.number !== at + 1)
    return [problem('seal/chain', place, `修订 ${amendment.number} 之前缺少修订 ${at + 1}`, restore)];
  const before = amendments[at - 1] ?? seal;
  if (amendment.seal === seal.digest && amendment.before === before.digest) return [];
  return [problem('seal/chain', place, '写明的摘要与所修订的封存不符：封存或前一次修订被换过', restore)];
}

/** Amendments of a month that do not follow one on the other: `seal/chain`. */
export const brokenAmendments = (sealed: SealedMonth): Problem[] =>
  sealed.amendments.flatMap((each, at) => brokenAmendment(sealed, each, at));
