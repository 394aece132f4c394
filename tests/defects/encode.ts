import type { Encoding } from './defect.ts';

/** Every code point of the Basic Multilingual Plane in GB18030, from the platform's own decoder turned round. */
function gb18030Table(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const table = new Map<string, readonly number[]>();
  const note = (bytes: readonly number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // Not a code point of the table.
    }
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) note([lead, trail]);
  for (let a = 0x81; a <= 0x84; a += 1)
    for (let b = 0x30; b <= 0x39; b += 1)
      for (let c = 0x81; c <= 0xfe; c += 1) for (let d = 0x30; d <= 0x39; d += 1) note([a, b, c, d]);
  return table;
}

let table: ReadonlyMap<string, readonly number[]> | null = null;

function gb18030(text: string): Uint8Array {
  table ??= gb18030Table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const encoded = code < 0x80 ? [code] : table.get(character);
    if (encoded === undefined) throw new Error(`no GB18030 for ${character}`);
    bytes.push(...encoded);
  }
  return Uint8Array.from(bytes);
}

/** A text in an encoding, as Excel, WPS or an editor on Windows writes it. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'UTF-8':
      return new TextEncoder().encode(text);
    case 'UTF-8 with BOM':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'GB18030':
      return gb18030(text);
  }
}

/** A text in UTF-16 (little-endian), with the mark that Excel's “Unicode text” begins with or without it. */
export function utf16(text: string, mark: boolean): Uint8Array {
  const units = `${mark ? '\ufeff' : ''}${text}`.split('').map((unit) => unit.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8]));
}
