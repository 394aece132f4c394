import { type Outcome, problem } from '../problem/problem.ts';

export type Encoding = 'UTF-8' | 'UTF-8（含 BOM）' | 'UTF-16' | 'GB18030';

/** A file's text without its byte order mark, and the encoding it was read in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const saveAs = '请在 Excel 或 WPS 中打开，选“另存为 → CSV UTF-8（逗号分隔）”后重新提交';

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

const magics: readonly (readonly [kind: string, magic: readonly number[]])[] = [
  ['Excel 或 WPS 工作簿', [0x50, 0x4b, 0x03, 0x04]],
  ['Excel 或 WPS 工作簿', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF 文件', [0x25, 0x50, 0x44, 0x46]],
  ['压缩包', [0x52, 0x61, 0x72, 0x21]],
  ['压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
  ['压缩包', [0x1f, 0x8b]],
  ['图片', [0x89, 0x50, 0x4e, 0x47]],
  ['图片', [0xff, 0xd8, 0xff]],
  ['文字处理文档', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** One of these, `<` and `:`, stands at the beginning of every web page. */
const pageSigns = [0x3c, 0x3a];

/** What a renamed file really is, told by its first bytes; null for anything that may be text. */
function disguise(bytes: Uint8Array): string | null {
  const known = magics.find(([, magic]) => startsWith(bytes, magic));
  if (known !== undefined) return known[0];
  const start = bytes.subarray(0, 32);
  if (!pageSigns.some((sign) => start.includes(sign))) return null;
  const head = String.fromCharCode(...start).toLowerCase();
  return /^[^a-z0-9]{0,8}(<(!doctype|html|table|\?xml)|mime-version:)/u.test(head) ? '网页' : null;
}

/** The text without a fault and without a character 0, which no table holds; it is looked for here because a text is searched faster than bytes. */
function strict(label: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/**
 * Bytes to text, in the order magic bytes, byte order mark, strict UTF-8, strict GB18030; a NUL is refused in each. Decoding without
 * error proves nothing for GB18030: whether the known headers appear is for the caller to see.
 * Reports `file/encoding` (value null) and `file/decoded`.
 */
export function decode(bytes: Uint8Array, file: string): Outcome<Decoded | null> {
  const refuse = (message: string, line?: number) => ({
    value: null,
    problems: [problem('file/encoding', { file, ...(line === undefined ? {} : { line }) }, message, saveAs)],
  });
  const kind = disguise(bytes);
  if (kind !== null) return refuse(`这是${kind}（扩展名被改为 .csv），不是 CSV 文件`);
  const decoded = decodeText(bytes);
  if (decoded === null) return refuse(whyUnreadable(bytes));
  const lost = firstLoss(decoded.text);
  if (lost !== null) {
    const message = `第${lost.line}行有“${lost.sign}”：有的字在上一次转换时已经丢失，无法还原`;
    return refuse(message, lost.line);
  }
  const lossless = decoded.encoding === 'GB18030' || decoded.encoding === 'UTF-16';
  return {
    value: decoded,
    problems: lossless ? [problem('file/decoded', { file }, `文件编码为 ${decoded.encoding}，已无损转换为 UTF-8`)] : [],
  };
}

function decodeText(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return wrap(strict('utf-8', bytes), 'UTF-8（含 BOM）');
  if (startsWith(bytes, [0xff, 0xfe])) return wrap(strict('utf-16le', bytes), 'UTF-16');
  if (startsWith(bytes, [0xfe, 0xff])) return wrap(strict('utf-16be', bytes), 'UTF-16');
  const utf8 = strict('utf-8', bytes);
  return utf8 === null ? wrap(strict('gb18030', bytes), 'GB18030') : wrap(utf8, 'UTF-8');
}

const wrap = (text: string | null, encoding: Encoding): Decoded | null => (text === null ? null : { text, encoding });

/** U+FFFD, and what GBK makes of its bytes: what an earlier conversion could not read. */
function firstLoss(text: string): { readonly sign: string; readonly line: number } | null {
  for (const sign of ['\ufffd', '锟斤拷']) {
    const at = text.indexOf(sign);
    if (at !== -1) return { sign, line: text.slice(0, at).split(/\r\n?|\n/u).length };
  }
  return null;
}

/** Bytes in which every second byte is often 0 are UTF-16 whose mark is missing; any other 0 is damage. */
function whyUnreadable(bytes: Uint8Array): string {
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (isUtf16) return '文件标明是 UTF-16，但有空字符或不合 UTF-16 规则的字节，可能已损坏';
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const sided = Math.max(even, odd) > 4 * Math.min(even, odd) && Math.max(even, odd) * 50 > head.length;
  if (sided) return '文件是 UTF-16 文本，但没有字节序标记，不能确定怎样读';
  if (even + odd > 0) return '文件里有空字节，可能已损坏，不是 CSV 文本';
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return '文件标明是 UTF-8，但有不合 UTF-8 规则的字节，可能已损坏';
  return strict('big5', bytes) === null
    ? '无法确认文件编码：不是 UTF-8，也不是 GB18030，可能已损坏'
    : '无法确认文件编码：可能是繁体 Big5';
}
