import { describe, expect, it } from 'vitest';
import { addMonths } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import { Assessment } from '../indicators/assessment.ts';
import { passesOf } from '../indicators/passes.ts';
import { logNamed } from '../testing/definitions.ts';
import { indicatorWith, inputOf, ledgerOf, present, registerTexts, slipHeader, targetOf } from '../testing/ledger.ts';
import { judge, measureSchema, tallyOf } from './measure.ts';
import { recheckOf } from './recheck.ts';

const header = '日期,服务,区域编号,检查项目,检查方法,结果,不合格原因,当日复查,整改完成时间,检查岗位';
const row = (day: string, area: string, rest: string) => `${day},保洁,${area},地面,目视,${rest},BJ-01`;
const file = (month: string, rows: readonly string[]) => ({
  [`data/${month}/checks.csv`]: `${[header, ...rows].join('\n')}\n`,
  [`data/${month}/delivery.csv`]: `${slipHeader}\n现场检查,${rows.length},${addMonths(month, 1)}-10,GL-01\n`,
});

/**
 * August: one of two passed at once, the other the same day. September: of four one passed at once, one the same day, one failed
 * again, and one was looked at again two days later, in the same week, and passed.
 */
const { value: ledger, problems } = ledgerOf(
  {
    ...file('2026-08', [
      row('2026-08-04', 'W01-A1', '合格,,,'),
      row('2026-08-11', 'W01-A1', '不合格,积水,合格,2026-08-11 10:30'),
    ]),
    ...file('2026-09', [
      row('2026-09-02', 'W01-A1', '合格,,,'),
      row('2026-09-08', 'W01-A1', '不合格,积水,合格,2026-09-08 10:30'),
      row('2026-09-15', 'W01-A1', '不合格,积水,不合格,'),
      row('2026-09-22', 'W01-A1', '不合格,积水,,'),
      row('2026-09-24', 'W01-A1', '合格,,,'),
    ]),
    'data/registers/schedule.csv': `${registerTexts['data/registers/schedule.csv']?.split('\n')[0]}
JH-001,checks,保洁,W01,W01-A1,,地面,每周,2024-11-01,
`,
  },
  { logs: [logNamed('checks')] },
);

const rate = { kind: 'share', log: 'checks', pass: { result: '合格' } };
const duty = { kind: 'coverage', log: 'checks', match: { area: 'area', item: 'item' }, done: { result: '合格' } };
const decided = { from: '2026-09-01', decision: '双方于2026年8月28日约定当日复查合格的算合格。' };
const counted = (measure: object, month: string) => {
  const own = measureSchema.parse(measure);
  const tally = tallyOf(own, judge(own, inputOf(ledger, 'checks', month)));
  return tally.kind === 'ratio' ? [tally.numerator, tally.denominator] : [];
};

it('is read without fault', () => {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('a recheck', () => {
  it('does not count without a decision', () => {
    expect(counted(rate, '2026-08')).toEqual([1, 2]);
    expect(counted(rate, '2026-09')).toEqual([2, 5]);
  });

  it('counts from the month on for which it was decided', () => {
    expect(counted({ ...rate, recheck: decided }, '2026-08')).toEqual([1, 2]);
    expect(counted({ ...rate, recheck: decided }, '2026-09')).toEqual([3, 5]);
  });

  it('of something due is also a later row of the same slot: the first decides', () => {
    const [passed, due] = counted(duty, '2026-09');
    expect([passed, due]).toEqual([1, 4]);
    expect(counted({ ...duty, recheck: decided }, '2026-09')).toEqual([3, 4]);
  });

  it('is one of the result that the measure asks for', () => {
    const log = logNamed('checks');
    expect(recheckOf(log, { result: '合格' })?.again).toBe('recheck');
    expect(recheckOf(log, { method: '目视' })).toBeNull();
    expect(recheckOf({ roles: [] }, { result: '合格' })).toBeNull();
  });
});

describe('first pass and recheck side by side', () => {
  const indicator = indicatorWith({ measure: rate, targets: [targetOf('>=', 100)] });
  const agreed = indicatorWith({ measure: { ...rate, recheck: decided }, targets: [targetOf('>=', 60)] });
  const assessment = new Assessment(ledger, [indicator, agreed], { start: '2026-08-01', smallSample: 1 });
  const ratio = (numerator: number, denominator: number) => ({ kind: 'ratio', numerator, denominator });

  it('are the same whatever was decided, and add up over months', () => {
    const told = [indicator, agreed].map(({ parts }) => present(passesOf(assessment, present(parts[0]), ['2026-08', '2026-09'])));
    expect(told.map(({ first, after }) => [first, after])).toEqual(Array(2).fill([ratio(3, 7), ratio(5, 7)]));
    expect(told.map(({ decision }) => decision)).toEqual([null, decided]);
  });

  it('and the verdict goes by the first, or by the recheck where that was decided', () => {
    const verdicts = [indicator, agreed].map((each) => assessment.result(each, monthPeriod('2026-09')));
    expect(verdicts.map(({ verdict, parts }) => [verdict, present(parts[0]).tally])).toEqual([
      ['missed', ratio(2, 5)],
      ['met', ratio(3, 5)],
    ]);
    expect(assessment.result(agreed, monthPeriod('2026-08')).verdict).toBe('missed');
  });

  it('are none where the log keeps no recheck of what is asked', () => {
    const methods = indicatorWith({
      measure: { kind: 'share', log: 'checks', pass: { method: '目视' } },
      targets: [targetOf('>=', 1)],
    });
    expect(passesOf(assessment, present(methods.parts[0]), ['2026-09'])).toBeNull();
  });
});
