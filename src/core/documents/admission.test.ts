import { describe, expect, it } from 'vitest';
import { placed } from '../testing/ledger.ts';
import { readBody } from './body.ts';

const faults = (body: string, file = 'content/plan/a.mdx') => placed(readBody({ file, body, bodyLine: 10 }).problems);
const messages = (body: string) =>
  readBody({ file: 'content/plan/a.mdx', body, bodyLine: 10 }).problems.map(({ message }) => message);

describe('code in a body', () => {
  it.each([
    ['{1}', 10, 1],
    ['文\n\n- 文{/* 注 */}', 12, 4],
    ['# 标题 {#id}', 10, 6],
    ['| 甲 |\n|---|\n| {1} |', 12, 3],
    ['[^1]: {1}\n\n见[^1]', 10, 7],
    ['import fs from "fs"', 10, 1],
    ['import\tfs from "fs"', 10, 1],
    ['export*from"fs"', 10, 1],
    ['甲\n\nexport default 1', 12, 1],
    ['<Advice>\n\nimport "x"\n\n</Advice>', 12, 1],
    ['<Clause id="1" title="甲" line={a} />', 10, 26],
    ['<Clause id={"1"} title="甲" />', 10, 9],
    ['<Advice {...x} />', 10, 9],
  ])('refuses %j where it stands', (body, line, column) => {
    expect(faults(body)).toEqual([['document/code', line, column]]);
  });

  it.each([
    '`{1}` 与 \\{1\\} 与 &#123;1&#125;',
    '```\nimport fs\n{1}\n```',
    '药剂分国产和 import 两类\nimport 一栏',
    'important 的事，import的药剂',
    '- import 甲\n\n> export 乙',
    '  import 甲',
    '<Clause id="5.1-1" title="5<6" line={61} />',
    '<Clause id="5.1-1" title="甲" line="61" />',
  ])('takes %j for text', (body) => {
    expect(faults(body)).toEqual([]);
  });

  it('quotes what it refuses, shortened and without control characters', () => {
    expect(messages('{a\u0007b}')).toEqual(['花括号里的“a␦b”是表达式，正文不能写']);
    expect(messages(`{${'甲'.repeat(50)}}`)).toEqual([`花括号里的“${'甲'.repeat(40)}…”是表达式，正文不能写`]);
  });
});

describe('elements in a body', () => {
  it.each([
    ['<b>甲</b>', [10, 1]],
    ['甲<script src="/x.js" />', [10, 2]],
    ['<>甲</>', [10, 1]],
    ['<Value id="a" />', [10, 1]],
    ['<Clause.More id="a" />', [10, 1]],
    ['<x:Clause id="a" />', [10, 1]],
    ['<constructor />', [10, 1]],
    ['<Advice title="甲" />', [10, 9]],
    ['<Advice set:html="<b>" />', [10, 9]],
    ['<Blank\n  id="a"\n  onClick="b"\n/>', [12, 3]],
    ['<Blank id />', [10, 8]],
    ['<Blank id="a" id="b" />', [10, 15]],
    ['<Clause id="1" title="甲" line="六" />', [10, 26]],
  ])('refuses %j', (body, [line, column]) => {
    expect(faults(body)).toEqual([['document/element', line, column]]);
  });

  it('finds each of several, inside what is refused too', () => {
    expect(faults('<div onclick="x">\n\n<Advice a="1" b="2">甲</Advice>\n\n</div>')).toEqual([
      ['document/element', 10, 1],
      ['document/element', 12, 9],
      ['document/element', 12, 15],
    ]);
  });

  it('lets reports place their own components, and others not', () => {
    const report = 'content/reports/2026-09.mdx';
    expect(faults('达标<Value id="counts/met" />。\n\n<Rows id="a" counted="fail" />', report)).toEqual([]);
    expect(faults('<Clause id="5.1-1" title="甲" />', report)).toEqual([['document/element', 10, 1]]);
  });
});

describe('addresses in a body', () => {
  const link = (address: string) => faults(`见[说明](${address})。`);

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '<java\tscript:alert(1)>',
    '<\u0001javascript:alert(1)>',
    'java&NewLine;script&colon;alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'view-source:https://a.example/',
    '//a.example/x',
    '/\\\\a.example/x',
    'http://[',
  ])('refuses a link to %j', (address) => {
    expect(link(address)).toEqual([['document/address', 10, 2]]);
  });

  it.each([
    'https://a.example/?u=data:x',
    'HTTP://a.example',
    'mailto:a@b.example',
    'tel:119',
    '/plan/a/',
    '../',
    '#甲',
    '甲:乙',
  ])('lets a link lead to %j', (address) => {
    expect(link(address)).toEqual([]);
  });

  it('looks at definitions, once for all that refer to them', () => {
    expect(faults('见[甲][a]和[乙][a]。\n\n> [a]: javascript:alert(1)')).toEqual([['document/address', 12, 3]]);
    expect(faults('见[甲][a]。\n\n[a]: https://a.example/')).toEqual([]);
    expect(faults('![甲][A]\n\n[a]: https://a.example/x.png')).toEqual([['document/address', 12, 1]]);
  });

  it('shows pictures of this site only', () => {
    expect(faults('![甲](/favicon.svg)')).toEqual([]);
    for (const address of ['https://a.example/x.png', '//a.example/x.png', 'data:image/png,x', '../../etc/passwd', 'x.png'])
      expect(faults(`![甲](${address})`)).toEqual([['document/address', 10, 1]]);
  });
});
