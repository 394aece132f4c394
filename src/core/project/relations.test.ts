import { describe, expect, it } from 'vitest';
import { logNamed } from '../testing/definitions.ts';
import { readContent } from './project.ts';
import { relationsOf } from './relations.ts';

const checks = logNamed('checks');

const section = `---
id: standards
number: "3.1"
title: 标准
chapter: { number: 3, title: 内容 }
summary: 摘要
sourceLines: [1, 9]
updated: "2026-11-01"
---

<Clause id="3.1-1" title="响应" line={1}>

在<Blank id="contract.minutes" />内响应。<Contradiction id="cf.response" />

</Clause>

<Clause id="3.1-2" title="清洁" line={5} indicator="cleaning.specific.floor">

地面干净。

</Clause>
`;

const indicator = `---
id: cleaning.specific.floor
name: 地面
service: cleaning
group: 具体
subgroup: null
order: 1
clause: "3.1-2"
meaning: 含义
criterion: 干净
quantitative: false
method: 目视
frequency: null
formula: 口径
sourceLine: 5
unmeasured: 没有这类台账。
updated: "2026-11-01"
---

见<Contradiction id="cf.response" />。
`;

const commitment = `---
id: cm.scope.floor
text: 地面干净。
area: scope
service: cleaning
promisedTo: client
clauses: ["3.1-2", "3.1-1"]
indicators: [cleaning.specific.floor]
documents: [{ kind: record, ref: rec.inspection }]
blanks: [contract.minutes]
sourceLines: [5]
updated: "2026-11-01"
---
`;

const procedure = `---
id: sop.floor
title: 擦地
service: cleaning
purpose: 干净
when: 每日
roles: [role.operator]
materials: []
safety: []
steps: [{ text: 扫 }, { text: 拖 }]
acceptance: [{ text: 干净 }]
records: [{ record: rec.inspection, note: 当日 }]
onFailure: [{ text: 返工 }]
clauses: ["3.1-2"]
indicators: [cleaning.specific.floor]
sourceLines: [5]
updated: "2026-11-01"
---

每日<Blank id="contract.minutes" />。<Blank id="contract.minutes" />
`;

const standard = `---
id: cleaning
title: 保洁标准
service: cleaning
order: 1
summary: 摘要
items:
  - { area: 大堂, what: 地面, frequency: 每日, criterion: 干净, check: 目视, clauses: ["3.1-2"] }
  - { area: 走廊, what: 地面, frequency: 每日, criterion: 干净, check: 目视, clauses: ["3.1-2"] }
procedures: [sop.floor]
updated: "2026-11-01"
---
`;

const organisation = {
  roles: `---
title: 岗位
updated: "2026-11-01"
roles: [{ id: role.operator, name: 操作人员, unit: dept.floor, duties: [], sourceLines: [1], sections: [] }]
---
`,
  units: `---
title: 机构
updated: "2026-11-01"
units: [{ id: dept.floor, name: 保洁部, type: department, parent: null, duties: [], sourceLines: [1], sections: [] }]
---
`,
  meetings: `---
title: 会议
updated: "2026-11-01"
meetings: [{ id: meet.weekly, name: 例会, participants: [], purpose: 通报, frequency: 每周, record: rec.inspection, sourceLines: [1], sections: [] }]
---
`,
  channels: `---
title: 渠道
updated: "2026-11-01"
channels: [{ id: ch.hotline, name: 热线, audience: client, blank: contract.minutes, sourceLines: [1], sections: [] }]
---
`,
  records: `---
title: 记录
updated: "2026-11-01"
records:
  - { id: rec.inspection, title: 检查记录, service: cleaning, kind: record, fields: [], frequency: 每日, role: role.operator, roleStated: true, recipients: [], retention: 一年, log: checks, sourceLines: [1], sections: [] }
  - { id: rec.supplies, title: 补给记录, service: cleaning, kind: record, fields: [], frequency: 每日, role: role.operator, roleStated: true, recipients: [], retention: 一年, log: supplies, sourceLines: [1], sections: [] }
reportTypes: []
reportContent: []
flows: []
---
`,
  blanks: `---
title: 待补充
updated: "2026-11-01"
blanks: [{ id: contract.minutes, kind: placeholder, needs: 时限, type: text, value: null, suggestion: null, supplier: both, sections: ["3.1"], sourceLines: [1] }]
---
`,
  contradictions: `---
title: 差异
updated: "2026-11-01"
contradictions:
  - id: cf.response
    kind: contradiction
    severity: high
    topic: 时限
    sides: [{ section: "3.1", sourceLine: 5, clause: "3.1-2", says: 两小时 }]
    resolution: 从严
    showToReader: true
    needsClientDecision: true
    indicators: [cleaning.specific.floor]
---
`,
};

const files = new Map([
  ['content/plan/standards.mdx', section],
  ['content/indicators/cleaning.specific.floor.mdx', indicator],
  ['content/commitments/cm.scope.floor.mdx', commitment],
  ['content/procedures/sop.floor.mdx', procedure],
  ['content/standards/cleaning.mdx', standard],
  ...Object.entries(organisation).map(([name, text]): [string, string] => [`content/organisation/${name}.mdx`, text]),
]);

const { value: content, problems } = readContent(files);
const relations = relationsOf(content, [checks]);
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('relationsOf', () => {
  it('reads a sound content, but for the files that it does without', () => {
    expect(problems.filter(({ code }) => code !== 'file/missing')).toEqual([]);
  });

  it('finds what rests on a clause, each once', () => {
    const clause = relations.clause('3.1-2');
    expect(ids(clause.commitments)).toEqual(['cm.scope.floor']);
    expect(ids(clause.indicators)).toEqual(['cleaning.specific.floor']);
    expect(ids(clause.procedures)).toEqual(['sop.floor']);
    expect(ids(clause.standards)).toEqual(['cleaning']);
    expect(ids(clause.contradictions)).toEqual(['cf.response']);
    expect(clause.blanks).toEqual([]);
  });

  it('finds what is marked inside a clause', () => {
    const clause = relations.clause('3.1-1');
    expect(ids(clause.blanks)).toEqual(['contract.minutes']);
    expect(ids(clause.contradictions)).toEqual(['cf.response']);
    expect(ids(clause.commitments)).toEqual(['cm.scope.floor']);
    expect(clause.indicators).toEqual([]);
  });

  it('finds nothing for a clause that does not exist', () => {
    expect(Object.values(relations.clause('9.9-9')).flat()).toEqual([]);
  });

  it('leads from an indicator to promises, procedures, standards and contradictions', () => {
    const own = relations.indicator('cleaning.specific.floor');
    expect([ids(own.commitments), ids(own.procedures), ids(own.standards), ids(own.contradictions)]).toEqual([
      ['cm.scope.floor'],
      ['sop.floor'],
      ['cleaning'],
      ['cf.response'],
    ]);
  });

  it('leads from a record to its users and to the log, where that log exists', () => {
    const own = relations.record('rec.inspection');
    expect([ids(own.procedures), ids(own.commitments), ids(own.meetings)]).toEqual([
      ['sop.floor'],
      ['cm.scope.floor'],
      ['meet.weekly'],
    ]);
    expect(own.log?.id).toBe('checks');
    expect(relations.record('rec.supplies').log).toBeNull();
    expect(relations.recordKind('rec.supplies')?.title).toBe('补给记录');
    expect(relations.recordKind('rec.none')).toBeNull();
  });

  it('joins documents that meet in a clause', () => {
    expect(ids(relations.procedure('sop.floor').standards)).toEqual(['cleaning']);
    expect(ids(relations.procedure('sop.floor').commitments)).toEqual(['cm.scope.floor']);
    expect(ids(relations.commitment('cm.scope.floor').procedures)).toEqual(['sop.floor']);
    expect(ids(relations.standard('cleaning').indicators)).toEqual(['cleaning.specific.floor']);
    expect(ids(relations.standard('cleaning').commitments)).toEqual(['cm.scope.floor']);
  });

  it('leads from a duty to the indicators on its clauses, and to none where a cell of it is our proposal', () => {
    expect(ids(relations.duty({ clauses: ['3.1-1', '3.1-2'], advice: [] }))).toEqual(['cleaning.specific.floor']);
    expect(relations.duty({ clauses: ['3.1-1'], advice: [] })).toEqual([]);
    expect(relations.duty({ clauses: ['3.1-2'], advice: ['check'] })).toEqual([]);
  });

  it('lists every place where a blank or a contradiction matters', () => {
    const blank = relations.blank('contract.minutes');
    expect([ids(blank.clauses), ids(blank.commitments), ids(blank.procedures), ids(blank.channels)]).toEqual([
      ['3.1-1'],
      ['cm.scope.floor'],
      ['sop.floor'],
      ['ch.hotline'],
    ]);
    const contradiction = relations.contradiction('cf.response');
    expect([ids(contradiction.clauses), ids(contradiction.indicators), contradiction.commitments]).toEqual([
      ['3.1-1', '3.1-2'],
      ['cleaning.specific.floor'],
      [],
    ]);
  });

  it('names posts and units', () => {
    expect([relations.roleName('role.operator'), relations.roleName('dept.floor'), relations.roleName('role.none')]).toEqual([
      '操作人员',
      '保洁部',
      'role.none',
    ]);
  });
});
