import type { ReadBundle } from '../core/bundle/verify.ts';
import type { Problem } from '../core/problem/problem.ts';
import {
  type Found,
  fewestDigits,
  type SealList,
  type Standing,
  sealsBy,
  standingIn,
  typedDigest,
} from '../core/seals/lookup.ts';
import { linksOf, signaturesIn } from '../core/seals/signing.ts';
import { dateWords, monthWords } from './dates.ts';
import { grouped } from './seal.ts';

/** What is said of a bundle or of a typed digest: whether it may be relied on, in one sentence, and the particulars. */
export interface Judged {
  readonly sound: boolean;
  readonly sentence: string;
  readonly lines: readonly string[];
}

/** How a bundle's seal stands to the one known at a place, which is called `where`. */
function standingWords(standing: Standing, where: string): string {
  switch (standing.kind) {
    case 'current':
      return `与${where}的封存是同一份`;
    case 'amended-since':
      return `是${where}的封存，但此后又修订${standing.amendments}次：请另取最新的包，看修订前后的值`;
    case 'other':
      return `与${where}的封存不是同一份：两者之一被换过，请与手里的纸质件核对摘要`;
    case 'unknown':
      return `${where}没有这个月的封存`;
  }
}

/** Which months are known elsewhere, and what that place is called. */
export interface Known {
  readonly list: SealList;
  readonly where: string;
}

/** What a bundle is worth. `known` is null where there is nothing to compare it with. */
export function judgedBundle(read: ReadBundle | null, problems: readonly Problem[], known: Known | null): Judged {
  const found = problems.map(({ file, message }) => `${file}：${message}`);
  if (read === null || problems.length > 0)
    return { sound: false, sentence: '这个包不能作为凭据。', lines: found.length === 0 ? ['不能读取'] : found };
  const { sealed, files } = read;
  const { month } = sealed.seal;
  const links = linksOf(sealed).map(({ link }) => {
    const what = 'number' in link ? `修订${link.number}（理由：${link.reason}）` : '封存';
    return `${what}：${dateWords(link.date)}，岗位 ${link.post}，摘要 ${grouped(link.digest)}`;
  });
  const signed = signaturesIn(new Map([[month, sealed]]), files.keys()).map(({ post }) => post);
  const standing = known === null ? null : standingIn(known.list, sealed);
  return {
    sound: standing === null || standing.kind === 'current' || standing.kind === 'amended-since',
    sentence: `包是完整的：${files.size}个文件都与清单和封存相符，是${monthWords(month)}的数据、规定和结论。`,
    lines: [
      ...links,
      ...(known === null || standing === null ? [] : [`${standingWords(standing, known.where)}。`]),
      ...(signed.length === 0 ? [] : [`附有岗位 ${[...new Set(signed)].join('、')} 的签名，签名须用 ssh-keygen 核对。`]),
    ],
  };
}

function foundWords({ seal, amendment, digest }: Found): string {
  const later = seal.amendments.length - (amendment ?? 0);
  const what = amendment === null ? '封存' : `修订${amendment}`;
  const since = later === 0 ? '此后没有修订' : `此后修订${later}次，现在的值与纸质件不同的列在该月报告里`;
  return `${monthWords(seal.month)}的${what}（${dateWords(seal.date)}封存，岗位 ${seal.post}），${since}。完整摘要 ${grouped(digest)}`;
}

/** What a digest is of that was typed from paper. */
export function judgedDigest(text: string, { list, where }: Known): Judged {
  const digits = typedDigest(text);
  if (digits === null)
    return {
      sound: false,
      sentence: `请输入摘要的前${fewestDigits}位以上，只有数字 0 至 9 和字母 a 至 f，空格不计。`,
      lines: [],
    };
  const found = sealsBy(list, digits);
  if (found.length === 0)
    return {
      sound: false,
      sentence: `${where}没有以 ${grouped(digits)} 开头的摘要：请核对输入；确实不同的，这张纸不是由${where}的数据印出的。`,
      lines: [],
    };
  return { sound: true, sentence: `${where}有这个摘要。`, lines: found.map(foundWords) };
}
