import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarYear, monthPeriod } from '../src/core/calendar/period.ts';
import type { PartResult } from '../src/core/indicators/result.ts';
import { readState } from '../src/core/project/project.ts';
import { present } from '../src/core/testing/ledger.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';

/*
 * The supplementary figures of the contract against what a stranger counted, against counts of the raw cells made here without
 * the engine, and against what the list of contradictions announces.
 */

const root = join(import.meta.dirname, '..');
const content = contentFiles(root);
const month = '2026-10';
const scheduleFile = 'data/registers/schedule.csv';

/** The data, with a monthly full inspection of each device in the schedule where it asks for none. */
function filesWithInspections(): Map<string, Uint8Array> {
  const files = new Map(dataFiles(root));
  const text = new TextDecoder().decode(files.get(scheduleFile));
  if (text.includes(',全面,每月,')) return files;
  const lines = text.split('\n').filter((line) => line.includes(',日常,每日,'));
  const added = lines.map((line, at) =>
    line.replace('日常,每日', '全面,每月').replace(/^JH-\d+/u, `JH-9${String(at).padStart(3, '0')}`),
  );
  return files.set(scheduleFile, new TextEncoder().encode(`${text.trimEnd()}\n${added.join('\n')}\n`));
}

const files = filesWithInspections();
const project = present(readState({ content, data: files }).value);
const { assessment } = project;

function figure(id: string): PartResult {
  const indicator = present(assessment.supplementary.find((each) => each.id === id));
  return present(assessment.result(indicator, monthPeriod(month)).parts[0]);
}

type Cells = Readonly<Record<string, string>>;

/** All rows of a month's file by the words of its heading; nothing but commas and quotes is known of them. */
function fileOf(log: string): Cells[] {
  const text = new TextDecoder().decode(files.get(`data/${month}/${log}.csv`)).replace(/^\uFEFF/u, '');
  const cells = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)].map(([, cell = '']) =>
      cell.replace(/^"|"$/gu, '').replaceAll('""', '"'),
    );
  const [head = '', ...lines] = text.split(/\r?\n/u).filter((line) => line !== '');
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? '', cell.trim()])));
}

/** Those that began in the month, as their first cell says, a date or a running number; the others were carried over. */
const rowsOf = (log: string): Cells[] =>
  fileOf(log).filter((row) => [month, month.replace('-', '')].some((each) => Object.values(row)[0]?.includes(each)));

type Count = readonly [number, number];
type Is = (row: Cells) => boolean;

const of = (rows: readonly Cells[], is: Is): Count => [rows.filter(is).length, rows.length];
const sums = (rows: readonly Cells[], a: string, b: string): Count => {
  const sum = (name: string) => rows.reduce((all, row) => all + Number(row[name]), 0);
  return [sum(a), sum(b)];
};
const plus = (...counts: readonly Count[]): Count => counts.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
const filled = (name: string) => (row: Cells) => (row[name] ?? '') !== '';
const says = (name: string, word: string) => (row: Cells) => row[name] === word;

/** Minutes between two cells; what has not ended lasts until the end of the month. */
function minutes(row: Cells, from: string, to: string): number {
  const at = (cell: string) => Date.parse(`${cell.replace(' ', 'T')}:00Z`) / 60_000;
  return ((row[to] ?? '') === '' ? at('2026-11-01 00:00') : at(row[to] ?? '')) - at(row[from] ?? '');
}

/** Rows that keep a limit, of those of which that is known. */
function inTime(rows: readonly Cells[], from: string, to: string, limit: (row: Cells) => number): Count {
  const known = rows.filter((row) => (row[to] ?? '') !== '' || minutes(row, from, to) > limit(row));
  return of(known, (row) => minutes(row, from, to) <= limit(row));
}

const lasted = (rows: readonly Cells[], to: string): Count => [
  rows.reduce((sum, row) => sum + minutes(row, '报修时间', to), 0),
  rows.length,
];
const different = (rows: readonly Cells[], name: string): number => new Set(rows.map((row) => row[name])).size;

const [requests, faults, feedback, tasks] = ['requests', 'faults', 'feedback', 'tasks'].map(rowsOf) as [
  Cells[],
  Cells[],
  Cells[],
  Cells[],
];
const inspections = rowsOf('electrical-inspections');
const complaints = feedback.filter(says('类别', '投诉'));
const answers = rowsOf('surveys').filter((row) => row.题目 === '总体满意度' && row.是否有效 === '有效');
const measures = rowsOf('improvements').filter((row) => row.实施情况 !== '已取消');
const urgent = (row: Cells) => row.紧急程度 === '紧急';
const limits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  保洁: { 紧急: 30, 一般: 120 },
  绿植: { 紧急: 1440, 一般: 1440 },
  虫控: { 紧急: 120, 一般: 1440 },
  用电: { 紧急: 120, 一般: 120 },
};
const corrected = plus(
  of(rowsOf('checks').filter(says('结果', '不合格')), filled('整改完成时间')),
  of(rowsOf('supervision').filter(says('结果', '发现问题')), filled('整改完成时间')),
  of(inspections.filter(says('设备状态', '异常')), filled('闭环时间')),
  of(rowsOf('electrical-tests').filter(says('结果', '不合格')), says('复测结果', '合格')),
);

/** Each figure counted from the raw cells. */
const byHand: Readonly<Record<string, Count>> = {
  'sup.complaint-rate': [complaints.length, requests.length + tasks.length],
  'sup.equipment-fault-rate': [different(faults, '设备编号'), different(inspections, '设备编号')],
  'sup.satisfaction-index': of(answers, (row) => Number(row.评分) >= 4),
  'sup.urgent-response': plus(
    inTime(requests.filter(urgent), '报修时间', '响应时间', () => 30),
    inTime(faults, '报修时间', '响应时间', () => 30),
  ),
  'sup.electrical-requests': inTime(
    requests.filter((row) => row.服务 === '用电' && !urgent(row)),
    '报修时间',
    '响应时间',
    () => 120,
  ),
  'sup.ordinary-response': inTime(
    requests.filter((row) => !urgent(row)),
    '报修时间',
    '响应时间',
    () => 120,
  ),
  'sup.drills': [rowsOf('trainings').filter(says('培训类别', '应急演练')).length, 0],
  'sup.feedback-answer': inTime(feedback, '收到时间', '答复时间', () => 1440),
  'sup.problems-solved': plus(corrected, of(faults, filled('修复时间')), of(complaints, filled('办结时间'))),
  'sup.rectification': corrected,
  'sup.first-pass': of(rowsOf('checks'), says('结果', '合格')),
  'sup.task-punctuality': of(tasks, (row) => filled('实际完成时间')(row) && (row.实际完成时间 ?? '') <= (row.计划完成时间 ?? '')),
  'sup.task-completion': of(tasks, says('结果', '完成')),
  'sup.timeliness': plus(
    inTime(requests, '报修时间', '响应时间', (row) => limits[row.服务 ?? '']?.[row.紧急程度 ?? ''] ?? Number.NaN),
    inTime(faults, '报修时间', '响应时间', () => 30),
  ),
  'sup.response-time': plus(lasted(requests, '响应时间'), lasted(faults, '响应时间')),
  // What is open counts with its age, in every month until it is repaired.
  'sup.repair-time': lasted(fileOf('faults'), '修复时间'),
  'sup.complaints-settled': of(complaints, filled('办结时间')),
  'sup.improvement-implementation': of(measures, says('实施情况', '已实施')),
  'sup.improvement-completion': of(
    measures,
    (row) => filled('实施日期')(row) && (row.实施日期 ?? '') <= (row.计划完成日期 ?? ''),
  ),
  'sup.training-attendance': sums(rowsOf('trainings'), '参训人数', '应训人数'),
  'sup.attendance': sums(rowsOf('attendance'), '到岗班次', '应到班次'),
  'sup.satisfaction-score': [answers.reduce((sum, row) => sum + Number(row.评分), 0), answers.length],
  'sup.spot-checks': of(rowsOf('supervision'), says('监督方式', '不定期抽查')),
  'sup.incidents': [rowsOf('incidents').length, 0],
  'sup.full-inspection': [
    different(inspections.filter(says('巡检类别', '全面')), '设备编号'),
    different(inspections.filter(says('巡检类别', '日常')), '设备编号'),
  ],
};

const countOf = ({ tally }: PartResult): Count => {
  switch (tally.kind) {
    case 'ratio':
      return [tally.numerator, tally.denominator];
    case 'mean':
      return [tally.sum, tally.count];
    case 'count':
      return [tally.events, 0];
  }
};

describe('supplementary figures', () => {
  it('are all counted here, and come to the same', () => {
    const told = assessment.supplementary.map(({ id }) => [id, countOf(figure(id))] as const);
    // What the schedule asks for is worked out with the calendar: another program does that anew.
    const scheduled = assessment.supplementary
      .filter(({ parts }) => parts.some(({ measure }) => measure.kind === 'coverage'))
      .map(({ id }) => id);
    expect(Object.fromEntries(told.filter(([id]) => id in byHand || !scheduled.includes(id)))).toEqual(byHand);
  });

  it('leave the plan’s list as long as the plan has it', () => {
    const services = ['cleaning', 'greenery', 'pest', 'electrical'];
    const counts = services.map((service) => assessment.indicators.filter((each) => each.service === service).length);
    expect([...counts, assessment.indicators.length]).toEqual([24, 24, 22, 23, 93]);
    expect(assessment.indicators.some(({ id }) => id.startsWith('sup.'))).toBe(false);
  });

  it('give two complaints of 183 as missed, and the full inspection that nobody made', () => {
    expect(figure('sup.complaint-rate')).toMatchObject({ verdict: 'missed', tally: { numerator: 2, denominator: 183 } });
    expect(figure('sup.full-inspection')).toMatchObject({ verdict: 'missed', tally: { numerator: 0, denominator: 28 } });
    expect(figure('sup.equipment-fault-rate').verdict).toBe('missed');
    expect(figure('sup.satisfaction-index').verdict).toBe('met');
  });

  it('add up over a quarter, devices by the month', () => {
    const indicator = present(assessment.supplementary.find(({ id }) => id === 'sup.equipment-fault-rate'));
    const tally = (each: string) => countOf(present(assessment.result(indicator, monthPeriod(each)).parts[0]));
    const quarter = assessment.result(indicator, calendarYear.quarter('2026-09'));
    expect(countOf(present(quarter.parts[0]))).toEqual(plus(tally('2026-07'), tally('2026-08'), tally('2026-09')));
  });
});

interface Announced {
  readonly name: string;
  readonly expected_2026_10: number | null;
  readonly n: number | null;
  readonly N: number | null;
}
const announced = (
  parse(readFileSync(join(root, 'tests/strangers/proof/announced.yaml'), 'utf8')) as { readonly announced: readonly Announced[] }
).announced;

/** Where the figures that a stranger found announced are shown. */
const shownAs: Readonly<Record<string, string>> = {
  投诉率: 'sup.complaint-rate',
  设备故障率: 'sup.equipment-fault-rate',
  满意度指数: 'sup.satisfaction-index',
  紧急服务30分钟响应率: 'sup.urgent-response',
  月度全面巡检: 'sup.full-inspection',
  用电一般请求2小时响应率: 'sup.electrical-requests',
  一般请求响应率: 'sup.ordinary-response',
  应急演练次数: 'sup.drills',
  反馈答复及时率: 'sup.feedback-answer',
  问题解决率: 'sup.problems-solved',
  整改完成率: 'sup.rectification',
  服务达标率: 'sup.first-pass',
  '改进措施实施率（四项合计）': 'sup.improvement-implementation',
  改进项目完成率: 'sup.improvement-completion',
  '服务成功率（减少失误与故障）': 'sup.task-completion',
  平均响应时间: 'sup.response-time',
  平均修复时间: 'sup.repair-time',
  '及时率（四项合计）': 'sup.timeliness',
  投诉办结率: 'sup.complaints-settled',
  参训率: 'sup.training-attendance',
  到岗率: 'sup.attendance',
  满意度平均分: 'sup.satisfaction-score',
  卫生抽查次数与不定期抽查: 'sup.spot-checks',
  月度全面消杀次数: 'pest.specific.treatment-coverage',
  一般故障限时办结率: 'electrical.specific.fault-repair',
  第三方评估次数: 'cleaning.supervision.third-party',
  改进前后对比: 'electrical.specific.prevention',
};

describe('what a stranger found announced', () => {
  it('comes to the stranger’s number wherever the rows are still those that were counted', () => {
    const counted = announced.flatMap(({ name, n, N }) => {
      const id = shownAs[name] ?? '';
      const hand = byHand[id];
      return hand === undefined || N === null || hand[0] !== n || hand[1] !== N ? [] : [[name, countOf(figure(id)), [n, N]]];
    });
    expect(counted.map(([name, is]) => [name, is])).toEqual(counted.map(([name, , wanted]) => [name, wanted]));
    expect(counted.length).toBeGreaterThanOrEqual(15);
  });

  it('is all shown: each name leads to an indicator that the contract has', () => {
    const known = new Set(announced.map(({ name }) => name));
    const lost = Object.entries(shownAs).filter(
      ([name, id]) => !known.has(name) || !assessment.all.some((each) => each.id === id),
    );
    expect(lost).toEqual([]);
  });

  it('tells the satisfaction gained as a movement of the index: 91/95 after 93/94', () => {
    const indicator = present(assessment.supplementary.find(({ id }) => id === 'sup.satisfaction-index'));
    const [before, after] = ['2026-09', month].map((each) =>
      countOf(present(assessment.result(indicator, monthPeriod(each)).parts[0])),
    );
    const points = 100 * (present(after)[0] / present(after)[1] - present(before)[0] / present(before)[1]);
    expect(points).toBeCloseTo(-3.1467, 4);
  });
});

describe('what the list of contradictions announces', () => {
  const contradictions = present(project.content.contradictions).data.contradictions;
  /** The names that follow 补充指标: “甲”, “甲”和“乙”, or after a colon a list. */
  const namesIn = (words: string): string[] =>
    [...words.matchAll(/补充指标(?:，[^“]*：)?((?:[、和]?“[^”]+”)+)/gu)].flatMap(([, list = '']) =>
      [...list.matchAll(/“([^”]+)”/gu)].map(([, name = '']) => name),
    );

  it('is computed: each name is a supplementary indicator, of which the item says that it is concerned', () => {
    const named = contradictions.flatMap(({ id, resolution, indicators }) =>
      namesIn(resolution).map((name) => ({ id, name, indicators })),
    );
    const lost = named.filter(({ name, indicators }) => {
      const found = assessment.supplementary.find((each) => each.name === name);
      return found === undefined || found.parts.length === 0 || !indicators.includes(found.id);
    });
    expect(lost).toEqual([]);
    expect(new Set(named.map(({ name }) => name)).size).toBeGreaterThanOrEqual(18);
  });

  it('names every supplementary indicator that it says is concerned', () => {
    const lost = contradictions.flatMap(({ id, resolution, indicators }) =>
      assessment.supplementary
        .filter((each) => indicators.includes(each.id) && !resolution.includes(`“${each.name}”`))
        .map((each) => [id, each.name]),
    );
    expect(lost).toEqual([]);
  });

  it('promises nothing else: no figure is put off, and none is listed under another name', () => {
    const putOff =
      /观察指标|将(?:计算|列入|另列)|写入月报|同时报告|分值另列|另行记录|作为补充指标|补充指标(?![“，])|扩展检查项|扩展项/u;
    expect(contradictions.filter(({ resolution }) => putOff.test(resolution)).map(({ id }) => id)).toEqual([]);
  });

  it('says of a figure either that it is computed or that there is no record of it, never both', () => {
    const both = contradictions.flatMap(({ id, resolution }) =>
      resolution
        .split(/[。；]/u)
        .filter((sentence) => sentence.includes('没有记录，不计算') && namesIn(sentence).length > 0)
        .map(() => id),
    );
    expect(both).toEqual([]);
  });
});
