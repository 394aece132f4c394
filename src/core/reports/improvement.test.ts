import { describe, expect, it } from 'vitest';
import { addMonths } from '../calendar/date.ts';
import { Assessment } from '../indicators/assessment.ts';
import { type Indicator, indicatorOf, indicatorSchema } from '../indicators/indicator.ts';
import { logNamed } from '../testing/definitions.ts';
import { ledgerOf, registerTexts, slipHeader } from '../testing/ledger.ts';
import { correctionOf } from './cases.ts';
import { improvementReport } from './improvement.ts';

const checks = logNamed('checks');
const faults = logNamed('faults');
const feedback = logNamed('feedback');
const improvements = logNamed('improvements');
const suggestions = logNamed('suggestions');
const supervision = logNamed('supervision');

const logs = [checks, faults, feedback, suggestions, improvements, supervision];
const header = (log: (typeof logs)[number]) => Object.values(log.columns).map(({ name }) => name);

/** A row of a log from the cells that matter; the others are left empty. */
const row = (log: (typeof logs)[number], cells: Readonly<Record<string, string>>) =>
  Object.keys(log.columns)
    .map((field) => cells[field] ?? '')
    .join(',');

/** A month's files: its rows by log, and a slip that lists what is handed in. */
function monthFiles(month: string, rows: ReadonlyMap<(typeof logs)[number], readonly string[]>): [string, string][] {
  const slip = [
    slipHeader,
    ...[...rows].map(([log, own]) => `${log.name},${own.length},${addMonths(month, 1)}-10,GL-01`),
    '',
  ].join('\n');
  const files = [...rows].map(([log, own]): [string, string] => [
    `data/${month}/${log.id}.csv`,
    [header(log).join(','), ...own, ''].join('\n'),
  ]);
  return [[`data/${month}/delivery.csv`, slip], ...files];
}

const check = (date: string, rectified: string) =>
  row(checks, {
    date,
    service: '保洁',
    area: 'W01-A1',
    item: '地面',
    method: '目视',
    result: '不合格',
    finding: '积水',
    rectified,
    checker: 'BJ-01',
  });
const passed = row(checks, {
  date: '2026-09-02',
  service: '保洁',
  area: 'W01-A1',
  item: '墙面',
  method: '目视',
  result: '合格',
  checker: 'BJ-01',
});
const fault = (number: string, reported: string, repaired: string) =>
  row(faults, {
    id: `BX-${reported.slice(0, 7).replace('-', '')}-${number}`,
    location: 'W01',
    device: 'W01-P1',
    fault: '跳闸',
    reported,
    repaired,
    diagnosis: '准确',
    staff: 'BJ-01',
  });
const message = (number: string, kind: string, received: string, closed: string) =>
  row(feedback, {
    id: `FK-202609-${number}`,
    service: '保洁',
    location: 'W02',
    kind,
    channel: '热线',
    summary: '异味',
    received,
    closed,
    satisfied: '满意',
  });
const suggestion = (number: string, valid: string, adopted: string) =>
  row(suggestions, { id: `JY-202609-${number}`, date: '2026-09-10', service: '保洁', summary: '加铺吸水垫', valid, adopted });

const measure = (number: string, due: string, result: string) =>
  row(improvements, {
    id: `GJ-202609-${number}`,
    service: '保洁',
    source: '客户反馈',
    problem: '湿滑',
    measure: '加铺吸水垫',
    raised: '2026-08-01',
    due,
    done: result === '已实施' ? due : '',
    result,
    reason: result === '已实施' ? '' : '等待采购',
    owner: 'GL-01',
  });
const visit = row(supervision, {
  date: '2026-09-15',
  service: '保洁',
  location: 'W01',
  mode: '日常监督',
  scope: '大堂',
  result: '发现问题',
  finding: '拖布混用',
  rectified: '2026-09-16 09:00',
  supervisor: 'BJ-01',
});

const files = [
  ...monthFiles(
    '2026-06',
    new Map([[faults, [fault('001', '2026-06-30 08:00', ''), fault('002', '2026-06-30 09:00', '2026-07-01 09:00')]]]),
  ),
  // July was not handed in: August's file begins with what June left open, and September's with what is open still.
  ...monthFiles(
    '2026-08',
    new Map([[faults, [fault('001', '2026-06-30 08:00', ''), fault('002', '2026-06-30 09:00', '2026-07-01 09:00')]]]),
  ),
  ...monthFiles(
    '2026-09',
    new Map([
      [checks, [passed, check('2026-09-10', '2026-09-10 17:00'), check('2026-09-20', '')]],
      [faults, [fault('001', '2026-06-30 08:00', ''), fault('001', '2026-09-28 23:00', '2026-09-30 01:00')]],
      [feedback, [message('001', '表扬', '2026-09-01 10:00', ''), message('002', '投诉', '2026-09-05 10:00', '')]],
      [supervision, [visit]],
      [
        improvements,
        [
          measure('001', '2026-09-10', '已实施'),
          measure('002', '2026-09-30', '未实施'),
          measure('003', '2026-09-05', '已实施'),
          measure('004', '2026-09-08', '已取消'),
        ],
      ],
      [
        suggestions,
        [
          suggestion('001', '有效', '采纳'),
          suggestion('002', '有效', '未采纳'),
          suggestion('003', '有效', '待定'),
          suggestion('004', '无效', '未采纳'),
          suggestion('005', '待评审', '待定'),
        ],
      ],
    ]),
  ),
];
/** What an indicator of these tests says of itself, besides its measure. */
const facts = {
  id: 'cleaning.faults.time',
  name: '维修及时率',
  service: 'cleaning',
  group: '总体',
  subgroup: null,
  order: 1,
  clause: '5.1-1',
  meaning: '含义',
  criterion: '要求',
  quantitative: true,
  method: '方法',
  frequency: null,
  formula: '口径',
  sourceLine: 1,
  updated: '2026-11-01',
};

/** Nothing was due by plan. */
const noSchedule = `${registerTexts['data/registers/schedule.csv']?.split('\n')[0]}\n`;
const { value: ledger, problems } = ledgerOf(
  { ...Object.fromEntries(files), 'data/registers/schedule.csv': noSchedule },
  { logs },
);
const report = improvementReport(new Assessment(ledger, [], { start: '2026-06-01', smallSample: 10 }), '2026-09');

describe('improvementReport', () => {
  it('rests on sound files', () => {
    expect(problems).toEqual([]);
  });

  it('looks at the latest three months, folders or not', () => {
    expect(report.months).toEqual(['2026-07', '2026-08', '2026-09']);
  });

  it('lists what is open first, oldest first, then what was closed, latest first', () => {
    expect(report.findings.map(({ kind, opened, closed, days }) => [kind, opened, closed, days])).toEqual([
      ['complaint', '2026-09-05T10:00', null, 25],
      ['failed-check', '2026-09-20', null, 10],
      ['fault', '2026-09-28T23:00', '2026-09-30T01:00', 2],
      ['shortcoming', '2026-09-15', '2026-09-16T09:00', 1],
      ['failed-check', '2026-09-10', '2026-09-10T17:00', 0],
    ]);
  });

  it('tells an open finding from an overdue one, as of the last day, by the limits of the indicators', () => {
    const repaired = (limits: object, more: object = {}) =>
      indicatorOf(
        indicatorSchema.parse({
          ...facts,
          measure: { kind: 'within', log: 'faults', from: 'reported', to: 'repaired', limits, ...more },
          targets: [{ from: '2026-01-01', operator: '>=', value: 100, unit: '%', basis: 'plan' }],
        }),
      );
    const deadlines = (indicator: Indicator) => {
      const terms = { start: '2026-06-01', smallSample: 10 };
      const { findings, open } = improvementReport(new Assessment(ledger, [indicator], terms), '2026-09');
      const older = open.cases.filter(({ opened }) => opened < '2026-07');
      return [...older, ...findings].filter(({ kind }) => kind === 'fault').map(({ opened, deadline }) => [opened, deadline]);
    };
    // Repaired after 26 hours; the one of 30 June is still open 92 days later.
    expect(deadlines(repaired([{ max: 24, unit: 'h' }]))).toEqual([
      ['2026-06-30T08:00', 'overdue'],
      ['2026-09-28T23:00', 'overdue'],
    ]);
    expect(deadlines(repaired([{ max: 100, unit: 'd' }]))).toEqual([
      ['2026-06-30T08:00', 'running'],
      ['2026-09-28T23:00', 'kept'],
    ]);
    const exclude = [{ where: { location: 'W01' }, reason: '外部停电' }];
    expect(deadlines(repaired([{ max: 24, unit: 'h' }], { exclude })).map(([, deadline]) => deadline)).toEqual([
      'exempt',
      'exempt',
    ]);
    expect(report.findings.map(({ deadline }) => deadline)).toEqual(['none', 'none', 'none', 'none', 'none']);
  });

  it('names the location through the register that the log refers to', () => {
    expect(report.findings.map(({ location }) => location)).toEqual(['W02', 'W01', 'W01', 'W01', 'W01']);
  });

  it('keeps in sight what is open, whenever it began: findings, and measures that are due and not carried out', () => {
    expect(report.open.cases.map(({ kind, opened, days }) => [kind, opened, days])).toEqual([
      ['fault', '2026-06-30T08:00', 92],
      ['measure', '2026-08-01', 60],
      ['complaint', '2026-09-05T10:00', 25],
      ['failed-check', '2026-09-20', 10],
    ]);
    // The one that fell due on 30 September has its day still: it is of these months, and not late.
    expect(report.earlier).toEqual([]);
    expect(report.open.cases[1]).toMatchObject({ deadline: 'running', limit: '2026-09-30', over: 0 });
  });

  it('says which logs are missing, a whole month too', () => {
    expect(report.gaps.map(({ month, log }) => `${month} ${log.id}`).sort()).toEqual([
      '2026-07 checks',
      '2026-07 faults',
      '2026-07 feedback',
      '2026-07 improvements',
      '2026-07 suggestions',
      '2026-07 supervision',
      '2026-08 checks',
      '2026-08 feedback',
      '2026-08 improvements',
      '2026-08 suggestions',
      '2026-08 supervision',
    ]);
  });

  it('rates suggestions on those that were decided, and counts those that wait', () => {
    expect(report.suggestions[0]).toEqual({
      service: 'cleaning',
      received: 5,
      valid: { kind: 'ratio', numerator: 3, denominator: 4 },
      adopted: { kind: 'ratio', numerator: 1, denominator: 2 },
      waiting: 2,
    });
    expect(report.suggestions[1]).toMatchObject({ service: 'electrical', received: 0 });
  });

  it('lists due measures, those not done first, and leaves called-off ones out of the rate', () => {
    expect(report.measures.map(({ record }) => record.values.id)).toEqual([
      'GJ-202609-002',
      'GJ-202609-003',
      'GJ-202609-004',
      'GJ-202609-001',
    ]);
    expect(report.done).toEqual({ kind: 'ratio', numerator: 2, denominator: 3 });
  });
});

describe('correctionOf', () => {
  const rowOf = (id: string, values: Readonly<Record<string, string | null>>) => {
    const log = ledger.logs.find((each) => each.id === id);
    if (log === undefined) throw new Error(`no log ${id}`);
    return { log, record: { file: `data/2026-09/${id}.csv`, line: 2, values } };
  };

  it('reads what was done and when from the row itself', () => {
    expect(correctionOf(rowOf('checks', { recheck: '合格', rectified: '2026-09-01T10:30' }), ledger.registers)).toEqual({
      action: [{ column: '当日复查', text: '合格' }],
      closed: '2026-09-01T10:30',
    });
    expect(correctionOf(rowOf('checks', { recheck: null, rectified: null }), ledger.registers)).toEqual({
      action: [],
      closed: null,
    });
  });

  it('has nothing to say of a log without such columns', () => {
    expect(correctionOf(rowOf('suggestions', { valid: '有效' }), ledger.registers)).toBeNull();
  });
});
