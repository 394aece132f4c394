import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMonth } from '../src/core/calendar/date.ts';
import { namespace, signersFile } from '../src/core/documents/signers.ts';
import { signatureFile } from '../src/core/ledger/seal-file.ts';
import { asText } from '../src/core/problem/print.ts';
import { linksOf } from '../src/core/seals/signing.ts';
import { contentFiles } from '../src/disk/files.ts';
import { loadProject } from '../src/disk/project.ts';
import { sign, signersIn, verifySignature } from '../src/disk/signatures.ts';
import { misused, readArguments } from './arguments.ts';
import { contractAsked, rootOption } from './contract.ts';
import { knownPost, refuse } from './signature.ts';

// `npm run sign -- 2026-09 --post <post> --key ~/.ssh/ledger` signs a month's seal, and each amendment that the post has not signed
// yet, with OpenSSH. A signature that would not be accepted is not written.
const usage = '用法：npm run sign -- 2026-09 --post 岗位代码 --key 私钥文件 [--root 合同文件夹]';
const {
  values: { post: postAsked, key: keyAsked, root: rootAsked },
  positionals,
} = readArguments(usage, {
  allowPositionals: true,
  options: { post: { type: 'string' }, key: { type: 'string' }, ...rootOption },
});
const [month = '', ...more] = positionals;
if (more.length > 0 || !isMonth(month)) misused(usage);
const key = keyAsked ?? misused('没有写私钥文件：--key', usage);
if (!existsSync(key)) misused(`没有私钥文件 ${key}`, usage);
const root = contractAsked(rootAsked);
const { value, problems } = loadProject(root);
if (value === null) refuse(asText(problems, 'warning'), '内容有误，先改正再签名');
const post = knownPost(value, postAsked, usage);
const sealed = value.seals.get(month) ?? refuse(`${month} 没有封存，先运行 npm run seal`);
const awaited = ['seal/missing', 'seal/unsigned', 'seal/unverified'];
const wrong = problems.filter(({ code }) => code.startsWith('seal/') && !awaited.includes(code));
if (wrong.length > 0) refuse(asText(wrong), '有内容与封存不符，改正以前不能签名');

const open = linksOf(sealed).filter(({ file }) => !existsSync(join(root, signatureFile(file, post))));
if (open.length === 0) refuse(`岗位 ${post} 已经签过 ${month} 的封存和全部修订`);
for (const { file, link } of open) {
  const signed = readFileSync(join(root, file));
  const { signature, said } = sign(signed, key);
  if (signature === null) refuse(`没有签成：${said}`);
  const files = { signers: signersIn(contentFiles(root)), signature: new TextEncoder().encode(signature), signed };
  const verdict = verifySignature(files, post, link.date);
  if (verdict.state !== 'good')
    refuse(
      `这把私钥不在 ${signersFile} 中岗位 ${post} 的名下，签名不会被承认，没有写入`,
      `请先在 ${signersFile} 里加一行：${post} namespaces="${namespace}" 公钥类型 公钥（取自 ${key}.pub，去掉末尾的备注），提交后再签`,
    );
  writeFileSync(join(root, signatureFile(file, post)), signature, { flag: 'wx' });
  console.log(`岗位 ${post} 已签 ${file}（摘要 ${link.digest}）：${signatureFile(file, post)}`);
}
console.log('请把签名文件提交');
