import { amendmentFile, sealFile, signatureFile, signatureIn } from '../ledger/seal-file.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Seals } from './reading.ts';
import type { Amendment, Seal, SealedMonth } from './seal.ts';

/** A seal or an amendment with the file in which it stands. */
export interface Signed {
  readonly file: string;
  readonly link: Seal | Amendment;
  /** The posts that must sign it: an amendment needs the signatures that the seal needed, whatever the contract says by then. */
  readonly posts: readonly string[];
}

/** What of a sealed month is signed: its seal and each of its amendments. */
export const linksOf = ({ seal, amendments }: SealedMonth): Signed[] => [
  { file: sealFile(seal.month), link: seal, posts: seal.signing ?? [] },
  ...amendments.map((link) => ({
    file: amendmentFile(link.month, link.number),
    link,
    posts: [...new Set([...(seal.signing ?? []), ...(link.signing ?? [])])],
  })),
];

/** A signature file with the seal or amendment that it signs, and the post whose it says it is. */
export interface PostSignature extends Signed {
  readonly signature: string;
  readonly post: string;
}

/** The signatures among some files that sign something. */
export function signaturesIn(seals: Seals, files: Iterable<string>): PostSignature[] {
  const links = new Map([...seals.values()].flatMap(linksOf).map((each) => [each.file, each]));
  return [...files].flatMap((signature) => {
    const named = signatureIn(signature);
    const signed = named === null ? undefined : links.get(named.signed);
    return named === null || signed === undefined ? [] : [{ ...signed, signature, post: named.post }];
  });
}

/** Posts that must have signed and have not: `seal/unsigned`. Who prepares a seal does not approve it alone. */
function unsigned({ file, link: { post, month }, posts }: Signed, files: ReadonlySet<string>): Problem[] {
  const missing = posts.filter((each) => !files.has(signatureFile(file, each)));
  const hint = `由该岗位运行 npm run sign -- ${month} --post 岗位代码 --key 私钥文件`;
  const lone =
    posts.length > 0 && posts.every((each) => each === post)
      ? [problem('seal/unsigned', { file }, `只有编制的岗位 ${post} 签名，没有别的岗位审批`, '合同的 signing 里要有另一个岗位')]
      : [];
  return [...missing.map((each) => problem('seal/unsigned', { file }, `岗位 ${each} 还没有签名`, hint)), ...lone];
}

/** Signatures that must be there and are not (`seal/unsigned`), and those of nothing (`seal/signature`). */
export function checkSigned(seals: Seals, all: Iterable<string>): Problem[] {
  const files = new Set(all);
  const links = [...seals.values()].flatMap(linksOf);
  const known = new Set(links.map(({ file }) => file));
  const orphans = [...files].filter((file) => {
    const named = signatureIn(file);
    return named !== null && !known.has(named.signed);
  });
  return [
    ...links.flatMap((each) => unsigned(each, files)),
    ...orphans.map((file) =>
      problem('seal/signature', { file }, '没有它所签的封存或修订', '移走这个签名；封存被删去的，从 git 历史恢复'),
    ),
  ];
}
