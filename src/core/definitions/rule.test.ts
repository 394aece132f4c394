import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Values } from '../csv/column.ts';
import { logOn, logSchema } from './log.ts';

const head = `
id: tests
name: 试验
order: 1
about: 试验。
date: day
running: id
key: [id]
columns:
  id: { name: 单号, type: id, series: AB, required: true, example: AB-202609-001 }
  day: { name: 日期, type: date, required: true, example: "2026-09-01" }
  start: { name: 开始, type: moment, example: "2026-09-01 08:00" }
  end: { name: 结束, type: moment, example: "2026-09-01 09:00" }
  whole: { name: 总数, type: integer, unit: 件, example: "10" }
  part: { name: 部分, type: integer, unit: 件, example: "9" }
  rest: { name: 其余, type: integer, unit: 件, example: "1" }
  hours: { name: 小时, type: integer, unit: 小时, example: "1" }
  trend: { name: 变化, type: choice, values: [少, 同, 多], example: 同 }
  note: { name: 说明, type: text, example: 无 }
  place: { name: 地点, type: reference, register: locations, example: W01 }
  device: { name: 设备, type: reference, register: equipment, example: P1 }
`;

/** Two devices: of the second the register does not say where it is. */
const devices = new Map([
  [
    'equipment',
    {
      name: '设备',
      byText: new Map(),
      byId: new Map<string, Values>([
        ['P1', { id: 'P1', location: 'W01' }],
        ['P2', { id: 'P2', location: null }],
      ]),
    },
  ],
]);

/** The rules of a log, as its file writes them, put to a row; each that is broken with its column and words. */
function broken(rules: string, values: Values): string[] {
  const log = logOn(logSchema.parse(parse(`${head}rules:\n${rules}`)), null);
  return log.rules.flatMap(({ columns, check }) => {
    const blank = { start: null, end: null, whole: null, part: null, rest: null, hours: null, trend: null, note: null };
    const found = check({ ...blank, ...values }, devices);
    return found === null ? [] : [`${columns[0]} ${found.message} → ${found.hint}`];
  });
}

describe('an order of two columns', () => {
  const rule = '  - { notBefore: [start, end] }';

  it('is broken by the minute, is not asked of an empty cell, and holds for equal ones', () => {
    expect(broken(rule, { start: '2026-09-01T08:00', end: '2026-09-01T07:59' })).toEqual([
      'end “结束”早于“开始” → 请核对两个时间：结束不能早于开始',
    ]);
    expect(broken(rule, { start: '2026-09-01T08:00', end: '2026-09-01T08:00' })).toEqual([]);
    expect(broken(rule, { start: null, end: '2026-09-01T07:59' })).toEqual([]);
  });

  it('may be of days or months, and may ask some rows only', () => {
    const days = '  - { notBefore: [start, end], by: day, where: { note: { is: filled } } }';
    expect(broken(days, { start: '2026-09-02T08:00', end: '2026-09-02T07:00', note: '甲' })).toEqual([]);
    expect(broken(days, { start: '2026-09-02T08:00', end: '2026-09-01T09:00', note: '甲' })).toHaveLength(1);
    expect(broken(days, { start: '2026-09-02T08:00', end: '2026-09-01T09:00', note: null })).toEqual([]);
    const months = '  - { notBefore: [start, end], by: month }';
    expect(broken(months, { start: '2026-09-30T08:00', end: '2026-09-01T09:00' })).toEqual([]);
    expect(broken(months, { start: '2026-09-30T08:00', end: '2026-08-31T09:00' })).toHaveLength(1);
  });
});

describe('numbers', () => {
  it('are not more than another: the order of whole numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (part, whole) => {
        expect(broken('  - { atMost: [part, whole] }', { part, whole })).toHaveLength(part <= whole ? 0 : 1);
      }),
    );
    expect(broken('  - { atMost: [part, whole] }', { part: 3, whole: 2 })).toEqual([
      'part 部分 3 大于总数 2 → 请核对：部分不能大于总数',
    ]);
  });

  it('are the sum of others', () => {
    const rule = '  - { column: whole, sumOf: [part, rest] }';
    expect(broken(rule, { whole: 10, part: 7, rest: 3 })).toEqual([]);
    expect(broken(rule, { whole: 9, part: 7, rest: 3 })).toEqual(['whole 部分 7 加其余 3，“总数”却填了 9 → 总数等于部分加其余']);
    expect(broken(rule, { whole: 9, part: 7, rest: null })).toEqual([]);
  });

  it('are the whole hours between two moments, cut or filled up, and empty without one of them', () => {
    const rule = (round: string) => `  - { column: hours, hoursFrom: start, to: end, round: ${round} }`;
    const times = { start: '2026-09-01T08:00', end: '2026-09-01T10:30' };
    expect(broken(rule('down'), { ...times, hours: 2 })).toEqual([]);
    expect(broken(rule('up'), { ...times, hours: 3 })).toEqual([]);
    expect(broken(rule('up'), { ...times, hours: 2 })).toEqual(['hours “小时”填了 2，按两个时间应为 3 → 请核对两个时间和“小时”']);
    expect(broken(rule('up'), { start: null, end: null, hours: 2 })).toEqual([
      'hours “小时”填了 2，按两个时间应为空 → 请核对两个时间和“小时”',
    ]);
  });

  it('decide a word, within a tolerance in percent', () => {
    const rule = '  - { column: trend, compares: part, with: whole, tolerance: rest, less: 少, same: 同, more: 多 }';
    expect(broken(rule, { part: 11, whole: 10, rest: 10, trend: '同' })).toEqual([]);
    expect(broken(rule, { part: 12, whole: 10, rest: 10, trend: '同' })).toEqual([
      'trend 部分 12、总数 10，“变化”却填了“同” → 这里应为“多”',
    ]);
    expect(broken(rule, { part: 8, whole: 10, rest: 10, trend: '少' })).toEqual([]);
    expect(broken(rule, { part: 8, whole: null, rest: 10, trend: '多' })).toEqual([]);
  });
});

describe('what follows from what', () => {
  const rule = `  - when: [{ part: { less: whole } }, { trend: 少 }]
    must: { note: { is: filled } }
    say: "部分 {part}，总数 {whole}，说明{note}"
    hint: 请写说明
`;

  it('is asked where any of the conditions holds, and told with the cells', () => {
    expect(broken(rule, { part: 1, whole: 2 })).toEqual(['note 部分 1，总数 2，说明空 → 请写说明']);
    expect(broken(rule, { trend: '少' })).toHaveLength(1);
    expect(broken(rule, { part: 2, whole: 2, trend: '同' })).toEqual([]);
    expect(broken(rule, { part: 1, whole: 2, note: '甲' })).toEqual([]);
  });
});

describe('what holds for a time', () => {
  const definition = logSchema.parse(
    parse(`${head.replace('note: { name', 'note: { from: "2026-10-01", name').replace('values: [少, 同, 多]', 'values: { 少: [], 同: [], 多: { also: [涨], from: "2026-10-01" } }')}rules:
  - { atMost: [part, whole], until: "2026-09-30" }
  - { when: { trend: 少 }, must: { note: { is: filled } }, say: 说明为空, hint: 请写 }
`),
  );

  it('is in the log of a month then and not before or after: columns, words, rules, and rules on columns that are not there', () => {
    const [september, october] = ['2026-09-30', '2026-10-31'].map((day) => logOn(definition, day));
    expect(Object.keys(september?.columns ?? {})).not.toContain('note');
    expect(Object.keys(october?.columns ?? {})).toContain('note');
    const words = [september, october].map((log) => {
      const trend = log?.columns.trend;
      return trend?.type === 'choice' ? Object.keys(trend.values) : [];
    });
    expect(words).toEqual([
      ['少', '同'],
      ['少', '同', '多'],
    ]);
    expect(september?.rules.map(({ columns }) => columns[0])).toEqual(['part']);
    expect(october?.rules.map(({ columns }) => columns[0])).toEqual(['note']);
  });
});

describe('two columns that must be alike', () => {
  const rule = '  - { alike: [place, device.location] }';

  it('contradict each other where the register says something else of the second', () => {
    expect(broken(rule, { place: 'W01', device: 'P1' })).toEqual([]);
    expect(broken(rule, { place: 'W02', device: 'P1' })).toEqual([
      'place “地点”填了“W02”，而设备“P1”在名录中属于“W01” → 请核对两栏：是“地点”填错，还是“设备”填错',
    ]);
  });

  it('do not where one of them is blank, unknown or without a word about it in the register', () => {
    expect(broken(rule, { place: null, device: 'P1' })).toEqual([]);
    expect(broken(rule, { place: 'W02', device: null })).toEqual([]);
    expect(broken(rule, { place: 'W02', device: 'P9' })).toEqual([]);
    expect(broken(rule, { place: 'W02', device: 'P2' })).toEqual([]);
  });

  it('may be asked of some rows only', () => {
    const some = '  - { alike: [place, device.location], where: { note: { is: filled } } }';
    expect(broken(some, { place: 'W02', device: 'P1', note: null })).toEqual([]);
    expect(broken(some, { place: 'W02', device: 'P1', note: '有' })).toHaveLength(1);
  });
});
