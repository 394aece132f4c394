import { describe, expect, it } from 'vitest';
import { addMonths, lastDay } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import { weekOf } from '../calendar/week.ts';
import { Assessment } from '../indicators/assessment.ts';
import type { Log } from '../logs/log.ts';
import { logNamed } from '../testing/definitions.ts';
import { indicatorWith, ledgerOf, present, registerTexts, slipHeader, targetOf } from '../testing/ledger.ts';
import { type Case, caseId } from './cases.ts';
import { improvementReport } from './improvement.ts';
import { missesIn, outsideFindings } from './misses.ts';
import { openAt } from './open.ts';
import { periodReport } from './period.ts';
import { weekReport } from './week.ts';

const checks = logNamed('checks');
const faults = logNamed('faults');
const feedback = logNamed('feedback');
const improvements = logNamed('improvements');
const requests = logNamed('requests');

const logs = [checks, faults, feedback, improvements, requests];

/** A row of a log from the cells that matter; the others are left empty. */
const row = (log: Log, cells: Readonly<Record<string, string>>) =>
  Object.keys(log.columns)
    .map((field) => cells[field] ?? '')
    .join(',');

/** A month's files with a slip that lists what is handed in. */
function monthFiles(month: string, rows: ReadonlyMap<Log, readonly string[]>): [string, string][] {
  const slip = [
    slipHeader,
    ...[...rows].map(([log, own]) => `${log.name},${own.length},${addMonths(month, 1)}-10,GL-01`),
    '',
  ].join('\n');
  const heads = (log: Log) => Object.values(log.columns).map(({ name }) => name);
  return [
    [`data/${month}/delivery.csv`, slip],
    ...[...rows].map(([log, own]): [string, string] => [
      `data/${month}/${log.id}.csv`,
      [heads(log).join(','), ...own, ''].join('\n'),
    ]),
  ];
}

const request = (id: string, reported: string, more: Readonly<Record<string, string>>) =>
  row(requests, {
    id,
    service: '保洁',
    priority: '一般',
    location: 'W01',
    subject: '积水',
    reported,
    outcome: '处理中',
    staff: 'BJ-01',
    ...more,
  });
const measure = (id: string, raised: string, due: string, more: Readonly<Record<string, string>> = {}) =>
  row(improvements, {
    id,
    service: '保洁',
    source: '客户反馈',
    problem: '湿滑',
    measure: '加铺吸水垫',
    raised,
    due,
    result: '未实施',
    reason: '等待采购',
    owner: 'GL-01',
    ...more,
  });
const said = (id: string, kind: string, received: string, closed: string) =>
  row(feedback, {
    id,
    service: '保洁',
    location: 'W02',
    kind,
    channel: '热线',
    summary: '异味',
    received,
    responded: closed,
    closed,
    satisfied: '未回访',
  });
const failedCheck = (date: string, rectified: string) =>
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

const files = [
  ...monthFiles(
    '2026-07',
    new Map<Log, string[]>([
      [
        improvements,
        [measure('GJ-202607-001', '2026-06-20', '2026-07-10'), measure('GJ-202607-002', '2026-06-20', '2026-07-31')],
      ],
      [
        requests,
        [
          // Answered and never done; done in August; done at once.
          request('QQ-202607-001', '2026-07-14 10:00', { responded: '2026-07-14 10:30', outcome: '无法处理' }),
          request('QQ-202607-002', '2026-07-30 09:00', {
            responded: '2026-07-30 09:10',
            completed: '2026-08-02 12:00',
            outcome: '已完成',
          }),
          request('QQ-202607-003', '2026-07-30 09:00', {
            responded: '2026-07-30 09:10',
            completed: '2026-07-30 10:00',
            outcome: '已完成',
          }),
        ],
      ],
      [checks, [failedCheck('2026-07-31', '2026-08-01 10:50')]],
      [feedback, []],
      [faults, []],
    ]),
  ),
  ...monthFiles(
    '2026-08',
    new Map<Log, string[]>([
      [
        improvements,
        [
          // What July left open.
          measure('GJ-202607-001', '2026-06-20', '2026-07-10'),
          measure('GJ-202607-002', '2026-06-20', '2026-07-31'),
          // Raised in July, known from the log of the month in which it fell due; called off; carried out.
          measure('GJ-202608-001', '2026-07-20', '2026-08-20'),
          measure('GJ-202608-002', '2026-07-20', '2026-08-10', { result: '已取消' }),
          measure('GJ-202608-003', '2026-07-20', '2026-08-12', { result: '已实施', done: '2026-08-11', reason: '' }),
        ],
      ],
      [
        requests,
        [
          // What July left open: one is not done, and one is by now.
          request('QQ-202607-001', '2026-07-14 10:00', { responded: '2026-07-14 10:30', outcome: '无法处理' }),
          request('QQ-202607-002', '2026-07-30 09:00', {
            responded: '2026-07-30 09:10',
            completed: '2026-08-02 12:00',
            outcome: '已完成',
          }),
          request('QQ-202608-001', '2026-08-31 23:00', {}),
          // Called finished by its moment and unfinished by its outcome: not shown to be done.
          request('QQ-202608-002', '2026-08-20 09:00', { responded: '2026-08-20 12:00', completed: '2026-08-20 12:00' }),
        ],
      ],
      [
        feedback,
        [
          said('FK-202608-001', '表扬', '2026-08-03 10:00', ''),
          said('FK-202608-002', '咨询', '2026-08-04 10:00', ''),
          said('FK-202608-003', '投诉', '2026-08-05 10:00', '2026-08-05 11:00'),
        ],
      ],
      [faults, []],
    ]),
  ),
];

const answer = indicatorWith({
  measure: {
    kind: 'within',
    log: 'requests',
    from: 'reported',
    to: 'responded',
    limits: [{ max: 2, unit: 'h' }],
  },
  targets: [targetOf('>=', 100)],
});
const noSchedule = `${registerTexts['data/registers/schedule.csv']?.split('\n')[0]}\n`;
const { value: ledger, problems } = ledgerOf(
  { ...Object.fromEntries(files), 'data/registers/schedule.csv': noSchedule },
  { logs },
);
const assessment = new Assessment(ledger, [answer], { start: '2026-07-01', smallSample: 10 });
const ids = (cases: readonly Case[]) => cases.map(({ kind, record }) => `${kind} ${record.values.id ?? record.values.date}`);

describe('openAt', () => {
  it('rests on sound files', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('lists what was open when the day ended, what is past its limit first, the longest first', () => {
    expect(ids(openAt(assessment, '2026-08-31').cases)).toEqual([
      'measure GJ-202607-001',
      'measure GJ-202607-002',
      'measure GJ-202608-001',
      'request QQ-202607-001',
      'feedback FK-202608-002',
      'request QQ-202608-002',
      'request QQ-202608-001',
    ]);
  });

  it('gives each its age, its limit and how long that is past', () => {
    const { cases } = openAt(assessment, '2026-08-31');
    const of = (id: string) => {
      const { days, limit, deadline, over } = present(cases.find(({ record }) => record.values.id === id));
      return [days, limit, deadline, over];
    };
    // 20 June to 31 August are 72 days; 10 July to 31 August are 52.
    expect(of('GJ-202607-001')).toEqual([72, '2026-07-10', 'overdue', 52]);
    expect(of('GJ-202608-001')).toEqual([42, '2026-08-20', 'overdue', 11]);
    // Answered in time: nothing sets a limit for its end.
    expect(of('QQ-202607-001')).toEqual([48, null, 'none', 0]);
    // Reported an hour before midnight and not answered: two hours are not over.
    expect(of('QQ-202608-001')).toEqual([0, '2026-09-01T01:00', 'running', 0]);
  });

  it('keeps a month as it was: neither a later end nor a later log changes what was open then', () => {
    // The request done and the check mended in August were open; what only the August log tells is not known.
    expect(ids(openAt(assessment, '2026-07-31').cases)).toEqual([
      'measure GJ-202607-001',
      'measure GJ-202607-002',
      'request QQ-202607-001',
      'request QQ-202607-002',
      'failed-check 2026-07-31',
    ]);
    const withoutAugust = new Assessment(
      ledgerOf(
        {
          ...Object.fromEntries(files.filter(([file]) => !file.includes('2026-08'))),
          'data/registers/schedule.csv': noSchedule,
        },
        { logs },
      ).value,
      [answer],
      { start: '2026-07-01', smallSample: 10 },
    );
    expect(ids(openAt(withoutAugust, '2026-07-31').cases)).toEqual(ids(openAt(assessment, '2026-07-31').cases));
  });

  it('is late only when the day named has ended', () => {
    const of = (day: string) => openAt(assessment, day).cases.find(({ record }) => record.values.id === 'GJ-202607-002');
    expect(of('2026-07-31')).toMatchObject({ deadline: 'running', over: 0 });
    expect(of('2026-08-01')).toMatchObject({ deadline: 'overdue', over: 1 });
  });

  it('calls a case by the row by which it began, whichever file tells of it again, and knows who is to act', () => {
    const named = (day: string) =>
      openAt(assessment, day)
        .cases.filter(({ record }) => record.values.id === 'QQ-202607-001' || record.values.id === 'GJ-202607-002')
        .map((each) => [caseId(each), each.record.file, each.responsible]);
    expect(named('2026-07-31')).toEqual([
      ['improvements.2026-07.L3', 'data/2026-07/improvements.csv', 'owner'],
      ['requests.2026-07.L2', 'data/2026-07/requests.csv', 'staff'],
    ]);
    expect(named('2026-08-31')).toEqual([
      ['improvements.2026-07.L3', 'data/2026-08/improvements.csv', 'owner'],
      ['requests.2026-07.L2', 'data/2026-08/requests.csv', 'staff'],
    ]);
    const { cases } = openAt(assessment, '2026-08-31');
    expect(new Set(cases.map(caseId)).size).toBe(cases.length);
    // Who wrote down what a customer said is not who is to act.
    expect(cases.find(({ kind }) => kind === 'feedback')?.responsible).toBeNull();
  });

  it('says which logs are missing', () => {
    expect(openAt(assessment, '2026-08-31').gaps.map(({ month, log }) => `${month} ${log.id}`)).toEqual(['2026-08 checks']);
  });
});

describe('every report of one day', () => {
  it('lists the same as open: week, month, quarter and the page of improvement', () => {
    // 30 August 2026 is a Sunday; 31 August ends the month.
    const day = lastDay('2026-08');
    const open = ids(openAt(assessment, day).cases);
    expect(ids(present(periodReport(assessment, monthPeriod('2026-08'), [])).improvement.open.cases)).toEqual(open);
    expect(ids(improvementReport(assessment, '2026-08').open.cases)).toEqual(open);
    // Of the week from 31 August on, only its first day has come in.
    expect(ids(present(weekReport(assessment, weekOf('2026-08-31'))).open.cases)).toEqual(open);
  });

  it('counts as settled only what is not in the list', () => {
    const july = present(periodReport(assessment, monthPeriod('2026-07'), []));
    expect(july.workload.all.requests).toEqual({ kind: 'ratio', numerator: 1, denominator: 3 });
    expect(july.improvement.findings.map(({ closed }) => closed)).toEqual([null]);
  });
});

describe('outsideFindings', () => {
  it('names misses of which no failed row is a finding', () => {
    const floors = indicatorWith(
      {
        measure: { kind: 'share', log: 'checks', pass: { result: '合格' } },
        targets: [targetOf('>=', 100)],
      },
      'cleaning.overall.floors',
    );
    const both = new Assessment(ledger, [answer, floors], { start: '2026-07-01', smallSample: 10 });
    const july = missesIn(both, ['2026-07']);
    // The failed check is a finding; in August a request was answered late, which is none.
    expect(july.map(({ result }) => result.indicator.id)).toEqual(['cleaning.overall.floors']);
    expect(outsideFindings(july, improvementReport(both, '2026-07', 1).findings)).toEqual([]);
    const august = missesIn(both, ['2026-08']);
    expect(august.map(({ result, failed }) => [result.indicator.id, failed])).toEqual([['cleaning.overall.test', 1]]);
    expect(outsideFindings(august, improvementReport(both, '2026-08', 1).findings)).toEqual(august);
  });
});
