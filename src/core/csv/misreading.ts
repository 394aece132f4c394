import type { Decoded } from './decode.ts';

/** How far into a file one looks for a reason why nothing in it is known. */
const reach = 4096;

const lenient = (label: string, bytes: Uint8Array) => new TextDecoder(label).decode(bytes);

/** Signs that tables in traditional characters are full of and tables in simplified characters are not. */
const traditional = new Set('時間編號區網點結備註項檢查務單類別數實際應驗設維護員崗責處');

const han = /\p{Script=Han}/u;

/** The byte of a character in the Western code page 1252, into which damaged files are often read. */
function westernBytes(text: string): Uint8Array {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [lenient('windows-1252', Uint8Array.of(byte)), byte] as const));
  return Uint8Array.from(text, (sign) => table.get(sign) ?? sign.charCodeAt(0) & 0xff);
}

/** What GBK makes of a name's UTF-8 bytes, without the end, which depends on what follows. */
const asGbk = (name: string) => lenient('gb18030', new TextEncoder().encode(name)).slice(0, -1);

/** Whether the double bytes are mostly those of everyday Chinese: punctuation and the first level of GB 2312. */
function looksChinese(bytes: Uint8Array): boolean {
  let [common, all] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all += 1;
    if ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7)) common += 1;
    at += 1;
  }
  return common * 10 >= all * 8;
}

/**
 * Why a text in which none of the known headers stands was misread, as the message of a problem; null when it reads as
 * text and simply has another header. `bytes` are the file's, `names` the headers that were looked for.
 */
export function misreading({ text, encoding }: Decoded, bytes: Uint8Array, names: readonly string[]): string | null {
  const head = text.slice(0, reach);
  const [line = ''] = head.split(/[\r\n]/u, 1);
  const shown = line.slice(0, 12);
  const has = (candidate: string) => names.find((name) => candidate.includes(name));
  if (/\?\?/u.test(line) && !han.test(line)) return `表头“${shown}”中的汉字已变成问号，原来的字已经丢失`;
  if (/[\u0080-\u024f\u2013-\u2122]{2}/u.test(line) && !han.test(line)) {
    const western = westernBytes(head);
    const name = has(lenient('gb18030', western)) ?? has(lenient('utf-8', western));
    return `表头“${shown}”是乱码${name === undefined ? '' : `，其中应有“${name}”`}：汉字被当作西文打开又保存了`;
  }
  const mistaken = names.find((name) => name.length > 1 && head.includes(asGbk(name)));
  if (mistaken !== undefined) return `表头“${shown}”是乱码，其中应有“${mistaken}”：UTF-8 被当作 GBK 打开又保存了`;
  if (encoding !== 'GB18030') return null;
  const start = bytes.subarray(0, reach);
  const big5 = [...lenient('big5', start)].filter((sign) => han.test(sign));
  if (big5.filter((sign) => traditional.has(sign)).length * 8 >= big5.length && big5.length > 0) {
    return `表头“${shown}”是乱码：文件是繁体 Big5 编码`;
  }
  return looksChinese(start) ? null : `表头“${shown}”疑似乱码，无法确认文件编码`;
}
