import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed } from '../testing/ledger.ts';
import { readBody } from './body.ts';

const read = (body: string, file = 'content/plan/a.mdx') => {
  const { value, problems } = readBody({ file, body, bodyLine: 10 });
  return { ...value, problems };
};
const faults = (body: string) => {
  const { tree, components, problems } = read(body);
  expect([...tree.children, ...components]).toEqual([]);
  return placed(problems);
};

describe('readBody', () => {
  it('lists components in reading order with plain attributes, text and place in the file', () => {
    const { components, tree, problems } = read(`
<Clause id="5.1-1" title="范围" line={61}>

每日**清洁**一次，<Blank id="cleaning.times" />次。

</Clause>

- 见<Contradiction id="cf.a" />
`);
    expect(problems).toEqual([]);
    expect(tree.children.map(({ type }) => type)).toEqual(['mdxJsxFlowElement', 'list']);
    expect(components).toEqual([
      {
        name: 'Clause',
        attributes: { id: '5.1-1', title: '范围', line: '61' },
        place: { file: 'content/plan/a.mdx', line: 11, column: 1 },
        span: [1, 96],
        text: '每日清洁一次，次。',
      },
      {
        name: 'Blank',
        attributes: { id: 'cleaning.times' },
        place: { file: 'content/plan/a.mdx', line: 13, column: 12 },
        span: [54, 83],
        text: '',
      },
      {
        name: 'Contradiction',
        attributes: { id: 'cf.a' },
        place: { file: 'content/plan/a.mdx', line: 17, column: 4 },
        span: [101, 128],
        text: '',
      },
    ]);
  });

  it('knows where each component begins and ends', () => {
    const body = '\n<Advice>\n\n甲<Blank id="b" />乙\n\n</Advice>\n\n<BrokenOff />\n';
    expect(read(body).components.map(({ span }) => body.slice(...span))).toEqual([
      '<Advice>\n\n甲<Blank id="b" />乙\n\n</Advice>',
      '<Blank id="b" />',
      '<BrokenOff />',
    ]);
  });

  it('finds components inside components and over several lines', () => {
    const { components } = read('<Advice>\n\n<Blank\n  id="b"\n/>\n\n<Advice>文</Advice>\n\n</Advice>');
    expect(components.map(({ name, place, text }) => [name, place.line, place.column, text])).toEqual([
      ['Advice', 10, 1, '文'],
      ['Blank', 12, 1, ''],
      ['Advice', 16, 1, '文'],
    ]);
  });

  it('reads tables, footnotes and struck-out text', () => {
    const { tree, problems } = read('| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n~~旧~~[^1]\n\n[^1]: 注\n');
    expect(problems).toEqual([]);
    expect(tree.children.map(({ type }) => type)).toEqual(['table', 'paragraph', 'footnoteDefinition']);
  });

  it('finds no components in text without any', () => {
    for (const body of ['', '\n\n', '# 标题\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n'])
      expect(read(body)).toMatchObject({ components: [], problems: [] });
  });

  it('keeps the components of a body that is refused, but nothing to be shown', () => {
    const { tree, components, problems } = read('文{1}<Blank id="b" />');
    expect(placed(problems)).toEqual([['document/code', 10, 2]]);
    expect(tree.children).toEqual([]);
    expect(components.map(({ name }) => name)).toEqual(['Blank']);
  });

  it.each([
    ['a brace that stays open', '文\n\n文 {甲\n', 12, 5],
    ['a smaller-than sign in text', '文\n\n用量 <5 克\n', 12, 5],
    ['a comment of HTML', '文\n<!-- 注 -->\n', 11, 2],
    ['a closing tag without an opening', '文\n\n</A>\n', 12, 2],
    ['two tags that cross', '<A>\n\n文\n\n</B>\n', 14, 1],
  ])('reports %s where it stands', (_, body, line, column) => {
    expect(faults(body)).toEqual([['document/syntax', line, column]]);
  });

  it('reports a tag that is never closed at the tag, in Chinese', () => {
    const body = '文\n\n<Advice>\n\n更多\n\n再多\n';
    expect(faults(body)).toEqual([['document/syntax', 12, 1]]);
    expect(read(body).problems[0]?.message).toBe('标签没有成对：<Advice>');
  });

  it('reports what is nested without end, instead of following it', () => {
    const closed = '<Advice>'.repeat(150) + '</Advice>'.repeat(150);
    expect(faults(closed).map(([code]) => code)).toEqual(['document/syntax']);
    expect(faults('> '.repeat(120)).map(([code]) => code)).toEqual(['document/syntax']);
    expect(faults('1. '.repeat(3000)).map(([code]) => code)).toEqual(['document/syntax']);
  });
});

describe('laws of readBody', () => {
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
      '<Advice>',
      '</Advice>',
      '<BrokenOff/>',
      'import ',
      'export ',
      '[^1]: ',
      '[x]: ',
      '](',
      'javascript:',
      '|',
      '|---|\n',
    ),
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (body) => {
        const { tree, components, problems } = read(body);
        if (problems.length > 0) expect(tree.children).toEqual([]);
        for (const { place } of [...components, ...problems.map((each) => ({ place: each }))])
          expect(place.line ?? 0).toBeGreaterThanOrEqual(10);
      }),
      { numRuns: 800 },
    );
  });

  it('lets nothing pass that could run, however it is hidden', () => {
    fc.assert(
      fc.property(
        fc.array(odd, { maxLength: 4 }),
        fc.constantFrom('{x}', '<b/>', '<b>甲</b>', '<Advice {...x} />'),
        (odds, code) => {
          const { tree } = read(odds.join(code));
          expect(JSON.stringify(tree)).not.toMatch(/mdx\w*Expression|"name":"b"/u);
        },
      ),
      { numRuns: 800 },
    );
  });
});
