import { zipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import { type BundleFiles, bytesOfText, pack, unpack } from './archive.ts';

const files: BundleFiles = new Map([
  ['说明.txt', bytesOfText('乙\n')],
  ['data/2026-09/checks.csv', bytesOfText('\ufeff日期,结果\r\n2026-09-01,合格\r\n')],
]);
const messages = (bytes: Uint8Array) => unpack('bundle.zip', bytes).problems.map(({ code, message }) => `${code} ${message}`);

describe('a bundle as a zip', () => {
  it('comes back as it was put in', () => {
    const { value, problems } = unpack('bundle.zip', pack(files));
    expect(problems).toEqual([]);
    expect([...(value ?? [])]).toEqual([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  });

  it('has the same bytes whatever the order of its files', () => {
    expect(pack(new Map([...files].reverse()))).toEqual(pack(files));
  });

  it('is refused when it was cut off or is no zip', () => {
    const bytes = pack(files);
    for (const broken of [bytes.subarray(0, bytes.length - 40), bytesOfText('<html>'), new Uint8Array()])
      expect(messages(broken)).toEqual(['bundle/unreadable 不是完整的 zip 文件：没有下载完，或在途中损坏']);
  });

  it('is refused when a path would leave its folder', () => {
    for (const path of ['../x.csv', '/etc/x', 'a/../../x', 'C:\\x', 'a\\x', 'a//b'])
      expect(messages(zipSync({ [path]: bytesOfText('x') }))).toEqual([
        `bundle/unreadable 包里的文件名“${path}”会写到别的文件夹`,
      ]);
  });

  it('is refused when two of its files have one path', () => {
    const bytes = zipSync({ 'a.csv': bytesOfText('x'), 'b.csv': bytesOfText('y') });
    const renamed = bytes.map((byte, at) => (byte === 0x62 && bytes[at + 1] === 0x2e ? 0x61 : byte));
    expect(messages(renamed)).toEqual(['bundle/unreadable 包里有两个文件都叫“a.csv”，不同的软件会看到不同的内容']);
  });
});
