import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSigners } from '../src/core/documents/signers.ts';
import { readSeals } from '../src/core/seals/reading.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { loadProject } from '../src/disk/project.ts';
import { checkSignatures, signersIn } from '../src/disk/signatures.ts';
import { Copy } from './copy.ts';

const month = '2026-09';
const seal = `data/${month}/seal.yaml`;
const signers = 'content/organisation/allowed_signers';
const [preparing, approving] = ['GL-01', 'ZJ-01'];

const work: (() => void)[] = [];
const copy = new Copy((each) => work.push(each));
/** Keys outside the contract's folder, as people keep them. */
const key = (name: string) => copy.path(`../${copy.root.split('/').at(-1)}-${name}`);
const publicKey = (name: string) =>
  readFileSync(`${key(name)}.pub`, 'utf8')
    .split(' ')
    .slice(0, 2)
    .join(' ')
    .trim();
const names = ['preparer', 'approver', 'stranger'];

/** What is found of signatures and of who may sign, as the check finds it. */
function found(): string[] {
  const [content, data] = [contentFiles(copy.root), dataFiles(copy.root)];
  const posts = new Set([preparing, approving]);
  const problems = [...checkSigners(content, posts), ...checkSignatures(readSeals(data).value, data, signersIn(content))];
  return problems.map(({ code, file, message }) => `${code} ${file} ${message}`);
}
const sign = (post: string, name: string) => copy.run('node', ['scripts/sign.ts', month, '--post', post, '--key', key(name)]);

/** Runs a piece with a file changed, and puts the file back. */
function withFile<T>(file: string, change: (text: string) => string, run: () => T): T {
  const bytes = readFileSync(copy.path(file));
  copy.write(file, change(bytes.toString('utf8')));
  try {
    return run();
  } finally {
    writeFileSync(copy.path(file), bytes);
  }
}

beforeAll(() => {
  for (const name of names) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'someone@host', '-f', key(name)]);
  copy.replace('content/contract.mdx', 'deliveryDay: 5', `deliveryDay: 5\nsigning: [${preparing}, ${approving}]`);
  const line = (post: string, name: string) => `${post} namespaces="service-ledger" ${publicKey(name)}\n`;
  copy.write(signers, `${line(preparing, 'preparer')}${line(approving, 'approver')}`);
  // What is signed is one month's seal: that month and the running one are enough, and the first is issued to be sealed.
  copy.keepMonths(2);
  const report = `content/reports/${month}.mdx`;
  copy.replace(report, 'status: reviewed', 'status: issued');
  copy.replace(report, 'issued: null', 'issued: "2026-10-08"');
  const sealed = copy.run('node', ['scripts/seal.ts', month, '--post', preparing]);
  if (sealed.code !== 0) throw new Error(sealed.output);
  return () => {
    for (const each of work) each();
    for (const name of names) for (const end of ['', '.pub']) rmSync(`${key(name)}${end}`, { force: true });
  };
}, 120_000);

describe('a contract that asks for signatures', () => {
  it('waits for every post that it names, of the month that was sealed since', () => {
    expect(found()).toEqual([
      `seal/unsigned ${seal} 岗位 ${preparing} 还没有签名`,
      `seal/unsigned ${seal} 岗位 ${approving} 还没有签名`,
    ]);
  });

  it('takes no signature by a key that is not the post’s', () => {
    const { code, output } = sign(approving, 'preparer');
    expect([code, output]).toEqual([1, expect.stringContaining('签名不会被承认，没有写入')]);
    expect(copy.has(`data/${month}/seal.${approving}.sig`)).toBe(false);
  });

  it('is content when all have signed, and what they signed is what OpenSSH verifies', () => {
    expect([sign(preparing, 'preparer').code, sign(approving, 'approver').code]).toEqual([0, 0]);
    expect(found()).toEqual([]);
    const verify = (file: string) =>
      execFileSync(
        'ssh-keygen',
        ['-Y', 'verify', '-n', 'service-ledger', '-I', approving, '-f', copy.path(signers), '-s', copy.path(file)],
        { input: readFileSync(copy.path(seal)), stdio: ['pipe', 'pipe', 'pipe'], encoding: 'utf8' },
      );
    expect(verify(`data/${month}/seal.${approving}.sig`)).toContain(`Good "service-ledger" signature for ${approving}`);
    expect(() => verify(`data/${month}/seal.${preparing}.sig`)).toThrow();
    expect(sign(approving, 'approver').output).toContain('已经签过');
  });

  it('stops when a signature, the list or what was signed is changed', () => {
    const signature = `data/${month}/seal.${approving}.sig`;
    const wrong = expect.stringContaining(`seal/signature ${signature} 不是岗位 ${approving} 对这份封存的签名`);
    const swapped = () => readFileSync(copy.path(`data/${month}/seal.${preparing}.sig`), 'utf8');
    expect(withFile(signature, swapped, found)).toEqual([wrong]);
    expect(withFile(signers, (text) => text.replace(publicKey('approver'), publicKey('stranger')), found)).toEqual([wrong]);
    expect(withFile(seal, (text) => `${text}# \n`, found)).toContainEqual(wrong);
    expect(withFile(signers, (text) => text.replace(publicKey('approver'), publicKey('preparer')), found)).toContainEqual(
      expect.stringContaining(`signers/line ${signers} 岗位 ${approving} 与第1行的 ${preparing} 用同一把公钥`),
    );
  });

  it('does not forget who had to sign when the contract no longer says so, or a signature is taken away', () => {
    const unsigned = `seal/unsigned ${seal} 岗位 ${approving} 还没有签名`;
    const signature = readFileSync(copy.path(`data/${month}/seal.${approving}.sig`));
    copy.remove(`data/${month}/seal.${approving}.sig`);
    const without = (text: string) => text.replace(/^signing: .*\n/mu, '');
    expect(found()).toEqual([unsigned]);
    expect(withFile('content/contract.mdx', without, found)).toEqual([unsigned]);
    writeFileSync(copy.path(`data/${month}/seal.${approving}.sig`), signature);
    expect(found()).toEqual([]);
  });

  it('says that it could not verify where there is no ssh-keygen, and does not say that all is well', () => {
    const { output } = copy.run('node', ['scripts/check.ts'], { PATH: copy.path('node_modules/.bin') });
    expect(output).toContain(`data/${month}/seal.${approving}.sig  警告  seal/unverified  没有 ssh-keygen`);
  });

  it('reports posts that it does not have, and a signature of nothing', () => {
    const unknown = (text: string) => text.replace(`[${preparing}, ${approving}]`, `[${preparing}, X-99]`);
    const problems = withFile('content/contract.mdx', unknown, () => loadProject(copy.root).problems);
    const told = problems.map(({ code, file, message }) => `${code} ${file} ${message}`);
    expect(told).toContain('reference/unknown content/contract.mdx 没有岗位代码“X-99”');
    expect(told.filter((each) => each.startsWith('seal/'))).toEqual([]);
    copy.write(`data/${month}/amendment-1.${approving}.sig`, 'x');
    expect(found()).toEqual([`seal/signature data/${month}/amendment-1.${approving}.sig 没有它所签的封存或修订`]);
    copy.remove(`data/${month}/amendment-1.${approving}.sig`);
  });
});
