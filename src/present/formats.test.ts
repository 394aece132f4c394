import { describe, expect, it } from 'vitest';
import { calendarYear, monthPeriod } from '../core/calendar/period.ts';
import { type Indicator, partSchema, type Target, targetSchema } from '../core/indicators/indicator.ts';
import type { PartResult, Result } from '../core/indicators/result.ts';
import type { Tally } from '../core/measures/tally.ts';
import { dateWords, monthWords, periodWords } from './dates.ts';
import { casesWords, reasonWords, smallWords, targetWords, valueWords } from './formats.ts';
import { resultSentence } from './result.ts';

const target = (fields: Partial<Target>): Target =>
  targetSchema.parse({ from: '2024-11-01', operator: '>=', value: 95, unit: '%', basis: 'plan', ...fields });
const ratio = (numerator: number, denominator: number): Tally => ({ kind: 'ratio', numerator, denominator });
const mean = (sum: number, count: number): Tally => ({ kind: 'mean', sum, count, squares: 0 });
const count = (events: number): Tally => ({ kind: 'count', events });

describe('dates and periods', () => {
  it('writes them without leading zeros', () => {
    expect(monthWords('2026-09')).toBe('2026年9月');
    expect(dateWords('2026-09-05')).toBe('2026年9月5日');
    expect(dateWords('2026-12-31T08:05')).toBe('2026年12月31日');
  });

  it('names every kind of period', () => {
    expect(periodWords(monthPeriod('2026-09'))).toBe('2026年9月');
    expect(periodWords(calendarYear.quarter('2026-09'))).toBe('2026年第三季度');
    expect(periodWords(calendarYear.year('2026-09'))).toBe('2026年');
    expect(periodWords(calendarYear.toDate('2026-09'))).toBe('2026年1—9月');
    expect(periodWords(calendarYear.toDate('2026-01'))).toBe('2026年1月');
  });

  it('writes out the periods inside a reason and nothing else', () => {
    expect(reasonWords('2026-09 检查台账没有交付')).toBe('2026年9月检查台账没有交付');
    expect(reasonWords('逐期评价，未达标：2026-Q1、2026-12')).toBe('逐期评价，未达标：2026年第一季度、2026年12月');
    expect(reasonWords('编号 BX-202609-003 缺失，2026-09-05')).toBe('编号 BX-202609-003 缺失，2026年9月5日');
  });
});

describe('targets', () => {
  it('names the period only where it is needed', () => {
    expect(targetWords(target({}))).toBe('≥95%');
    expect(targetWords(target({ operator: '<=', value: 24, unit: 'h' }))).toBe('≤24小时');
    expect(targetWords(target({ operator: '<=', value: 0, unit: '起' }))).toBe('≤0起');
    expect(targetWords(target({ value: 1, unit: '项' }))).toBe('每月≥1项');
    expect(targetWords(target({ value: 1, unit: '项', period: 'quarter' }))).toBe('每季度≥1项');
    expect(targetWords(target({ operator: '==', value: 99.5 }))).toBe('=99.5%');
  });
});

describe('values beside their targets', () => {
  const from95 = target({});
  it.each([
    // n, N, printed: by hand
    [312, 316, '98.7%'], // 98.734…
    [2374, 2500, '94.96%'], // one place would read 95.0%
    [949999, 1000000, '94.9999%'], // exactly
    [95, 100, '95.0%'], // met, exactly
    [9504, 10000, '95.0%'], // met, may read as the target
    [19999, 20000, '99.995%'], // 100.0 and 100.00 would claim perfection
    [1, 100000, '0.001%'], // 0.0 and 0.00 would claim nothing
    [3, 3, '100%'],
    [0, 7, '0%'],
    [1, 3, '33.3%'],
    [2, 3, '66.7%'],
    [1, 800, '0.1%'], // 0.125
    [2469, 20000, '12.3%'], // 12.345
  ])('%i of %i is %s', (numerator, denominator, words) => {
    expect(valueWords(ratio(numerator, denominator), from95)).toBe(words);
  });

  it('rounds half to even', () => {
    expect(valueWords(ratio(9485, 10000), null)).toBe('94.8%'); // 94.85
    expect(valueWords(ratio(9475, 10000), null)).toBe('94.8%'); // 94.75
  });

  it('cuts instead of rounding where six places do not suffice', () => {
    expect(valueWords(ratio(949999999, 1000000000), from95)).toBe('94.999999%'); // 94.9999999
    expect(valueWords(ratio(999999999, 1000000000), null)).toBe('99.999999%'); // 99.9999999
  });

  it('shows a value just above an upper limit', () => {
    expect(valueWords(ratio(501, 10000), target({ operator: '<=', value: 5 }))).toBe('5.01%');
  });

  it('has nothing to say of nothing', () => {
    expect(valueWords(ratio(0, 0), from95)).toBeNull();
    expect(valueWords(mean(0, 0), null)).toBeNull();
  });

  it('writes durations in the words of the target', () => {
    const day = target({ operator: '<=', value: 24, unit: 'h' });
    expect(valueWords(mean(576, 3), day)).toBe('3小时12分钟'); // 192 min
    expect(valueWords(mean(3024, 2), day)).toBe('25小时12分钟'); // 1512 min, no days beside hours
    expect(valueWords(mean(4321, 3), day)).toBe('24小时0.3分钟'); // 1440.33 missed 1440
    expect(valueWords(mean(1440, 1), day)).toBe('24小时');
    expect(valueWords(mean(0, 4), day)).toBe('0分钟');
    expect(valueWords(mean(3024, 2), target({ operator: '<=', value: 2, unit: 'd' }))).toBe('1天1小时12分钟');
  });

  it('writes scores and counts', () => {
    expect(valueWords(mean(463, 100), target({ value: 4.5, unit: '分' }))).toBe('4.63分');
    expect(valueWords(mean(4499, 1000), target({ value: 4.5, unit: '分' }))).toBe('4.499分'); // 4.50 would be met
    expect(valueWords(count(2), target({ operator: '<=', value: 0, unit: '起' }))).toBe('2起');
    expect(valueWords(count(0), null)).toBe('0');
  });

  it('says what a value rests on', () => {
    expect(casesWords(ratio(312, 316))).toBe('312/316');
    expect(casesWords(ratio(0, 0))).toBe('0/0');
    expect(casesWords(mean(576, 16))).toBe('16单');
    expect(casesWords(count(3))).toBe('—');
    expect(smallWords({ small: true, tally: ratio(5, 6) })).toBe('样本少，仅6例，1例相当于16.7个百分点');
    expect(smallWords({ small: false, tally: ratio(50, 60) })).toBeNull();
  });
});

const indicator = (name: string): Indicator => ({
  id: 'cleaning.specific.public-floor',
  unmeasured: null,
  name,
  list: 'plan',
  service: 'cleaning',
  group: '具体',
  subgroup: null,
  order: 1,
  clause: '5.1-2-1-1',
  meaning: '地面是否干净',
  criterion: '无灰尘',
  quantitative: false,
  method: '每日检查',
  frequency: null,
  formula: '合格行除以应检行',
  sourceLine: 640,
  updated: '2026-11-01',
  parts: [],
});

const shareMeasure = { kind: 'share', log: 'checks', pass: { result: '合格' } };
const countMeasure = { kind: 'count', log: 'incidents', events: 'unwanted' };

function partResult(fields: Partial<PartResult>, own: Target, measure: object = shareMeasure, name = '合格'): PartResult {
  const part = partSchema.parse({ name, measure, targets: [own] });
  const tally = ratio(312, 316);
  const judged = monthPeriod('2026-09');
  return {
    part,
    target: own,
    judged,
    tally,
    excluded: 0,
    unknown: 0,
    underWay: 0,
    seen: 0,
    verdict: 'missed',
    reasons: [],
    data: [],
    small: false,
    severally: false,
    ...fields,
  };
}

const result = (name: string, parts: readonly PartResult[], verdict: Result['verdict'] = 'missed'): Result => ({
  indicator: indicator(name),
  period: monthPeriod('2026-09'),
  location: null,
  verdict,
  parts,
});

describe('the sentence of a result', () => {
  const all = target({ value: 100 });
  const none = target({ operator: '<=', value: 0, unit: '起' });

  it('states value, cases, target and verdict', () => {
    expect(resultSentence(result('公共区域地面清洁', [partResult({}, all)]))).toBe(
      '2026年9月公共区域地面清洁合格率 98.7%（312/316），低于目标 100%（方案），未达标。',
    );
    expect(
      resultSentence(
        result('客户满意度', [partResult({ verdict: 'met', tally: ratio(6, 6), small: true }, target({}))]),
        '大洼支行',
      ),
    ).toBe('2026年9月大洼支行客户满意度 100%（6/6），符合目标 ≥95%（方案），达标（样本少，仅6例，1例相当于16.7个百分点）。');
    expect(resultSentence(result('安全事故', [partResult({ tally: count(2) }, none, countMeasure)]))).toBe(
      '2026年9月安全事故 2起，超过目标 ≤0起（方案），未达标。',
    );
  });

  it('is honest where there is no verdict', () => {
    const incomplete = partResult({ verdict: 'incomplete', reasons: ['2026-09 检查台账：交付清单写 320 行，实有 316 行'] }, all);
    expect(resultSentence(result('地面清洁', [incomplete]))).toBe(
      '2026年9月地面清洁合格率暂为 98.7%（312/316），目标 100%（方案）；数据不完整，不作结论：2026年9月检查台账：交付清单写 320 行，实有 316 行。',
    );
    const noData = partResult({ verdict: 'no-data', reasons: ['检查台账没有交付'], tally: ratio(0, 0) }, all);
    expect(resultSentence(result('地面清洁', [noData]))).toBe(
      '2026年9月地面清洁合格率无数据：检查台账没有交付（目标 100%（方案））。',
    );
    const idle = partResult({ verdict: 'not-applicable', reasons: ['期内没有应计的情况'], tally: ratio(0, 0) }, all);
    expect(resultSentence(result('地面清洁', [idle]))).toBe('2026年9月地面清洁合格率不适用：期内没有应计的情况。');
    expect(resultSentence(result('培训覆盖', []))).toBe('2026年9月培训覆盖尚未建立计算口径，不作结论。');
  });

  it('names the period that was judged and tells every part', () => {
    const quarterly = target({ value: 1, unit: '项', period: 'quarter' });
    const wanted = { ...countMeasure, events: 'wanted' };
    const reached = partResult({ verdict: 'met', tally: count(1), judged: calendarYear.quarter('2026-09') }, quarterly, wanted);
    expect(resultSentence(result('合理化建议', [reached]))).toBe(
      '2026年第三季度合理化建议 1项，符合目标 每季度≥1项（方案），达标。',
    );
    const year = partResult(
      { tally: count(2), judged: calendarYear.year('2026-09'), severally: true, reasons: ['逐期评价，未达标：2026-03'] },
      none,
      countMeasure,
    );
    expect(resultSentence(result('安全事故', [year]))).toBe(
      '2026年安全事故 2起，目标 ≤0起（方案），未达标（逐期评价，未达标：2026年3月）。',
    );
    const parts = [
      partResult({}, all, shareMeasure, '响应'),
      partResult({ tally: count(0), verdict: 'met' }, none, countMeasure, '堆积'),
    ];
    expect(resultSentence(result('垃圾清运', parts))).toBe(
      '2026年9月垃圾清运未达标：响应合格率 98.7%（312/316），低于目标 100%（方案），未达标；堆积 0起，符合目标 ≤0起（方案），达标。',
    );
  });
});
