import { describe, expect, it } from 'vitest';
import { isSealList, type SealList, sealsBy, typedDigest } from './lookup.ts';

const digest = (beginning: string) => beginning.padEnd(64, '0');
const list: SealList = {
  seals: [
    { month: '2026-08', date: '2026-09-08', post: 'A-1', before: null, digest: digest('3f2a91c0aa'), amendments: [] },
    {
      month: '2026-09',
      date: '2026-10-08',
      post: 'A-1',
      before: digest('3f2a91c0aa'),
      digest: digest('3f2a91c0bb'),
      amendments: [{ number: 1, date: '2026-11-30', post: 'A-2', digest: digest('77aa') }],
    },
  ],
};
const found = (typed: string) =>
  sealsBy(list, typedDigest(typed) ?? 'none').map(({ seal, amendment }) => [seal.month, amendment]);

describe('a digest typed from paper', () => {
  it('is read without the blanks between its groups, in either case and width', () => {
    expect(typedDigest(' 3F2A 91c0\n')).toBe('3f2a91c0');
    expect(typedDigest('３ｆ２ａ-９１ｃ０')).toBe('3f2a91c0');
    for (const text of ['3f2a 91c', '', '3f2a 91g0', digest('3f').concat('0')]) expect(typedDigest(text)).toBeNull();
  });

  it('finds every seal and amendment that begins with it', () => {
    expect(found('3f2a 91c0')).toEqual([
      ['2026-08', null],
      ['2026-09', null],
    ]);
    expect(found('3f2a 91c0 bb')).toEqual([['2026-09', null]]);
    expect(found('77aa 0000')).toEqual([['2026-09', 1]]);
    expect(found('77aa 0001')).toEqual([]);
    expect(found(digest('3f2a91c0aa'))).toEqual([['2026-08', null]]);
  });
});

it('takes for a list of seals what is one', () => {
  expect(isSealList(JSON.parse(JSON.stringify(list)))).toBe(true);
  for (const other of [null, [], {}, { seals: [{}] }, { seals: [{ ...list.seals[0], digest: 1 }] }])
    expect(isSealList(other)).toBe(false);
});
