import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputOf, ledgerOf, registerTexts, rounds, roundsHeader, september, slipHeader } from '../testing/ledger.ts';
import { coverage, coverageSchema } from './coverage.ts';
import { judge, tallyOf } from './measure.ts';

const measureOf = (parameters: object = {}) =>
  coverageSchema.parse({ kind: 'coverage', log: 'rounds', match: { location: 'location', item: 'item' }, ...parameters });

/** The rounds of September 2026, or of given rows, as the measure sees them. */
function inputWith(rows?: readonly string[], schedule = '') {
  const { value } = ledgerOf({
    ...september,
    ...(schedule === '' ? {} : { 'data/registers/schedule.csv': schedule }),
    ...(rows === undefined
      ? {}
      : {
          'data/2026-09/delivery.csv': `${slipHeader}\n巡查,${rows.length},2026-10-03,GL-01\n`,
          'data/2026-09/rounds.csv': `${roundsHeader}\n${rows.join('\n')}\n`,
        }),
  });
  return inputOf(value, 'rounds', '2026-09');
}
const judged = (parameters: object, input = inputWith()) =>
  judge(measureOf(parameters), input).map(({ record, occurrence, location, counted, reason }) => [
    occurrence?.id ?? null,
    record?.line ?? null,
    location,
    counted,
    reason,
  ]);
const tally = (parameters: object, input = inputWith()) => tallyOf(measureOf(parameters), judge(measureOf(parameters), input));
const ratio = (numerator: number, denominator: number) => ({ kind: 'ratio', numerator, denominator });

describe('coverage', () => {
  it('counts done of due: six of six', () => {
    expect(judged({})).toEqual([
      ['JH-001/2026-08-31', 2, 'W01', 'pass', null],
      ['JH-001/2026-09-07', 4, 'W01', 'pass', null],
      ['JH-001/2026-09-14', 5, 'W01', 'pass', null],
      ['JH-001/2026-09-21', 6, 'W01', 'pass', null],
      ['JH-002/2026-09-01', 3, 'W02', 'pass', null],
      ['JH-003/2026-07-01', 7, 'W01', 'pass', null],
    ]);
    expect(tally({})).toEqual(ratio(6, 6));
  });

  it('takes rows that are not in time’s order for the week in which they lie, and of one month the first in the log', () => {
    const input = inputWith([
      '2026-09-21,W01,大堂,10,10,合格,',
      '2026-09-01,W01,大堂,10,10,合格,',
      '2026-09-20,W02,大堂,10,10,合格,',
      '2026-09-05,W02,大堂,10,10,合格,',
    ]);
    expect(judged({}, input).filter(([, line]) => line !== null)).toEqual([
      ['JH-001/2026-08-31', 3, 'W01', 'pass', null],
      ['JH-001/2026-09-21', 2, 'W01', 'pass', null],
      ['JH-002/2026-09-01', 4, 'W02', 'pass', null],
      [null, 5, 'W02', 'excluded', '同一期已由第4行计入'],
    ]);
    expect(tally({}, input)).toEqual(ratio(3, 6));
  });

  it('wants of a row what the measure calls done', () => {
    expect(tally({ done: { result: '合格' } })).toEqual(ratio(5, 6));
    expect(judged({ done: { result: '合格' }, because: 'note' })[1]).toEqual([
      'JH-001/2026-09-07',
      4,
      'W01',
      'fail',
      '结果为“不合格”：地面有水',
    ]);
  });

  it('counts what was due and has no row as not done, at the schedule’s location', () => {
    const input = inputWith(['2026-09-02,W01,大堂,10,10,合格,', '2026-09-22,W01,大堂,10,10,合格,']);
    expect(tally({}, input)).toEqual(ratio(2, 6));
    expect(judged({}, input).slice(1, 2)).toEqual([
      ['JH-001/2026-09-07', null, 'W01', 'fail', '应在 2026-09-07 至 2026-09-13 完成“大堂”，没有记录'],
    ]);
    expect(judged({}, input)[4]).toEqual([
      'JH-002/2026-09-01',
      null,
      'W02',
      'fail',
      '应在 2026-09-01 至 2026-09-30 完成“大堂”，没有记录',
    ]);
  });

  it('counts everything due as not done when nothing was written down', () => {
    expect(tally({}, inputWith([]))).toEqual(ratio(0, 6));
  });

  it('gives each row to one occurrence and leaves out what was done beyond it', () => {
    const input = inputWith([
      '2026-09-01,W01,大堂,10,9,不合格,一',
      '2026-09-03,W01,大堂,9,9,合格,',
      '2026-09-06,W01,大堂,9,9,合格,',
      '2026-09-28,W01,大堂,9,9,合格,',
      '2026-09-04,W01,天台,9,9,合格,',
    ]);
    expect(tally({ done: { result: '合格' } }, input)).toEqual(ratio(1, 6));
    const rows = judged({ done: { result: '合格' } }, input).filter(([, line]) => line !== null);
    expect(rows).toEqual([
      ['JH-001/2026-08-31', 3, 'W01', 'pass', null],
      [null, 2, 'W01', 'excluded', '同一期已由第3行计入'],
      [null, 4, 'W01', 'excluded', '同一期已由第3行计入'],
      [null, 5, 'W01', 'excluded', '属于 2026-10 评价的一期，在那里计入'],
      [null, 6, 'W01', 'excluded', '排期之外的作业，不计入'],
    ]);
  });

  it('holds a row to the week it lies in: Sunday is the last day, Monday the next', () => {
    const due = (day: string) => judged({}, inputWith([`${day},W01,大堂,9,9,合格,`])).find(([, line]) => line === 2)?.[0];
    expect(due('2026-09-06')).toBe('JH-001/2026-08-31');
    expect(due('2026-09-07')).toBe('JH-001/2026-09-07');
    expect(due('2026-09-27')).toBe('JH-001/2026-09-21');
    expect(due('2026-09-28')).toBeNull();
  });

  it('looks only at the entries that are meant', () => {
    expect(tally({ due: { location: 'W01' } })).toEqual(ratio(5, 5));
    expect(tally({ due: { frequency: ['每月', '每季度'] } })).toEqual(ratio(2, 2));
    expect(tally({ due: { item: '天台' } })).toEqual(ratio(0, 0));
  });

  it('is due on workdays with 调休', () => {
    const header = `${registerTexts['data/registers/schedule.csv']}`.split('\n')[0];
    const input = inputWith(
      ['2026-09-20,W01,大堂,9,9,合格,', '2026-09-19,W01,大堂,9,9,合格,'],
      `${header}\nJH-001,rounds,保洁,W01,,,大堂,每工作日,2026-09-17,2026-09-21\n`,
    );
    expect(judged({}, input)).toEqual([
      ['JH-001/2026-09-17', null, 'W01', 'fail', '应在 2026-09-17 完成“大堂”，没有记录'],
      ['JH-001/2026-09-18', null, 'W01', 'fail', '应在 2026-09-18 完成“大堂”，没有记录'],
      ['JH-001/2026-09-20', 2, 'W01', 'pass', null],
      ['JH-001/2026-09-21', null, 'W01', 'fail', '应在 2026-09-21 完成“大堂”，没有记录'],
      [null, 3, 'W01', 'excluded', '排期之外的作业，不计入'],
    ]);
  });

  it('finds columns that log or schedule do not have', () => {
    const { registers } = inputWith();
    const faults = coverage.check(
      measureOf({
        match: { place: 'location', item: 'task' },
        due: { often: '每周', frequency: '每旬' },
        done: { result: '好' },
        because: 'why',
      }),
      rounds,
      registers,
    );
    expect(faults.map(({ path, code }) => [path.join('/'), code])).toEqual([
      ['match/place', 'measure/column'],
      ['match/item', 'measure/column'],
      ['due/often', 'measure/column'],
      ['due/frequency', 'measure/value'],
      ['done/result', 'measure/value'],
      ['because', 'measure/column'],
    ]);
    expect(coverage.check(measureOf({ done: { result: '合格' }, because: 'note' }), rounds, registers)).toEqual([]);
  });
});

describe('laws of coverage', () => {
  const row = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('W01', 'W02'), fc.constantFrom('大堂', '地库'), fc.boolean())
    .map(([day, location, item, done]) => ({ key: `2026-09-${String(day).padStart(2, '0')},${location},${item}`, done }));
  const rowsOf = fc
    .uniqueArray(row, { selector: ({ key }) => key, maxLength: 12 })
    .map((rows) => rows.map(({ key, done }) => `${key},9,9,${done ? '合格' : '不合格'},`));

  it('what is due never depends on the rows', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        expect(tally({ done: { result: '合格' } }, inputWith(rows))).toMatchObject({ denominator: 6 });
      }),
    );
  });

  it('every row enters exactly once', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const lines = judged({}, inputWith(rows)).flatMap(([, line]) => (line === null ? [] : [line]));
        expect([...lines].sort((a, b) => Number(a) - Number(b))).toEqual(rows.map((_, index) => index + 2));
      }),
    );
  });

  it('taking a row away never makes more done', () => {
    fc.assert(
      fc.property(rowsOf, fc.nat(), (rows, at) => {
        const done = (all: readonly string[]) => {
          const result = tally({ done: { result: '合格' } }, inputWith(all));
          return result.kind === 'ratio' ? result.numerator : Number.NaN;
        };
        expect(done(rows.toSpliced(rows.length === 0 ? 0 : at % rows.length, 1))).toBeLessThanOrEqual(done(rows));
      }),
    );
  });
});
