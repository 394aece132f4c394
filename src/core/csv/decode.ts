import { type Outcome, problem } from '../problem/problem.ts';

export type Encoding = 'UTF-8' | 'UTF-8（含 BOM）' | 'UTF-16' | 'GB18030';

/** A file's text without its byte order mark, and the encoding it was read in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const saveAs = '请在 Excel 或 WPS 中打开，选“另存为 → CSV UTF-8（逗号分隔）”后重新提交';

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

/** What a renamed file really is, told by its first bytes; null for anything that may be text. */
function disguise(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'Excel 或 WPS 工作簿';
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'PDF 文件';
  const head = String.fromCharCode(...bytes.subarray(0, 256)).toLowerCase();
  return /^[^a-z0-9]{0,8}<(!doctype|html|table|\?xml)/u.test(head) ? '网页' : null;
}

function strict(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Bytes to text, in the order magic bytes, byte order mark, NUL bytes, strict UTF-8, strict GB18030. Decoding without
 * error proves nothing for GB18030: whether the known headers appear is for the caller to see.
 * Reports `file/encoding` (value null) and `file/decoded`.
 */
export function decode(bytes: Uint8Array, file: string): Outcome<Decoded | null> {
  const kind = disguise(bytes);
  if (kind !== null) {
    return {
      value: null,
      problems: [problem('file/encoding', { file }, `这是${kind}（扩展名被改为 .csv），不是 CSV 文件`, saveAs)],
    };
  }
  const decoded = decodeText(bytes);
  if (decoded === null) {
    return {
      value: null,
      problems: [problem('file/encoding', { file }, '无法确认文件编码（可能是繁体 Big5，或文件已损坏）', saveAs)],
    };
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
  if (bytes.includes(0)) return null;
  const utf8 = strict('utf-8', bytes);
  return utf8 === null ? wrap(strict('gb18030', bytes), 'GB18030') : wrap(utf8, 'UTF-8');
}

function wrap(text: string | null, encoding: Encoding): Decoded | null {
  return text === null || text.includes('\ufffd') ? null : { text, encoding };
}
