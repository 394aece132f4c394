import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { monthPeriod } from '../src/core/calendar/period.ts';
import { weekOf } from '../src/core/calendar/week.ts';
import { logOn, logSchema } from '../src/core/definitions/log.ts';
import { Assessment } from '../src/core/indicators/assessment.ts';
import { readDefinitions } from '../src/core/project/definitions.ts';
import { readContent } from '../src/core/project/project.ts';
import { openAt } from '../src/core/reports/open.ts';
import { periodReport } from '../src/core/reports/period.ts';
import { periodBook } from '../src/core/reports/period-book.ts';
import { weekReport } from '../src/core/reports/week.ts';
import { weekBook } from '../src/core/reports/week-book.ts';
import { contentWith } from '../src/core/testing/content.ts';
import { ledgerOf, present, registerTexts, slipHeader } from '../src/core/testing/ledger.ts';
import { findingsSentence, openSentence } from '../src/present/cases.ts';
import { periodPaper } from '../src/present/report/period.ts';
import { reportTwin } from '../src/present/report/twin.ts';
import { weekPaper } from '../src/present/report/week.ts';
import { unwritten } from './unwritten.ts';

/** A contract for lifts: call-outs, some with a trapped person, and scheduled care. It keeps no requests, feedback, trainings or measures. */
const callouts = `
id: lift-callouts
name: 电梯召修
order: 1
about: 一次召修一行。
date: called
location: lift
running: id
key: [id]
columns:
  id: { name: 召修单号, type: id, series: ZX, required: true, example: ZX-202609-001 }
  lift: { name: 电梯编号, type: reference, register: equipment, required: true, example: W01-P1 }
  kind: { name: 类别, type: choice, required: true, example: 困人, values: [困人, 停梯] }
  called: { name: 召修时间, type: moment, required: true, example: "2026-09-01 09:10" }
  repaired: { name: 修复时间, type: moment, example: "2026-09-01 11:25" }
  cause: { name: 原因, type: text, example: 门机故障 }
roles:
  - { role: incident, where: { kind: 困人 }, opened: called, closed: repaired, item: lift, about: [lift, kind], action: [cause] }
  - { role: fault, opened: called, closed: repaired, item: lift, about: [lift, kind], action: [cause] }
`;
const care = `
id: lift-care
name: 电梯保养
order: 2
about: 一台一次一行。
date: date
location: lift
key: [date, lift]
columns:
  date: { name: 日期, type: date, required: true, example: "2026-09-01" }
  lift: { name: 电梯编号, type: reference, register: equipment, required: true, example: W01-P1 }
  result: { name: 结果, type: choice, required: true, example: 完成, values: [完成, 未完成] }
roles:
  - { role: work, match: { lift: device }, planned: date, done: { result: 完成 } }
`;
const logs = [callouts, care].map((text) => logOn(logSchema.parse(parse(text)), null));

const files = {
  'data/registers/schedule.csv': `${present(registerTexts['data/registers/schedule.csv']).split('\n')[0]}
JH-001,lift-care,用电,,,W01-P1,保养,每周,2024-11-01,
`,
  'data/2026-09/delivery.csv': `${slipHeader}\n电梯召修,3,2026-10-03,GL-01\n电梯保养,2,2026-10-03,GL-01\n`,
  'data/2026-09/lift-callouts.csv': `召修单号,电梯编号,类别,召修时间,修复时间,原因
ZX-202609-001,W01-P1,困人,2026-09-02 08:00,2026-09-02 09:00,门机故障
ZX-202609-002,W01-P1,停梯,2026-09-03 08:00,2026-09-03 12:00,停电
ZX-202609-003,W01-P1,困人,2026-09-29 08:00,,门机故障
`,
  'data/2026-09/lift-care.csv': `日期,电梯编号,结果
2026-09-02,W01-P1,完成
2026-09-09,W01-P1,未完成
`,
};
const { value: ledger, problems } = ledgerOf(files, { logs });
const assessment = new Assessment(ledger, [], { start: '2026-09-01', smallSample: 10 });
const report = present(periodReport(assessment, monthPeriod('2026-09'), []));
const book = periodBook(report);
const { value: content } = readContent(contentWith());
const telling = {
  report,
  book,
  registers: ledger.registers,
  contract: present(content.contract).data,
  seals: new Map(),
  href: () => '#',
};
const paper = periodPaper(telling, assessment, content, unwritten);
const words = JSON.stringify(
  paper.blocks.map((block) => ('pieces' in block ? block.pieces : 'items' in block ? block.items : '')),
)
  .replaceAll(/"(?:kind|text|quote|value|id|to|report|month|period|log)":/gu, '')
  .replaceAll(/[{}[\]",]/gu, '');
const twin = JSON.parse(JSON.stringify(reportTwin(paper, book, { kind: 'real', label: '甲', note: '乙' }, report)));

describe('a contract with other logs', () => {
  it('has sound data', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('tells a trapped person as an accident, and each row once', () => {
    const kinds = report.improvement.findings.map(({ kind, opened }) => [kind, opened.slice(0, 10)]);
    expect(kinds.sort()).toEqual([
      ['fault', '2026-09-03'],
      ['incident', '2026-09-02'],
      ['incident', '2026-09-29'],
    ]);
    const sentence = findingsSentence(report.improvement, []);
    expect(sentence).toContain('发现问题3件（事故2件、故障1件），已办结2/3');
    expect(sentence).toContain('未办结1件：事故1件');
  });

  it('counts work that was due by the columns that its log names', () => {
    // Four weeks have their Thursday in September; one visit was made, one row says that it was not.
    expect(report.workload.all.tasks).toEqual({ kind: 'ratio', numerator: 1, denominator: 4 });
  });

  it('says of what no log declares that the contract keeps none, never that there was none', () => {
    expect(words).toContain('服务请求：本合同没有这类台账');
    expect(words).toContain('客户反馈：本合同没有这类台账');
    expect(words).toContain('改进措施：本合同没有这类台账');
    expect(words).toContain('改进建议：本合同没有这类台账');
    expect(words).toContain('培训：本合同没有这类台账');
    for (const untrue of ['没有收到', '没有到期', '没有改进建议', '应急演练', '（零报告）']) expect(words).not.toContain(untrue);
    expect(openSentence(openAt(assessment, '2026-09-30'))).toContain('投诉、巡检隐患、监督发现的问题、检查不合格、服务请求');
  });

  it('gives no number for it, and the reason in the twin', () => {
    const ids = Object.keys(twin.values);
    expect(ids.filter((id) => /requests|feedback|suggestions|trainings|measure|complaint|defect/u.test(id))).toEqual([]);
    expect(twin.notKept).toContainEqual({ role: 'request', reason: '服务请求：本合同没有这类台账' });
    expect(twin.notKept.map(({ role }: { role: string }) => role)).not.toContain('incident');
  });

  it('says the same of a week', () => {
    const week = present(weekReport(assessment, weekOf('2026-09-02')));
    const told = JSON.stringify(weekPaper(week, telling));
    expect(told).toContain('服务请求：本合同没有这类台账');
    expect(told).not.toContain('没有收到');
    expect(weekBook(week).get(`${week.week.id}/requests/received`)).toBeNull();
    expect(weekBook(week).get(`${week.week.id}/findings/found`)?.quantity).toMatchObject({ count: 2 });
  });
});

describe('roles in a definition', () => {
  const defined = (role: string) =>
    readDefinitions(
      new Map([['content/logs/lift-care.mdx', `---${care.replace(/roles:\n.*\n/u, `roles:\n  - ${role}\n`)}---\n`]]),
    )
      .problems.filter(({ code }) => code === 'definition/column' || code === 'definition/rule')
      .filter(({ message }) => !message.includes('名录'))
      .map(({ code, message }) => `${code} ${message}`);

  it('name columns and words that the log has', () => {
    expect(defined('{ role: survey }')).toEqual([]);
    expect(defined('{ role: work, match: { plan: device }, planned: date, done: { result: 完成 } }')).toEqual([
      'definition/column 没有列“plan”',
    ]);
    expect(defined('{ role: work, match: { lift: device }, planned: date, done: { result: 好 } }')).toEqual([
      'definition/rule “好”不是电梯保养“结果”的取值',
    ]);
  });
});
