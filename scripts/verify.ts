import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { inBundle } from '../src/core/bundle/layout.ts';
import { type ReadBundle, readBundle } from '../src/core/bundle/verify.ts';
import { visible } from '../src/core/problem/print.ts';
import { readSeals } from '../src/core/seals/reading.ts';
import { type PostSignature, signaturesIn } from '../src/core/seals/signing.ts';
import { listedSeals } from '../src/core/seals/twin.ts';
import { dataFiles } from '../src/disk/files.ts';
import { type Verdict, verifySignature } from '../src/disk/signatures.ts';
import { type Judged, judgedBundle, judgedDigest, type Known } from '../src/present/verifying.ts';
import { misused, readArguments } from './arguments.ts';
import { commitOf } from './commit.ts';
import { contractAsked, rootOption } from './contract.ts';

// `npm run verify -- bundle.zip` says whether a bundle is whole, which month it is of, and whether its seal is the one of this
// contract's folder; `--digest` looks a printed digest up. `--signers` names the reader's own list of who may sign.
const usage =
  '用法：npm run verify -- bundle.zip [--signers 公钥名单] [--root 合同文件夹]，或 npm run verify -- --digest "3f2a 91c0 …"';
const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: { digest: { type: 'string' }, signers: { type: 'string' }, ...rootOption },
});
const [file, ...more] = positionals;
if (more.length > 0 || (file === undefined) === (values.digest === undefined)) misused(usage);
for (const each of [file, values.signers]) if (each !== undefined && !existsSync(each)) misused(`没有文件 ${each}`, usage);

function known(): Known {
  const root = contractAsked(values.root);
  const seals = listedSeals(readSeals(dataFiles(root)).value);
  const commit = commitOf(root);
  const state = commit === '' ? '' : `（提交 ${commit.slice(0, 7)}${commit.endsWith('+') ? '，另有未提交的改动' : ''}）`;
  return { list: { seals }, where: `本文件夹${state}` };
}

/** What is said of one signature, and whether it may be relied on. */
interface SignatureLine {
  readonly sound: boolean;
  readonly line: string;
}

function signatureLine({ post, file }: PostSignature, verdict: Verdict, list: string): SignatureLine {
  switch (verdict.state) {
    case 'good':
      return { sound: true, line: `签名：岗位 ${post} 签了 ${file}，ssh-keygen 核对相符（名单：${list}）` };
    case 'absent':
      return { sound: true, line: `签名：岗位 ${post} 的签名没有核对，这台电脑没有 ssh-keygen` };
    case 'wrong':
      return { sound: false, line: `签名：不是岗位 ${post} 对 ${file} 的签名（ssh-keygen：${verdict.because}；名单：${list}）` };
  }
}

/** What ssh-keygen says of each signature in a bundle, by the reader's list or else by the one in the bundle. */
function signatureLines({ files, sealed }: ReadBundle): SignatureLine[] {
  const none = new Uint8Array();
  const own = values.signers === undefined ? files.get(inBundle.signers) : readFileSync(values.signers);
  const signers = new TextDecoder().decode(own ?? none);
  const list = values.signers ?? `包里的 ${inBundle.signers}，请与另存的公钥名单核对`;
  return signaturesIn(new Map([[sealed.seal.month, sealed]]), files.keys()).map((each) => {
    const parts = { signers, signature: files.get(each.signature) ?? none, signed: files.get(each.file) ?? none };
    return signatureLine(each, verifySignature(parts, each.post, each.link.date), list);
  });
}

function print({ sound, sentence, lines }: Judged): void {
  for (const line of [sentence, ...lines.map((each) => `  ${each}`)]) console.log(visible(line));
  process.exitCode = sound ? 0 : 1;
}

if (file === undefined) print(judgedDigest(values.digest ?? '', known()));
else {
  const { value, problems } = readBundle(basename(file), readFileSync(file));
  const judged = judgedBundle(value, problems, known());
  const signed = value === null || problems.length > 0 ? [] : signatureLines(value);
  const sound = judged.sound && signed.every((each) => each.sound);
  print({ ...judged, sound, lines: [...judged.lines, ...signed.map(({ line }) => line)] });
}
