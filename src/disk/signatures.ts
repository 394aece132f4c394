import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namespace, signersFile } from '../core/documents/signers.ts';
import type { DataFiles } from '../core/ledger/file.ts';
import { type Problem, problem } from '../core/problem/problem.ts';
import type { Seals } from '../core/seals/reading.ts';
import { checkSigned, type PostSignature, signaturesIn } from '../core/seals/signing.ts';

/** What ssh-keygen says of a signature: that it is good, that it is not, or nothing, because there is no ssh-keygen. */
export type Verdict = { readonly state: 'good' | 'absent' } | { readonly state: 'wrong'; readonly because: string };

/** Text of the list of who may sign, and the bytes of a signature and of what it signs. */
export interface SignatureFiles {
  readonly signers: string;
  readonly signature: Uint8Array;
  readonly signed: Uint8Array;
}

/** Verifies one signature of a post, as it counted on the day of what is signed: a key may have ended since. */
export function verifySignature({ signers, signature, signed }: SignatureFiles, post: string, date: string): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-signature-'));
  try {
    writeFileSync(join(folder, 'signers'), signers);
    writeFileSync(join(folder, 'signature'), signature);
    const time = `-Overify-time=${date.replaceAll('-', '')}120000`;
    const args = ['-Y', 'verify', '-n', namespace, '-I', post, '-f', join(folder, 'signers'), '-s', join(folder, 'signature')];
    const { status, stdout, stderr, error } = spawnSync('ssh-keygen', [...args, time], {
      input: signed,
      env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' },
      encoding: 'utf8',
    });
    if (error !== undefined) return { state: 'absent' };
    if (status === 0) return { state: 'good' };
    return { state: 'wrong', because: (`${stderr}\n${stdout}`.match(/\S.*/u)?.[0] ?? '').replaceAll(folder, '') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Signs bytes for a post with a private key, in OpenSSH's own format; null with what ssh-keygen said where it could not. */
export function sign(signed: Uint8Array, key: string): { readonly signature: string | null; readonly said: string } {
  const { status, stdout, stderr, error } = spawnSync('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', namespace], {
    input: signed,
    encoding: 'utf8',
  });
  if (error !== undefined) return { signature: null, said: '这台电脑没有 ssh-keygen' };
  return { signature: status === 0 ? stdout : null, said: stderr.trim() };
}

/** The problem of one signature, if it has any. */
export function signatureProblem({ signature: file, post, link }: PostSignature, verdict: Verdict): Problem[] {
  const { month } = link;
  switch (verdict.state) {
    case 'good':
      return [];
    case 'absent':
      return [problem('seal/unverified', { file }, `没有 ssh-keygen，岗位 ${post} 的签名没有核对`, '请装上 OpenSSH 再检查')];
    case 'wrong': {
      const hint = `请从 git 历史恢复；签名作废的，移走它，由该岗位运行 npm run sign -- ${month} --post ${post} --key 私钥文件`;
      return [problem('seal/signature', { file }, `不是岗位 ${post} 对这份封存的签名（ssh-keygen：${verdict.because}）`, hint)];
    }
  }
}

/** Whether everybody who must has signed what was sealed, and every signature that is there is good. */
export function checkSignatures(seals: Seals, data: DataFiles, signers: string): Problem[] {
  const none = new Uint8Array();
  const wrong = signaturesIn(seals, data.keys()).flatMap((each) => {
    const files = { signers, signature: data.get(each.signature) ?? none, signed: data.get(each.file) ?? none };
    return signatureProblem(each, verifySignature(files, each.post, each.link.date));
  });
  return [...checkSigned(seals, data.keys()), ...wrong];
}

/** The text of a contract's list of who may sign; empty where it has none. */
export const signersIn = (content: ReadonlyMap<string, string>): string => content.get(signersFile) ?? '';
