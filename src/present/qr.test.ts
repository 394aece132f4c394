import { correction, generate } from 'lean-qr';
import { expect, it } from 'vitest';
import { qrPath } from './qr.ts';

it('draws every dark square of the code, and no other', () => {
  const address = 'https://ledger.example/compliance/2026-10/cleaning.overall.completion/';
  const { size, path } = qrPath(address);
  const dark = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/gu))
    for (let at = 0; at < Number(width); at += 1) dark.add(`${Number(x) + at} ${y}`);
  expect(path.replace(/M\d+ \d+h\d+/gu, '')).toBe('');
  const code = generate(address, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  const all = Array.from({ length: size * size }, (_, at) => ({ x: at % size, y: Math.floor(at / size) }));
  expect(all.filter(({ x, y }) => code.get(x, y) !== dark.has(`${x} ${y}`))).toEqual([]);
  // The three corners that a reader looks for, and the timing between them (ISO/IEC 18004, 6.3.3 and 6.3.5).
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const)
    expect(['0 0', '6 6', '3 3'].every((each) => dark.has(`${x + Number(each[0])} ${y + Number(each[2])}`))).toBe(true);
  expect([8, 9, 10].map((at) => dark.has(`${at} 6`))).toEqual([true, false, true]);
});
