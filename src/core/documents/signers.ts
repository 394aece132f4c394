import { type Outcome, type Problem, problem } from '../problem/problem.ts';
import type { ContentFiles } from './library.ts';

/** Who may sign for which post, in OpenSSH's own format: `ssh-keygen -Y verify` reads the same file. */
export const signersFile = 'content/organisation/allowed_signers';

/** What signatures of a ledger are for: one made for another use does not count here. */
export const namespace = 'service-ledger';

/** A post's public key. */
interface Signer {
  readonly post: string;
  readonly key: string;
  readonly line: number;
}

/** Options that limit a key; any other, such as that it vouches for further keys, is refused. */
const option = '(?:namespaces|valid-after|valid-before)="[^"]*"';
const linePattern = new RegExp(
  String.raw`^(\S+) (?:${option}(?:,${option})* )?((?:ssh|ecdsa|sk)-\S+ [A-Za-z0-9+/]+=*)(\s.*)?$`,
  'u',
);

function signerOn(text: string, line: number): Outcome<Signer | null> {
  const fault = (message: string, hint: string): Outcome<null> => ({
    value: null,
    problems: [problem('signers/line', { file: signersFile, line }, message, hint)],
  });
  const form = `写成一行：岗位代码 namespaces="${namespace}" 公钥类型 公钥，只用空格分开`;
  const [, post = '', key = '', rest = ''] = linePattern.exec(text) ?? [];
  if (key === '') return fault('这一行不是一个岗位的公钥', form);
  if (rest.trim() !== '')
    return fault('公钥后面还写了别的字，那里常有姓名、邮箱或电脑名', '删去公钥后面的字：公布的名单只写岗位');
  return { value: { post, key, line }, problems: [] };
}

/** Keys that two posts share: whoever holds one would prepare and approve alone. */
const sharedKeys = (signers: readonly Signer[]): Problem[] =>
  signers.flatMap(({ post, key, line }) => {
    const other = signers.find((each) => each.key === key && each.post !== post && each.line < line);
    if (other === undefined) return [];
    const message = `岗位 ${post} 与第${other.line}行的 ${other.post} 用同一把公钥，一个人就能编制又审批`;
    return [problem('signers/line', { file: signersFile, line }, message, '每个岗位用自己的密钥')];
  });

/** What is wrong with the list: a contract without one has nobody who signs. Reports `signers/line`. */
export function checkSigners(files: ContentFiles, posts: ReadonlySet<string>): Problem[] {
  const lines = (files.get(signersFile) ?? '').split('\n').map((text, at) => ({ text: text.replace(/\r$/u, ''), line: at + 1 }));
  const read = lines.filter(({ text }) => text !== '' && !text.startsWith('#')).map(({ text, line }) => signerOn(text, line));
  const signers = read.flatMap(({ value }) => (value === null ? [] : [value]));
  const unknown = signers
    .filter(({ post }) => !posts.has(post))
    .map(({ post, line }) =>
      problem('signers/line', { file: signersFile, line }, `岗位名录里没有“${post}”`, '一行写一个岗位的代码，与岗位名录一致'),
    );
  return [...read.flatMap(({ problems }) => problems), ...unknown, ...sharedKeys(signers)];
}
