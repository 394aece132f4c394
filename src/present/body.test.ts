import { expect, it } from 'vitest';
import { readBody } from '../core/documents/body.ts';
import { elementsOf } from './body.ts';

const elements = (body: string) => {
  const { value, problems } = readBody({ file: 'content/plan/a.mdx', body, bodyLine: 1 });
  expect(problems).toEqual([]);
  return elementsOf(value.tree);
};

it('makes elements of Markdown, with attributes as HTML writes them', () => {
  expect(elements('见**甲**[乙](/a/ "丙")，`{1} <b>`。')).toEqual([
    {
      name: 'p',
      attributes: {},
      children: [
        '见',
        { name: 'strong', attributes: {}, children: ['甲'] },
        { name: 'a', attributes: { href: '/a/', title: '丙' }, children: ['乙'] },
        '，',
        { name: 'code', attributes: {}, children: ['{1} <b>'] },
        '。',
      ],
    },
  ]);
  expect(elements('```js\n1\n```')).toMatchObject([
    { name: 'pre', children: [{ name: 'code', attributes: { class: 'language-js' }, children: ['1\n'] }] },
  ]);
  expect(elements('![甲](/a.svg)')).toMatchObject([{ children: [{ name: 'img', attributes: { src: '/a.svg', alt: '甲' } }] }]);
});

it('hands components on with what stands in them', () => {
  expect(elements('<Clause id="5.1-1" title="甲" line={61}>\n\n- <Advice>乙</Advice>\n\n</Clause>')).toMatchObject([
    {
      name: 'Clause',
      attributes: { id: '5.1-1', title: '甲', line: '61' },
      children: [{ name: 'ul', children: ['\n', { name: 'li', children: [{ name: 'Advice', children: ['乙'] }] }, '\n'] }],
    },
  ]);
});

it('numbers footnotes under a heading in Chinese', () => {
  const text = JSON.stringify(elements('甲[^a]\n\n[^a]: 乙'));
  expect(text).toContain('脚注');
  expect(text).toContain('"aria-describedby":"footnote-label"');
  expect(text).not.toMatch(/Footnotes|Back to/u);
});
