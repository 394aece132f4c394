import { describe, expect, it } from 'vitest';
import { contentTexts } from '../testing/content.ts';
import { filesOf, present, registerTexts, september, small } from '../testing/ledger.ts';
import { readProject } from './project.ts';

const head = `---
kind: commentary
period: 2026-09
prepared: role.inspector
reviewed: null
status: draft
issued: null
---

`;

/** What is wrong with a commentary on the tiny contract's September, by code, line and column. */
function found(
  body: string,
  front = head,
  own: Readonly<Record<string, string>> = {},
): (readonly [string, number | undefined, number | undefined])[] {
  const file = 'content/reports/2026-09.mdx';
  const content = new Map([...Object.entries(contentTexts), [file, `${front}${body}\n`] as const]);
  const data = filesOf({
    ...registerTexts,
    ...september,
    ...own,
    'data/provenance.yaml': 'kind: sample\nlabel: 示例数据\nnote: 试验。\n',
  });
  const { problems } = readProject(content, data, small);
  return problems.filter((each) => each.file === file).map(({ code, line, column }) => [code, line, column] as const);
}

describe('checkReports', () => {
  it('finds nothing in text that binds its numbers or types them as they are', () => {
    // Five of the six rounds were made at W01; four of these five passed: 80 %.
    const body =
      '合格率<Value id="cleaning.overall.pass" />（<Value id="2026-09/cleaning.overall.pass/cases" />），即80%。\n\n<Results id="cleaning.overall.pass" />';
    expect(found(body)).toEqual([]);
  });

  it('places a number that no value says, on the second line of a paragraph too', () => {
    expect(found('合格率81%。')).toEqual([['report/number', 10, 4]]);
    expect(found('合格率\n只有81%。')).toEqual([['report/number', 11, 3]]);
    expect(found('- 80%\n- 十五件')).toEqual([['report/number', 11, 3]]);
  });

  it('places ids, components and attributes that do not exist', () => {
    expect(found('合格率<Value id="cleaning.overall.passs" />。')).toEqual([['reference/unknown', 10, 4]]);
    expect(found('合格率<Value id="2031-01/cleaning.overall.pass" />。')).toEqual([['reference/unknown', 10, 4]]);
    expect(found('<Table id="2026-09/nothing" />')).toEqual([['reference/unknown', 10, 1]]);
    expect(found('<Picture id="a" />')).toEqual([['document/element', 10, 1]]);
    expect(found('<Table id="2026-09/services" wide="yes" />')).toEqual([['document/element', 10, 30]]);
    expect(found('看<Table id="2026-09/services" />')).toEqual([['report/element', 10, 2]]);
    expect(found('> 引文')).toEqual([['report/element', 10, 1]]);
  });

  it('binds what a text says is open to an item that was open at the end of the period', () => {
    // The third request stands in line 4 and was not completed.
    const open = '<Open id="requests.2026-09.L4" />';
    expect(found(`${open}等待配件，尚未办结。`)).toEqual([]);
    expect(found(`投诉均已办结。\n\n${open}`)).toEqual([]);
    // The second was.
    expect(found('<Open id="requests.2026-09.L3" />尚未办结。')).toEqual([['report/open', 10, 1]]);
    expect(found('- 好。\n- <Open id="rounds.2026-09.L4" />。')).toEqual([['report/open', 11, 3]]);
  });

  it('places a sentence that says that something is open and names nothing', () => {
    expect(found('一处隐患尚未闭环。')).toEqual([['report/unbound', 10, 5]]);
    expect(found('照明已报修，\n还没有修复。')).toEqual([['report/unbound', 11, 1]]);
    // The item of one sentence binds no other one.
    expect(found('<Open id="requests.2026-09.L4" />等待配件。另有一处尚未闭环。')).toEqual([['report/unbound', 10, 43]]);
    expect(found('合格率<Value id="cleaning.overall.pass" />，其余尚未办结。')).toEqual([['report/unbound', 10, 43]]);
    expect(found('## 未办结的事项\n\n没有未办结的事项。')).toEqual([]);
  });

  it('takes a number of the list, and the list below a colon, for a binding', () => {
    expect(found('月末未办结<Value id="open/open" />。')).toEqual([]);
    expect(found('下列事项尚未办结：\n\n- <Open id="requests.2026-09.L4" />。')).toEqual([]);
    expect(found('下列事项尚未办结：\n\n<Table id="open" />')).toEqual([]);
    expect(found('下列事项尚未办结：\n\n- <Open id="requests.2026-09.L4" />。\n- 地面积水。')).toEqual([
      ['report/unbound', 10, 5],
    ]);
  });

  it('warns of a period without data, whatever its text says', () => {
    const file = head.replace('period: 2026-09', 'period: 2026-11');
    expect(found('合格率81%。', file).map(([code]) => code)).toEqual(['document/id', 'report/period']);
  });

  it('refuses to call issued what is said of a month, quarter or year that is not over; a draft may wait', () => {
    const early = {
      'data/2026-09/delivery.csv':
        '台账,行数,交付日期,交付岗位,截至\n巡查,6,2026-10-03,GL-01,\n服务请求,3,2026-10-03,GL-01,\n现场检查,0,2026-10-03,GL-01,2026-09-29\n',
    };
    const issued = head
      .replace('status: draft\nissued: null', 'status: issued\nissued: 2026-10-05')
      .replace('null', 'role.inspector');
    const codes = (front: string, own = {}) => found('好。', front, own).map(([code]) => code);
    expect(codes(issued)).toEqual([]);
    expect(codes(issued, early)).toContain('report/issued');
    expect(codes(head, early)).not.toContain('report/issued');
    expect(codes(issued.replace('period: 2026-09', 'period: 2026-Q3'))).not.toContain('report/issued');
    expect(codes(issued.replace('period: 2026-09', 'period: 2026-Q3'), early)).toContain('report/issued');
    expect(codes(issued.replace('period: 2026-09', "period: '2026'"))).toContain('report/issued');
  });

  it('checks the frontmatter: who, and when it was issued', () => {
    expect(found('好。', head.replace('role.inspector', 'role.nobody'))).toEqual([['reference/unknown', 4, 11]]);
    expect(found('好。', head.replace('status: draft', 'status: issued'))).toEqual([
      ['document/field', 7, 9],
      ['document/field', 5, 11],
    ]);
    expect(present(found('好。', head.replace('status: draft', 'status: done'))[0])[0]).toBe('document/field');
  });
});
