import type { ContentFiles } from '../documents/library.ts';
import { present } from './ledger.ts';

/** One small document of every kind, each pointing at the others; sound with the tiny contract's ledger. */
export const contentTexts: Readonly<Record<string, string>> = {
  'content/plan/cleaning.mdx': `---
id: cleaning
number: "5.1"
title: 保洁指标
chapter: { number: 5, title: 服务指标 }
summary: 保洁的指标。
sourceLines: [600, 620]
updated: "2026-11-01"
---

<Clause id="5.1-1" title="总体" number="一" line={610}>

在<Blank id="contract.minutes" />内响应。<Contradiction id="cf.response" />

</Clause>

<Clause id="5.1-1-1" title="合格率" line={612} indicator="cleaning.overall.pass">

不低于95%。

</Clause>
`,
  'content/indicators/cleaning.overall.pass.mdx': `---
id: cleaning.overall.pass
name: 巡查合格率
service: cleaning
group: 总体
subgroup: null
order: 1
clause: "5.1-1-1"
sourceLine: 612
meaning: 巡查的结果有多少合格。
criterion: 不低于95%
quantitative: true
method: 巡查
frequency: null
formula: 合格的行数除以全部行数。
measure:
  kind: share
  log: rounds
  where: { location: W01 }
  pass: { result: 合格 }
  because: note
targets:
  - { from: "2024-11-01", operator: ">=", value: 80, unit: "%", basis: plan }
updated: "2026-11-01"
---

见<Contradiction id="cf.response" />。
`,
  'content/indicators/cleaning.overall.both.mdx': `---
id: cleaning.overall.both
name: 巡查与请求
service: cleaning
group: 总体
subgroup: null
order: 2
clause: "5.1-1"
sourceLine: 610
meaning: 巡查做了没有，请求多不多。
criterion: 全部
quantitative: false
method: 统计
frequency: null
formula: 两项都要做到。
measure:
  kind: all-of
  parts:
    - name: 巡查到位
      measure:
        kind: coverage
        log: rounds
        match: { location: location, item: item }
      targets:
        - { from: "2024-11-01", operator: ">=", value: 100, unit: "%", basis: implied }
    - name: 紧急请求
      measure:
        kind: count
        log: requests
        where: { priority: 紧急 }
        events: unwanted
        among: {}
      targets:
        - { from: "2024-11-01", operator: "<=", value: 1, unit: 起, basis: proposed }
updated: "2026-11-01"
---
`,
  'content/commitments/cm.clean.daily.mdx': `---
id: cm.clean.daily
text: 每日清洁。
area: quality
service: cleaning
promisedTo: client
clauses: ["5.1-1", "5.1-1-1"]
indicators: [cleaning.overall.pass]
documents:
  - { kind: record, ref: rec.rounds }
blanks: [contract.minutes]
sourceLines: [610]
updated: "2026-11-01"
---
`,
  'content/procedures/sop.rounds.mdx': `---
id: sop.rounds
title: 巡查
service: cleaning
purpose: 发现问题。
when: 每周。
roles: [role.inspector]
materials: []
safety: []
steps: [{ text: 到场 }, { text: 记录 }]
acceptance: [{ text: 记录齐全 }]
records: [{ record: rec.rounds, note: 当日 }]
onFailure: [{ text: 上报 }]
clauses: ["5.1-1"]
indicators: [cleaning.overall.pass]
sourceLines: [610]
updated: "2026-11-01"
---
`,
  'content/standards/cleaning.mdx': `---
id: cleaning
title: 保洁标准
service: cleaning
order: 1
summary: 保洁的标准。
items:
  - { area: 大堂, what: 清洁, frequency: 每日, criterion: 无积水, check: 目视, clauses: ["5.1-1"] }
procedures: [sop.rounds]
updated: "2026-11-01"
---
`,
  'content/attachments/附件-合同-20230101-001.mdx': `---
number: 附件-合同-20230101-001
title: 合同
type: document
storage: 档案柜
confidentiality: internal
version: V1.0
owner: dept.quality
clauses: ["5.1-1"]
sourceLines: [1626]
updated: "2026-11-01"
---
`,
  'content/attachments/index.mdx': `---
title: 附件
updated: "2026-11-01"
types: []
outstanding:
  - { id: license, title: 营业执照, type: document, clauses: ["5.1-1"], sourceLines: [1600] }
---
`,
  'content/contract.mdx': `---
title: 后勤服务
contractor: 服务单位
client: 委托单位
premises: 两处网点
start: "2026-09-01"
smallSample: 10
deliveryDay: 10
updated: "2026-11-01"
---
`,
  'content/organisation/units.mdx': `---
title: 机构
updated: "2026-11-01"
units:
  - { id: body.management, name: 管理层, type: governance, parent: null, duties: [], sourceLines: [1], sections: ["6.1"] }
  - { id: dept.quality, name: 质量部, type: department, parent: body.management, duties: [], sourceLines: [1], sections: ["6.1"] }
---
`,
  'content/organisation/roles.mdx': `---
title: 岗位
updated: "2026-11-01"
roles:
  - { id: role.inspector, name: 检查员, unit: dept.quality, duties: [检查], sourceLines: [1], sections: ["6.1"] }
---
`,
  'content/organisation/meetings.mdx': `---
title: 会议
updated: "2026-11-01"
meetings:
  - { id: meet.weekly, name: 周会, participants: [质量部], purpose: 通报, frequency: 每周, record: rec.rounds, sourceLines: [1], sections: ["4.2"] }
---
`,
  'content/organisation/channels.mdx': `---
title: 渠道
updated: "2026-11-01"
channels:
  - { id: ch.hotline, name: 热线, audience: client, blank: contract.minutes, sourceLines: [1], sections: ["4.1"] }
---
`,
  'content/organisation/records.mdx': `---
title: 记录
updated: "2026-11-01"
records:
  - id: rec.rounds
    title: 巡查记录
    service: all
    kind: record
    fields: [日期]
    frequency: 每周
    role: role.inspector
    roleStated: true
    recipients: [委托单位]
    retention: 三年
    log: rounds
    sourceLines: [1]
    sections: ["7.1"]
reportTypes:
  - { id: monthly, name: 月报, records: [rec.rounds], sourceLine: 1 }
reportContent: []
flows:
  - id: filing
    name: 填写
    steps:
      - { step: 填写, by: role.inspector, sourceLine: 1 }
---
`,
  'content/organisation/blanks.mdx': `---
title: 待补充
updated: "2026-11-01"
blanks:
  - id: contract.minutes
    kind: placeholder
    needs: 响应时限
    type: integer_minutes
    value: null
    suggestion: 30分钟
    supplier: both
    sections: ["5.1"]
    sourceLines: [610]
---
`,
  'content/organisation/contradictions.mdx': `---
title: 差异
updated: "2026-11-01"
contradictions:
  - id: cf.response
    kind: contradiction
    severity: high
    topic: 响应时间
    sides:
      - { section: "5.1", sourceLine: 610, clause: "5.1-1", says: 三十分钟 }
      - { section: "5.1", sourceLine: 612, says: 一小时 }
    resolution: 取三十分钟。
    showToReader: true
    needsClientDecision: true
    indicators: [cleaning.overall.pass]
---
`,
  'content/search/synonyms.mdx': `---
title: 平常说法
updated: "2026-11-01"
synonyms:
  - { say: [看一遍], means: [巡查] }
skip: [怎么]
---
`,
};

/** The content with some texts replaced, `[file, from, to]`; every `from` must be there. */
export function contentWith(...changes: readonly (readonly [string, string, string])[]): ContentFiles {
  const files = new Map(Object.entries(contentTexts));
  for (const [file, from, to] of changes) {
    const text = present(files.get(file));
    if (!text.includes(from)) throw new Error(`${file} has no “${from}”`);
    files.set(file, text.replace(from, to));
  }
  return files;
}

/** The content without some files. */
export const contentWithout = (...files: readonly string[]): ContentFiles =>
  new Map(Object.entries(contentTexts).filter(([file]) => !files.includes(file)));

/** Line and column at which a text first stands in a file. */
export function placeIn(files: ContentFiles, file: string, text: string): [number, number] {
  const whole = present(files.get(file));
  const at = whole.indexOf(text);
  if (at === -1) throw new Error(`${file} has no “${text}”`);
  const lines = whole.slice(0, at).split('\n');
  return [lines.length, (lines.at(-1) ?? '').length + 1];
}
