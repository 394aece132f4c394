import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, phraseOf } from './fold.ts';

describe('folded', () => {
  it('reads full-width characters, capitals and white space alike', () => {
    expect(folded('合格率９５％（Ａ4纸）\n二')).toBe('合格率95%(a4纸) 二');
    expect(phraseOf('  卫生间　 地面 ')).toBe('卫生间 地面');
  });

  it('keeps every character in its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => folded(text).length === text.length));
    expect(folded('İA')).toHaveLength(2);
  });
});
