import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed } from '../testing/ledger.ts';
import { componentsOf } from './body.ts';

const read = (body: string) => componentsOf('content/a.mdx', body, 10);
const faults = (body: string) => {
  const { value, problems } = read(body);
  expect(value).toEqual([]);
  return placed(problems);
};

describe('componentsOf', () => {
  it('lists components in reading order with plain attributes, text and place in the file', () => {
    const { value, problems } = read(`
<Clause id="5.1-1" title="范围" line={61} open>

每日**清洁**一次，<Blank id="cleaning.times" />次。

</Clause>

- 见<Contradiction id="cf.a" />
`);
    expect(problems).toEqual([]);
    expect(value).toEqual([
      {
        name: 'Clause',
        attributes: { id: '5.1-1', title: '范围', line: '61', open: '' },
        place: { file: 'content/a.mdx', line: 11, column: 1 },
        span: [1, 101],
        text: '每日清洁一次，次。',
      },
      {
        name: 'Blank',
        attributes: { id: 'cleaning.times' },
        place: { file: 'content/a.mdx', line: 13, column: 12 },
        span: [59, 88],
        text: '',
      },
      {
        name: 'Contradiction',
        attributes: { id: 'cf.a' },
        place: { file: 'content/a.mdx', line: 17, column: 4 },
        span: [106, 133],
        text: '',
      },
    ]);
  });

  it('knows where each component begins and ends', () => {
    const body = '\n<A>\n\n甲<B id="b" />乙\n\n</A>\n\n<C />\n';
    expect(read(body).value.map(({ span }) => body.slice(...span))).toEqual([
      '<A>\n\n甲<B id="b" />乙\n\n</A>',
      '<B id="b" />',
      '<C />',
    ]);
  });

  it('finds components inside components and over several lines', () => {
    const { value } = read('<A>\n\n<B\n  id="b"\n/>\n\n<C>文</C>\n\n</A>');
    expect(value.map(({ name, place, text }) => [name, place.line, place.column, text])).toEqual([
      ['A', 10, 1, '文'],
      ['B', 12, 1, ''],
      ['C', 16, 1, '文'],
    ]);
  });

  it('leaves spreads out and takes expressions as they are written', () => {
    expect(read('<A {...all} n={1 + 2} s={"x"} />').value[0]?.attributes).toEqual({ n: '1 + 2', s: '"x"' });
  });

  it('reads nothing from text without components', () => {
    for (const body of ['', '\n\n', '# 标题\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n'])
      expect(read(body)).toEqual({ value: [], problems: [] });
  });

  it.each([
    ['an expression that ends too early', '文\n\n{1 +}\n', 12, 5],
    ['a brace that stays open', '文\n\n文 {甲\n', 12, 5],
    ['a smaller-than sign in text', '文\n\n用量 <5 克\n', 12, 5],
    ['a comment of HTML', '文\n<!-- 注 -->\n', 11, 2],
    ['a closing tag without an opening', '文\n\n</A>\n', 12, 2],
    ['two tags that cross', '<A>\n\n文\n\n</B>\n', 14, 1],
  ])('reports %s where it stands', (_, body, line, column) => {
    expect(faults(body)).toEqual([['document/syntax', line, column]]);
  });

  it('reports a tag that is never closed at the tag, with the line of the file in the message', () => {
    expect(faults('文\n\n<A id="1">\n\n更多\n\n再多\n')).toEqual([['document/syntax', 12, 1]]);
    expect(read('文\n\n<A id="1">\n\n更多\n').problems[0]?.message).toContain('第12行');
  });
});

describe('laws of componentsOf', () => {
  const odd = fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '/',
      '{',
      '}',
      'A',
      ' ',
      '\n',
      '"',
      '=',
      '甲',
      '`',
      '*',
      '#',
      '!',
      '-',
      '<A>',
      '</A>',
      '<A/>',
      'import ',
      'export ',
    ),
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (body) => {
        const { value, problems } = read(body);
        expect(problems.length).toBeLessThanOrEqual(1);
        if (problems.length > 0) expect(value).toEqual([]);
        for (const { place } of value) expect(place.line ?? 0).toBeGreaterThanOrEqual(10);
      }),
      { numRuns: 800 },
    );
  });
});
