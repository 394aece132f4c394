import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { placed, present } from '../testing/ledger.ts';
import { parseDocument } from './document.ts';
import { words } from './text.ts';

const schema = z.strictObject({
  id: z.string(),
  title: words.optional(),
  order: z.int().positive().optional(),
  kind: z.enum(['plan', 'record']).optional(),
  items: z.array(z.strictObject({ area: z.string(), clauses: z.array(z.string()).min(1) })).optional(),
});
const read = (text: string) => parseDocument('content/a.mdx', text, schema);
const faults = (text: string) => {
  const { value, problems } = read(text);
  expect(value).toBeNull();
  return placed(problems);
};

describe('parseDocument', () => {
  it('splits frontmatter and body and knows on which line the body begins', () => {
    const { value, problems } = read('---\nid: a\ntitle: 标题\n---\n\n正文\n');
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ file: 'content/a.mdx', data: { id: 'a', title: '标题' }, body: '\n正文\n', bodyLine: 5 });
  });

  it('reads CRLF and a byte order mark, and a document without a body', () => {
    expect(read('\ufeff---\r\nid: a\r\n---\r\n正文\r\n').value).toMatchObject({ body: '正文\n', bodyLine: 4 });
    expect(read('---\nid: a\n---').value).toMatchObject({ body: '', data: { id: 'a' } });
  });

  it('refuses what the compiler of MDX would read otherwise: lone carriage returns, and signs that were no UTF-8', () => {
    expect(read('---\rid: a\r---\r正文').problems).toMatchObject([{ code: 'document/syntax', line: 1 }]);
    expect(read('---\nid: a\n---\n正\ufffd文').problems).toMatchObject([{ code: 'file/encoding', line: 4 }]);
  });

  it('ends the frontmatter at the first line that is ---, not within a text', () => {
    expect(read('---\nid: a\ntitle: 甲---乙\n---\n正文\n---\n尾').value).toMatchObject({
      data: { title: '甲---乙' },
      body: '正文\n---\n尾',
    });
  });

  it.each(['', '正文', '---\nid: a\n', 'id: a\n---\n', '\n---\nid: a\n---\n', '---\n---\n', '--- \nid: a\n---\n'])(
    'reports %j as a document without frontmatter',
    (text) => {
      expect(faults(text)).toEqual([['document/syntax', 1, null]]);
    },
  );

  it('places a field by line and column, counted from the top of the file', () => {
    const { value } = read('---\nid: a\nitems:\n  - area: 甲\n    clauses: ["5.1-1", "5.1-2"]\n---\n');
    const document = present(value);
    expect(document.place(['id'])).toEqual({ file: 'content/a.mdx', line: 2, column: 5 });
    expect(document.place(['items', 0, 'clauses', 1])).toEqual({ file: 'content/a.mdx', line: 5, column: 24 });
    expect(document.place(['items', 0, 'missing'])).toEqual({ file: 'content/a.mdx', line: 4, column: 5 });
    expect(document.place([])).toEqual({ file: 'content/a.mdx', line: 2, column: 1 });
  });

  it('reports YAML that does not parse where it breaks', () => {
    expect(faults('---\nid: "a\ntitle: 标题\n---\n')[0]).toEqual(['document/syntax', expect.any(Number), expect.any(Number)]);
    expect(faults('---\nid: a\ntitle: 甲: 乙\n---\n')).toEqual([['document/syntax', 3, 8]]);
    expect(faults('---\nid: a\nid: b\n---\n')).toEqual([['document/syntax', 3, 1]]);
    expect(faults('---\r\nid: a\r\n\ttitle: 标题\r\n---\r\n')[0]?.slice(0, 2)).toEqual(['document/syntax', 3]);
  });

  it('reports an asterisk that YAML takes for an alias, instead of throwing', () => {
    expect(faults('---\nid: a\ntitle: *重点*\n---\n')).toEqual([['document/syntax', 3, 8]]);
    expect(read('---\nid: a\ntitle: *重点*\n---\n').problems[0]?.hint).toContain('加引号');
  });

  it('reports aliases without end where they stand, instead of following them', () => {
    const lines = Array.from(
      { length: 9 },
      (_, index) =>
        `b${index}: &b${index} [${Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*b${index - 1}`)).join(', ')}]`,
    );
    const found = faults(`---\n${lines.join('\n')}\n---\n`);
    expect(found.slice(0, 2)).toEqual([
      ['document/syntax', 2, 5],
      ['document/syntax', 3, 5],
    ]);
    expect(found).toHaveLength(9 + 8 * 9);
  });

  it.each([
    ['id: !!js/function "function () {}"', 2, 5],
    ['id: !include /etc/passwd', 2, 5],
    ['id: !!str a', 2, 5],
    ['id: a\ntitle:\n  !!python/object/apply:os.system ["x"]', 4, 3],
    ['!!map\nid: a', 2, 1],
    ['!k id: a', 2, 1],
    ['id: &a a', 2, 5],
    ['id: a\n--- \nid: b', 3, 1],
  ])('reports %j, which is more than a value', (front, line, column) => {
    expect(faults(`---\n${front}\n---\n`)).toContainEqual(['document/syntax', line, column]);
  });

  it('reports what is nested without end, instead of throwing', () => {
    expect(faults(`---\nid: ${'['.repeat(20_000)}\n---\n`)).toEqual([['document/syntax', 2, null]]);
  });

  it('takes exclamation marks, ampersands and asterisks inside a text for what they are', () => {
    expect(read('---\nid: a\ntitle: "!甲 &乙 *丙*"\n---\n').value?.data.title).toBe('!甲 &乙 *丙*');
    expect(read('---\nid: a\ntitle: 甲!乙 & 丙 * 丁\n---\n').value?.data.title).toBe('甲!乙 & 丙 * 丁');
  });

  it('reports every field at fault, each at its place', () => {
    expect(
      faults(`---
id: 5
title: 电话XXX
order: 0
kind: 方案
colour: 蓝
items:
  - area: 甲
    clauses: []
    note: 无
  - clauses: ["5.1-1"]
---
`).sort((a, b) => Number(a[1]) - Number(b[1])),
    ).toEqual([
      ['document/field', 2, 5],
      ['document/field', 3, 8],
      ['document/field', 4, 8],
      ['document/field', 5, 7],
      ['document/field', 6, 9],
      ['document/field', 9, 14],
      ['document/field', 10, 11],
      ['document/field', 11, 5],
    ]);
  });

  it('says in Chinese what is missing, unknown, or of another kind', () => {
    const messages = (text: string) => read(text).problems.map(({ message }) => message);
    expect(messages('---\ntitle: 标题\n---\n')).toEqual(['缺少字段“id”']);
    expect(messages('---\nid: a\nweight: 1\n---\n')).toEqual(['不认识的字段“weight”']);
    expect(messages('---\nid: 5\n---\n')).toEqual(['字段“id”的类型不对，应为 string']);
    expect(messages('---\nid: a\nkind: 方案\n---\n')).toEqual(['字段“kind”的取值不对']);
    expect(read('---\nid: a\nkind: 方案\n---\n').problems[0]?.hint).toBe('可取 plan、record');
    expect(messages('---\nid: a\ntitle: 不少于XX次\n---\n')[0]).toContain('待补充编号');
  });

  it('names the nearest form when a field may have several', () => {
    const either = z.union([
      z.strictObject({ kind: z.literal('a'), size: z.number(), name: z.string(), place: z.string() }),
      z.strictObject({ kind: z.literal('b'), size: z.number() }),
    ]);
    const { problems } = parseDocument('a.mdx', '---\nkind: b\nsize: 大\n---\n', either);
    expect(placed(problems)).toEqual([['document/field', 3, 7]]);
  });
});

describe('laws of parseDocument', () => {
  const odd = fc.string({
    unit: fc.constantFrom(
      'a',
      'id',
      ':',
      ' ',
      '\n',
      '-',
      '---\n',
      '*',
      '&',
      '!',
      '{',
      '[',
      '}',
      ']',
      '"',
      "'",
      '|',
      '>',
      '#',
      '%',
      '@',
      '甲',
      '? ',
      '<<',
      '\t',
      '\r',
    ),
  });

  it('never throws on any text, and gives a value or an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          odd,
          fc.string({ unit: 'binary' }),
          odd.map((text) => `---\n${text}\n---\n`),
        ),
        (text) => {
          const { value, problems } = read(text);
          expect(problems.length > 0).toBe(value === null);
          for (const each of problems) expect(each.line ?? 0).toBeGreaterThan(0);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
