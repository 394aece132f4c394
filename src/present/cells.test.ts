import { describe, expect, it } from 'vitest';
import { excerptWords } from './cells.ts';

describe('an excerpt of a row', () => {
  it('is the whole entry as long as an entry may be', () => {
    const entry = '水'.repeat(1000);
    expect(excerptWords(entry)).toBe(entry);
  });

  it('is the beginning of a longer one, and says how long that is; no character is cut in two', () => {
    const told = excerptWords(`${'水'.repeat(998)}𠬛${'火'.repeat(500)}`);
    expect(told).toMatch(/^水{998}……（原文共1500字，/u);
  });
});
