import fc from 'fast-check';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import { mdx } from 'micromark-extension-mdx';
import { describe, expect, it } from 'vitest';
import { parseTree } from './tree.ts';

const treeOf = (body: string) => parseTree({ file: 'content/plan/a.mdx', body, bodyLine: 1 }).value?.root ?? null;

/** The tree by all of the rules at once, as the build reads a body. */
function whole(body: string): Root | null {
  try {
    return fromMarkdown(body, {
      extensions: [gfm(), mdx()],
      mdastExtensions: [gfmFromMarkdown(), mdxJsxFromMarkdown(), mdxExpressionFromMarkdown()],
    });
  } catch {
    return null;
  }
}

describe('parseTree', () => {
  it.each([
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['a table of one column', 'a\n:-\nb'],
    ['a table of one column whose dashes come first', 'a\n-:\nb'],
    ['a strike', '~~a~~'],
    ['a footnote', 'a[^1]\n\n[^1]: b'],
    ['a task', '- [x] a'],
    ['an address', 'https://a.example'],
    ['an address in capitals', 'HTTP://A.EXAMPLE'],
    ['an address without a protocol', 'www.a.example'],
    ['an address of mail', 'a.b@c.example'],
    ['an address in entities', 'http&#58;//a.example'],
    ['an address with a backslash', 'http\\://a.example'],
    ['an address of mail in entities', 'a.b&commat;c.example'],
  ])('reads %s as the build does', (_, body) => {
    const tree = fromMarkdown(body, {
      extensions: [mdx()],
      mdastExtensions: [mdxJsxFromMarkdown(), mdxExpressionFromMarkdown()],
    });
    expect(whole(body)).not.toEqual(tree);
    expect(treeOf(body)).toEqual(whole(body));
  });

  it('reads any text as the build does', () => {
    const signs = [
      '|',
      '~',
      '@',
      '&',
      '[',
      ']',
      ':',
      '-',
      '\n',
      '\n\n',
      ' ',
      '    ',
      'w',
      'www.',
      'http',
      '/',
      '.',
      '#',
      '*',
      '_',
      '>',
    ];
    const words = [
      '1.',
      '字',
      'a',
      'b.c',
      '`',
      '<Blank id="x" />',
      '<Advice>',
      '</Advice>',
      '\\',
      '!',
      '(',
      ')',
      ';',
      '#58',
      '=',
      '^',
    ];
    const body = fc.array(fc.constantFrom(...signs, ...words), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(body, (text) => {
        if (/^[ \n]*$/u.test(text)) expect(treeOf(text)?.children).toEqual([]);
        else expect(treeOf(text)).toEqual(whole(text));
      }),
      { numRuns: Number(process.env.RUNS ?? 500) },
    );
  });
});
