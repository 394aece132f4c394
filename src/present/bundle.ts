import { pack } from '../core/bundle/archive.ts';
import { type BundleSources, bundleFiles } from '../core/bundle/contents.ts';
import { inBundle } from '../core/bundle/layout.ts';
import { sumsName } from '../core/bundle/sums.ts';
import type { Contract } from '../core/documents/contract.ts';
import type { Provenance } from '../core/documents/provenance.ts';
import { namespace } from '../core/documents/signers.ts';
import type { SealedMonth } from '../core/seals/seal.ts';
import { linksOf } from '../core/seals/signing.ts';
import { dateWords, monthWords } from './dates.ts';
import { grouped } from './seal.ts';

/** README.txt: what the bundle is, and how anybody checks it without this site. Windows shows its lines as they are. */
function noteText({ title }: Contract, { label, note }: Provenance, sealed: SealedMonth): string {
  const { month } = sealed.seal;
  const links = linksOf(sealed).map(({ file, link }) => {
    const name = 'number' in link ? `修订${link.number}（${link.reason}）` : '封存';
    return `${name}：${dateWords(link.date)}，岗位 ${link.post}，文件 ${file}\n  ${grouped(link.digest)}`;
  });
  const lines = [
    `${title}：${monthWords(month)}凭据包`,
    `数据性质：${label}。${note}`,
    '',
    '一、里面有什么',
    `data/${month}/        当月交付的台账和清单、封存（seal.yaml）、修订（amendment-*.yaml）、签名（*.sig），原样`,
    'definitions/         结论所依据的指标、目标、台账定义、条款、承诺和合同条件，封存时的内容',
    'registers/           当月用到的名录、排期和日历各行；不公开的文件只列登记的摘要',
    'rows/                当月用到的邻月各行（跨月的周和季度）',
    `${inBundle.results}         各项指标的结论和数值`,
    'reports/             已签发的报告文字',
    `${sumsName}           以上各文件的 SHA-256`,
    '',
    '二、怎样核对',
    `1. 文件是否完整：在解开的文件夹里运行 sha256sum -c ${sumsName}，每行都应是 OK（macOS：shasum -a 256 -c ${sumsName}）。`,
    '2. 内容是否与封存一致、属于哪个月：在网站的“台账校验”页放入这个 zip，或运行 npm run verify -- 本文件。浏览器在本机核对，不上传。',
    `3. 签名（有 *.sig 时）：ssh-keygen -Y verify -n ${namespace} -I 岗位代码 -f ${inBundle.signers} -s data/${month}/seal.岗位代码.sig < data/${month}/seal.yaml`,
    `   包里的 ${inBundle.signers} 只供方便，请用自己另存的公钥名单核对。`,
    '4. 与手里的纸质报告是否一致：报告首页和签字处印有下面的摘要。',
    '',
    '三、摘要',
    ...links,
    '',
  ];
  return lines.join('\r\n').replace(/\r?\n/gu, '\r\n');
}

/** A sealed month's bundle as bytes. The same state of a contract makes the same bytes. */
export function bundleBytes(sources: Omit<BundleSources, 'note'>): Uint8Array<ArrayBuffer> {
  const { contract, provenance } = sources.states.project;
  return pack(bundleFiles({ ...sources, note: noteText(contract, provenance, sources.sealed) }));
}
