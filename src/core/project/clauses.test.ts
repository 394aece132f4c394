import { describe, expect, it } from 'vitest';
import { readerOf, readFolder } from '../documents/library.ts';
import { sectionSchema } from '../documents/section.ts';
import { placedIn } from '../testing/ledger.ts';
import { clausesOf } from './clauses.ts';

const front = (id: string, number: string) => `---
id: ${id}
number: "${number}"
title: 标题
chapter: { number: 5, title: 指标 }
summary: 摘要
sourceLines: [1, 9]
updated: "2026-11-01"
---
`;
const read = (texts: Readonly<Record<string, string>>) => {
  const files = new Map(Object.entries(texts).map(([id, text]) => [`content/plan/${id}.mdx`, text]));
  const sections = readFolder(files, 'content/plan', readerOf(sectionSchema), (data) => data.id);
  expect(sections.problems).toEqual([]);
  return clausesOf(sections.value);
};

describe('clausesOf', () => {
  it('reads every clause with its facts, depth and place', () => {
    const { value, problems } = read({
      cleaning: `${front('cleaning', '5.1')}
<Clause id="5.1-1" title="总体" number="一" line={610}>

每日<Blank id="a.b" />次。

</Clause>

<Clause id="5.1-1-2" title="及时率" line={612} indicator="cleaning.overall.timeliness">

不低于95%。

</Clause>
`,
    });
    expect(problems).toEqual([]);
    expect([...value.keys()]).toEqual(['5.1-1', '5.1-1-2']);
    expect(value.get('5.1-1')).toEqual({
      id: '5.1-1',
      section: 'cleaning',
      title: '总体',
      number: '一',
      sourceLine: 610,
      depth: 1,
      indicator: null,
      text: '每日次。',
      source: '<Clause id="5.1-1" title="总体" number="一" line={610}>\n\n每日<Blank id="a.b" />次。\n\n</Clause>',
      place: { file: 'content/plan/cleaning.mdx', line: 11, column: 1 },
    });
    expect(value.get('5.1-1-2')).toMatchObject({
      depth: 2,
      indicator: 'cleaning.overall.timeliness',
      number: null,
      sourceLine: 612,
    });
  });

  it('refuses ids of another shape or another section, and clauses without a title', () => {
    const { value, problems } = read({
      cleaning: `${front('cleaning', '5.1')}
<Clause id="5-1" title="甲">文</Clause>

<Clause id="5.10-1" title="乙">文</Clause>

<Clause id="5.1-2">文</Clause>

<Clause title="丁">文</Clause>

<Clause id="5.1" title="戊">文</Clause>

<Clause id="5.1-3" title="己">文</Clause>
`,
    });
    const file = 'content/plan/cleaning.mdx';
    expect(placedIn(problems)).toEqual([
      ['document/id', file, 11, 1],
      ['document/id', file, 13, 1],
      ['document/field', file, 15, 1],
      ['document/id', file, 17, 1],
      ['document/id', file, 19, 1],
    ]);
    expect([...value.keys()]).toEqual(['5.1-3']);
  });

  it('reports both faults of one clause', () => {
    const { problems } = read({ cleaning: `${front('cleaning', '5.1')}\n<Clause id="5.2-1">文</Clause>\n` });
    expect(problems.map(({ code }) => code)).toEqual(['document/id', 'document/field']);
  });

  it('uses an id once, in one section or two, and names the first place', () => {
    const clause = (id: string) => `\n<Clause id="${id}" title="甲">文</Clause>\n`;
    const { value, problems } = read({
      a: `${front('a', '5.1')}${clause('5.1-1')}${clause('5.1-1')}`,
      b: `${front('b', '5.1')}${clause('5.1-1')}${clause('5.1-2')}`,
    });
    expect(placedIn(problems)).toEqual([
      ['document/duplicate-id', 'content/plan/a.mdx', 13, 1],
      ['document/duplicate-id', 'content/plan/b.mdx', 11, 1],
    ]);
    expect(problems[1]?.message).toContain('content/plan/a.mdx 第11行');
    expect(value.get('5.1-1')?.place.line).toBe(11);
    expect([...value.keys()]).toEqual(['5.1-1', '5.1-2']);
  });

  it('looks only at clauses', () => {
    expect(read({ a: `${front('a', '5.1')}\n<Blank id="a.b" />\n` }).value.size).toBe(0);
    expect(clausesOf([])).toEqual({ value: new Map(), problems: [] });
  });
});
