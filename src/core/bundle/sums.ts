import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Problem, problem } from '../problem/problem.ts';
import type { BundleFiles } from './archive.ts';

/** The list of all other files, as `sha256sum` writes and checks it. */
export const sumsName = 'SHA256SUMS';

/** SHA-256 of bytes, as hexadecimal digits. */
export const digestOfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** A line `<digest>  <path>` for each file, in code-point order. */
export const sumsText = (files: BundleFiles): string =>
  [...files]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([path, bytes]) => `${digestOfBytes(bytes)}  ${path}\n`)
    .join('');

/** Digests by path; null for a list with a line that `sha256sum` would not read. */
function readSums(text: string): ReadonlyMap<string, string> | null {
  const lines = text.split('\n').filter((line) => line !== '');
  const read = lines.map((line) => /^([0-9a-f]{64}) [ *](.+)$/u.exec(line));
  if (read.some((match) => match === null)) return null;
  return new Map(read.map((match) => [match?.[2] ?? '', match?.[1] ?? '']));
}

/** Files that differ from the list, are missing or are not listed. Reports `bundle/changed`. */
export function checkSums(files: BundleFiles): Problem[] {
  const hint = '这个包不能作为凭据，请向提供者重新索取';
  const list = files.get(sumsName);
  const sums = list === undefined ? null : readSums(new TextDecoder().decode(list));
  if (sums === null) {
    const message = list === undefined ? `包里没有 ${sumsName}` : `${sumsName} 有读不懂的行`;
    return [problem('bundle/changed', { file: sumsName }, message, hint)];
  }
  const fault = (file: string, message: string) => problem('bundle/changed', { file }, message, hint);
  const listed = [...sums].flatMap(([path, sum]) => {
    const bytes = files.get(path);
    if (bytes === undefined) return [fault(path, `${sumsName} 列出的文件不在包里`)];
    return digestOfBytes(bytes) === sum ? [] : [fault(path, `文件的内容变了：SHA-256 与 ${sumsName} 不符`)];
  });
  const unlisted = [...files.keys()].filter((path) => path !== sumsName && !sums.has(path));
  return [...listed, ...unlisted.map((path) => fault(path, `文件没有列入 ${sumsName}`))];
}
