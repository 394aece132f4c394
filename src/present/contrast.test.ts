import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colourOf, contrast, pairs, palettesOf, ratioWords, schemes } from './contrast.ts';

describe('contrast', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#0b5563', '#0b5563')).toBe(1);
  });

  it('agrees with published figures', () => {
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#0072b2')).toBeCloseTo(5.19, 2);
    expect(contrast('#d55e00', '#ffffff')).toBeCloseTo(3.87, 2);
  });

  it('is never rounded up to the limit', () => {
    expect(ratioWords(4.4999)).toBe('4.49');
  });
});

describe('palettes', () => {
  it('take from light what a medium does not change', () => {
    const palettes = palettesOf(
      ':root{--ink: #111111; --paper: #ffffff;} @media (prefers-color-scheme: dark) {:root{--ink: #eeeeee;}}',
    );
    expect(schemes.map((scheme) => colourOf(palettes, scheme, 'ink'))).toEqual(['#111111', '#eeeeee', '#111111']);
    expect(() => colourOf(palettes, 'dark', 'blood')).toThrow('--blood');
  });

  const tokens = palettesOf(readFileSync('src/styles/tokens.css', 'utf8'));
  it.each(schemes)('give every pair of the site the contrast it needs: %s', (scheme) => {
    const weak = pairs.filter(
      ({ front, ground, needs }) => contrast(colourOf(tokens, scheme, front), colourOf(tokens, scheme, ground)) < needs,
    );
    expect(weak).toEqual([]);
  });
});
