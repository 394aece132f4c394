import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, lastDay } from '../calendar/date.ts';
import { calendarYear, monthPeriod, monthsBetween, type Period } from '../calendar/period.ts';
import { add, type Tally } from '../measures/tally.ts';
import {
  indicatorWith,
  ledgerOf,
  present,
  requestsHeader,
  roundsHeader,
  september,
  slipHeader,
  targetOf,
} from '../testing/ledger.ts';
import { Assessment } from './assessment.ts';
import type { Indicator } from './indicator.ts';
import { merit } from './verdict.ts';

type Texts = Record<string, string>;

const passed = { kind: 'share', log: 'rounds', pass: { result: '合格' } };
const requested = { kind: 'count', log: 'requests', events: 'unwanted' };
const ratio = (numerator: number, denominator: number): Tally => ({ kind: 'ratio', numerator, denominator });

/** The files of several months. */
const joined = (months: readonly Texts[]): Texts => Object.fromEntries(months.flatMap((month) => Object.entries(month)));

/** A month with `good` of `all` rounds passed; the slip says `listed` rows, or as many as there are. */
function roundsIn(month: string, good: number, all: number, listed = all): Texts {
  const rows = Array.from({ length: all }, (_, index) => {
    const [checked, result] = index < good ? [1, '合格'] : [0, '不合格'];
    return `${month}-01,${index % 2 === 0 ? 'W01' : 'W02'},第${index}处,1,${checked},${result},`;
  });
  return {
    [`data/${month}/delivery.csv`]: `${slipHeader}\n巡查,${listed},${month}-28,GL-01\n`,
    [`data/${month}/rounds.csv`]: `${[roundsHeader, ...rows].join('\n')}\n`,
  };
}

/** A month with so many requests, all at W01 and done at once. */
function requestsIn(month: string, all: number): Texts {
  const series = month.replace('-', '');
  const rows = Array.from(
    { length: all },
    (_, index) =>
      `QQ-${series}-${String(index + 1).padStart(3, '0')},保洁,一般,W01,积水,${month}-01 09:00,${month}-01 09:20,${month}-01 10:00,已完成,,BJ-01`,
  );
  return {
    [`data/${month}/delivery.csv`]: `${slipHeader}\n服务请求,${all},${month}-28,GL-01\n`,
    [`data/${month}/requests.csv`]: `${[requestsHeader, ...rows].join('\n')}\n`,
  };
}

function assess(texts: Texts, indicators: readonly Indicator[], terms = { start: '2026-01-01', smallSample: 10 }) {
  return new Assessment(ledgerOf(texts).value, indicators, terms);
}

/** Verdict, first part's tally and reasons of one indicator over a period. */
function judged(texts: Texts, measured: object, period: Period, location: string | null = null, start = '2026-01-01') {
  const indicator = indicatorWith(measured);
  const result = assess(texts, [indicator], { start, smallSample: 10 }).result(indicator, period, location);
  const part = present(result.parts[0]);
  return { verdict: result.verdict, tally: part.tally, reasons: part.reasons, judged: part.judged.id, small: part.small };
}
const share = (...targets: object[]) => ({ measure: passed, targets });
const atLeast95 = share(targetOf('>=', 95));
const verdictOf = (texts: Texts, measured: object, period: Period, location: string | null = null) =>
  judged(texts, measured, period, location).verdict;

describe('a month', () => {
  it('is met on the target and missed one case below', () => {
    expect(judged(roundsIn('2026-09', 19, 20), atLeast95, monthPeriod('2026-09'))).toEqual({
      verdict: 'met',
      tally: ratio(19, 20),
      reasons: [],
      judged: '2026-09',
      small: false,
    });
    expect(verdictOf(roundsIn('2026-09', 18, 20), atLeast95, monthPeriod('2026-09'))).toBe('missed');
  });

  it('has no data without file and slip, and is never met', () => {
    const texts = requestsIn('2026-09', 1);
    expect(judged(texts, atLeast95, monthPeriod('2026-09'))).toMatchObject({
      verdict: 'no-data',
      tally: ratio(0, 0),
      reasons: ['巡查没有交付'],
    });
    const none = { measure: { ...requested, log: 'checks' }, targets: [targetOf('<=', 0, '起')] };
    expect(judged(texts, none, monthPeriod('2026-09'))).toMatchObject({ verdict: 'no-data', reasons: ['现场检查没有交付'] });
  });

  it('is incomplete when rows and slip differ, whatever the number says', () => {
    for (const listed of [19, 21]) {
      const texts = roundsIn('2026-09', 20, 20, listed);
      expect(judged(texts, atLeast95, monthPeriod('2026-09'))).toMatchObject({
        verdict: 'incomplete',
        tally: ratio(20, 20),
        reasons: [`2026-09 巡查：交付清单写 ${listed} 行，文件有 20 行`],
      });
    }
    expect(verdictOf(roundsIn('2026-09', 0, 20, 21), atLeast95, monthPeriod('2026-09'))).toBe('incomplete');
  });

  it('does not apply where a nil return leaves nothing to count, and keeps no limit on events where nobody looked', () => {
    const nil = roundsIn('2026-09', 0, 0);
    expect(judged(nil, atLeast95, monthPeriod('2026-09'))).toMatchObject({
      verdict: 'not-applicable',
      reasons: ['期内没有应计的情况'],
    });
    const events = (operator: string, value: number) => ({
      measure: { ...requested, log: 'rounds', events: operator === '<=' ? 'unwanted' : 'wanted' },
      targets: [targetOf(operator, value, '起')],
    });
    expect(verdictOf(nil, events('<=', 0), monthPeriod('2026-09'))).toBe('not-applicable');
    expect(verdictOf(nil, events('>=', 1), monthPeriod('2026-09'))).toBe('missed');
  });

  it('misses everything due when the schedule asks and a nil return answers', () => {
    const measured = {
      measure: { kind: 'coverage', log: 'rounds', match: { location: 'location', item: 'item' } },
      targets: [targetOf('>=', 100)],
    };
    expect(judged(roundsIn('2026-09', 0, 0), measured, monthPeriod('2026-09'))).toMatchObject({
      verdict: 'missed',
      tally: ratio(0, 6),
    });
  });

  it('says that a sample is small below ten cases, not at ten', () => {
    expect(judged(roundsIn('2026-09', 9, 9), atLeast95, monthPeriod('2026-09')).small).toBe(true);
    expect(judged(roundsIn('2026-09', 10, 10), atLeast95, monthPeriod('2026-09')).small).toBe(false);
    expect(judged(roundsIn('2026-09', 0, 0), atLeast95, monthPeriod('2026-09')).small).toBe(false);
    const few = { measure: requested, targets: [targetOf('<=', 9, '起')] };
    expect(judged(requestsIn('2026-09', 1), few, monthPeriod('2026-09')).small).toBe(false);
  });

  it('is judged for one location by its own rows', () => {
    const texts = roundsIn('2026-09', 3, 4);
    expect(judged(texts, atLeast95, monthPeriod('2026-09'), 'W01')).toMatchObject({ verdict: 'met', tally: ratio(2, 2) });
    expect(judged(texts, atLeast95, monthPeriod('2026-09'), 'W02')).toMatchObject({ verdict: 'missed', tally: ratio(1, 2) });
    expect(judged(texts, atLeast95, monthPeriod('2026-09'), 'W09')).toMatchObject({
      verdict: 'not-applicable',
      tally: ratio(0, 0),
    });
  });

  it('counts what is excluded beside the tally', () => {
    const measured = {
      measure: { ...passed, exclude: [{ where: { location: 'W02' }, reason: '停业' }] },
      targets: [targetOf('>=', 95)],
    };
    const indicator = indicatorWith(measured);
    const result = assess(roundsIn('2026-09', 3, 4), [indicator]).result(indicator, monthPeriod('2026-09'));
    expect(result.parts[0]).toMatchObject({ excluded: 2, tally: ratio(2, 2), verdict: 'met' });
  });
});

describe('the months of a contract', () => {
  it('run from its start to the last folder, holes included', () => {
    const { months } = assess({ ...roundsIn('2026-03', 1, 1), ...roundsIn('2026-05', 1, 1) }, []);
    expect(months).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']);
    // Before any is handed in, the first month stands, without data.
    expect(assess({}, []).months).toEqual(['2026-01']);
    expect(assess(roundsIn('2026-03', 1, 1), [], { start: '2026-03-31', smallSample: 10 }).months).toEqual(['2026-03']);
  });

  it('have no data where the folder is missing', () => {
    const texts = { ...roundsIn('2026-03', 20, 20), ...roundsIn('2026-05', 20, 20) };
    expect(judged(texts, atLeast95, monthPeriod('2026-04'))).toMatchObject({ verdict: 'no-data', reasons: ['巡查没有交付'] });
  });

  it('are not judged before the start or after the last folder', () => {
    const texts = { ...roundsIn('2025-12', 0, 20), ...roundsIn('2026-03', 20, 20) };
    expect(verdictOf(texts, atLeast95, monthPeriod('2025-12'))).toBe('not-applicable');
    expect(verdictOf(texts, atLeast95, monthPeriod('2026-04'))).toBe('not-applicable');
  });
});

describe('targets', () => {
  const raised = share(targetOf('>=', 90), targetOf('>=', 97, '%', { from: '2026-09-15' }));
  const texts = { ...roundsIn('2026-08', 19, 20), ...roundsIn('2026-09', 19, 20) };

  it('are those in force on the last day: a raised one leaves earlier months as they were', () => {
    expect(verdictOf(texts, raised, monthPeriod('2026-08'))).toBe('met');
    expect(verdictOf(texts, raised, monthPeriod('2026-09'))).toBe('missed');
  });

  it('are not applied before the first', () => {
    const later = share(targetOf('>=', 90, '%', { from: '2026-09-01' }));
    expect(judged(texts, later, monthPeriod('2026-08'))).toMatchObject({
      verdict: 'not-applicable',
      reasons: ['期内没有生效的目标'],
      tally: ratio(19, 20),
    });
    expect(verdictOf(texts, later, monthPeriod('2026-09'))).toBe('met');
    expect(verdictOf(texts, share(targetOf('>=', 90, '%', { from: '2026-09-30' })), monthPeriod('2026-09'))).toBe('met');
  });
});

describe('a quarter', () => {
  const texts = { ...roundsIn('2026-07', 20, 20), ...roundsIn('2026-08', 18, 20), ...roundsIn('2026-09', 19, 20) };

  it('is the joined rows of its months, not the mean of their ratios', () => {
    expect(judged(texts, atLeast95, calendarYear.quarter('2026-09'))).toMatchObject({ verdict: 'met', tally: ratio(57, 60) });
    const uneven = { ...roundsIn('2026-07', 1, 1), ...roundsIn('2026-08', 1, 1), ...roundsIn('2026-09', 27, 30) };
    expect(judged(uneven, atLeast95, calendarYear.quarter('2026-09'))).toMatchObject({ verdict: 'missed', tally: ratio(29, 32) });
  });

  it('is incomplete while one month is missing or incomplete, and says which', () => {
    const { 'data/2026-08/delivery.csv': _, 'data/2026-08/rounds.csv': __, ...holed } = texts;
    expect(judged(holed, atLeast95, calendarYear.quarter('2026-09'))).toMatchObject({
      verdict: 'incomplete',
      reasons: ['2026-08 巡查没有交付'],
    });
    expect(judged({ ...texts, ...roundsIn('2026-07', 20, 20, 22) }, atLeast95, calendarYear.quarter('2026-09'))).toMatchObject({
      verdict: 'incomplete',
      reasons: ['2026-07 巡查：交付清单写 22 行，文件有 20 行'],
    });
  });

  it('has no data only when no month has any', () => {
    const other = { ...requestsIn('2026-07', 1), ...requestsIn('2026-08', 1), ...requestsIn('2026-09', 1) };
    expect(verdictOf(other, atLeast95, calendarYear.quarter('2026-09'))).toBe('no-data');
  });

  it('that has only begun is under way with the value of the months that have come, good or bad', () => {
    const { 'data/2026-09/delivery.csv': _, 'data/2026-09/rounds.csv': __, ...begun } = texts;
    const quarter = calendarYear.quarter('2026-08');
    expect(judged(begun, atLeast95, quarter)).toMatchObject({
      verdict: 'under-way',
      tally: ratio(38, 40),
      reasons: ['截至 2026-08-31，这一期过完后作结论'],
    });
    expect(verdictOf({ ...begun, ...roundsIn('2026-07', 0, 20) }, atLeast95, quarter)).toBe('under-way');
    expect(verdictOf(begun, atLeast95, calendarYear.year('2026-08'))).toBe('under-way');
    expect(judged(begun, atLeast95, calendarYear.toDate('2026-08'), null, '2026-07-01').verdict).toBe('met');
  });

  it('says of a miss that no later row can mend that it is there, and is under way all the same', () => {
    const monthly = { measure: { ...requested, events: 'wanted' }, targets: [targetOf('>=', 1, '项')] };
    const begun = { ...requestsIn('2026-07', 0), ...requestsIn('2026-08', 5) };
    expect(judged(begun, monthly, calendarYear.quarter('2026-08'))).toMatchObject({
      verdict: 'under-way',
      reasons: ['截至 2026-08-31，这一期过完后作结论', '已过完的各期中未达标：2026-07'],
    });
    expect(verdictOf(begun, monthly, monthPeriod('2026-07'))).toBe('missed');
  });

  it('names what is missing of the months that are over', () => {
    const {
      'data/2026-07/delivery.csv': _,
      'data/2026-07/rounds.csv': __,
      ...late
    } = {
      ...roundsIn('2026-07', 1, 1),
      ...roundsIn('2026-08', 1, 1),
    };
    expect(judged(late, atLeast95, calendarYear.quarter('2026-08'))).toMatchObject({
      verdict: 'under-way',
      reasons: ['截至 2026-08-31，这一期过完后作结论', '2026-07 巡查没有交付'],
    });
  });
});

describe('a target of a quarter', () => {
  const suggestions = { measure: { ...requested, events: 'wanted' }, targets: [targetOf('>=', 3, '项', { period: 'quarter' })] };
  const texts = { ...requestsIn('2026-07', 1), ...requestsIn('2026-08', 0), ...requestsIn('2026-09', 2) };

  it('is decided in the last month of the quarter, over the whole quarter', () => {
    expect(judged(texts, suggestions, monthPeriod('2026-07'))).toMatchObject({
      verdict: 'not-applicable',
      reasons: ['按季度评价，季度末给出结论'],
      tally: { kind: 'count', events: 1 },
    });
    expect(verdictOf(texts, suggestions, monthPeriod('2026-08'))).toBe('not-applicable');
    expect(judged(texts, suggestions, monthPeriod('2026-09'))).toMatchObject({
      verdict: 'met',
      tally: { kind: 'count', events: 3 },
      judged: '2026-Q3',
    });
    expect(verdictOf(texts, suggestions, calendarYear.quarter('2026-09'))).toBe('met');
  });

  it('waits for the end of the quarter when the quarter itself is asked for', () => {
    const begun = { ...requestsIn('2026-07', 5), ...requestsIn('2026-08', 5) };
    expect(verdictOf(begun, suggestions, calendarYear.quarter('2026-08'))).toBe('under-way');
    const yearly = { ...suggestions, targets: [targetOf('>=', 3, '项', { period: 'year' })] };
    expect(verdictOf(begun, yearly, calendarYear.quarter('2026-08'))).toBe('not-applicable');
    expect(verdictOf(begun, yearly, calendarYear.year('2026-08'))).toBe('under-way');
  });

  it('counts from the start of the contract when that lies within the quarter', () => {
    expect(judged(texts, suggestions, calendarYear.quarter('2026-09'), null, '2026-08-15')).toMatchObject({
      verdict: 'missed',
      tally: { kind: 'count', events: 2 },
    });
  });

  it('holds for every quarter of a year by itself', () => {
    const year = { ...texts, ...requestsIn('2026-10', 0), ...requestsIn('2026-11', 0), ...requestsIn('2026-12', 9) };
    const early = joined(monthsBetween('2026-01', '2026-06').map((month) => requestsIn(month, 1)));
    expect(judged({ ...early, ...year }, suggestions, calendarYear.year('2026-12'))).toMatchObject({
      verdict: 'met',
      reasons: [],
    });
    const lean = { ...early, ...year, ...requestsIn('2026-05', 0) };
    expect(judged(lean, suggestions, calendarYear.year('2026-12'))).toMatchObject({
      verdict: 'missed',
      reasons: ['逐期评价，未达标：2026-Q2'],
      tally: { kind: 'count', events: 17 },
    });
  });
});

describe('a target of a year', () => {
  const perYear = { measure: requested, targets: [targetOf('<=', 3, '起', { period: 'year' })] };
  const through = (last: string) =>
    joined(monthsBetween('2026-01', last).map((month) => requestsIn(month, month > '2026-08' ? 1 : 0)));

  it('is decided in December', () => {
    expect(judged(through('2026-11'), perYear, monthPeriod('2026-11'))).toMatchObject({
      verdict: 'not-applicable',
      reasons: ['按年度评价，年度末给出结论'],
    });
    expect(verdictOf(through('2026-11'), perYear, calendarYear.toDate('2026-11'))).toBe('not-applicable');
    expect(judged(through('2026-12'), perYear, monthPeriod('2026-12'))).toMatchObject({
      verdict: 'missed',
      tally: { kind: 'count', events: 4 },
      judged: '2026',
    });
  });
});

describe('a monthly limit on events over a longer period', () => {
  const perMonth = { measure: requested, targets: [targetOf('<=', 2, '起')] };

  it('must be kept in every month, not on the whole', () => {
    const texts = { ...requestsIn('2026-07', 2), ...requestsIn('2026-08', 2), ...requestsIn('2026-09', 2) };
    expect(judged(texts, perMonth, calendarYear.quarter('2026-09'))).toMatchObject({
      verdict: 'met',
      tally: { kind: 'count', events: 6 },
      reasons: [],
    });
    const uneven = { ...requestsIn('2026-07', 0), ...requestsIn('2026-08', 3), ...requestsIn('2026-09', 0) };
    expect(judged(uneven, perMonth, calendarYear.quarter('2026-09'))).toMatchObject({
      verdict: 'missed',
      tally: { kind: 'count', events: 3 },
      reasons: ['逐期评价，未达标：2026-08'],
    });
  });

  it('takes each month’s own target', () => {
    const changed = {
      measure: requested,
      targets: [targetOf('<=', 2, '起'), targetOf('<=', 1, '起', { from: '2026-09-01' })],
    };
    const texts = { ...requestsIn('2026-07', 2), ...requestsIn('2026-08', 2), ...requestsIn('2026-09', 1) };
    expect(verdictOf(texts, changed, calendarYear.quarter('2026-09'))).toBe('met');
  });
});

describe('the year to date', () => {
  it('is Σn/ΣN: 31 of 31 and 20 of 28 are 51 of 59, which is 86.4 % and not 85.7 %', () => {
    const texts = { ...roundsIn('2026-01', 31, 31), ...roundsIn('2026-02', 20, 28) };
    const at = (value: number) => judged(texts, share(targetOf('>=', value)), calendarYear.toDate('2026-02'));
    expect(at(86.4)).toMatchObject({ verdict: 'met', tally: ratio(51, 59) });
    expect(at(86.5)).toMatchObject({ verdict: 'missed', tally: ratio(51, 59) });
  });

  it('lists the months without data', () => {
    const texts = { ...roundsIn('2026-01', 31, 31), ...roundsIn('2026-03', 28, 28) };
    expect(judged(texts, atLeast95, calendarYear.toDate('2026-03'))).toMatchObject({
      verdict: 'incomplete',
      reasons: ['2026-02 巡查没有交付'],
    });
  });

  it('begins with the contract', () => {
    const texts = { ...roundsIn('2026-01', 0, 10), ...roundsIn('2026-02', 20, 20) };
    expect(judged(texts, atLeast95, calendarYear.toDate('2026-02'), null, '2026-02-01')).toMatchObject({
      verdict: 'met',
      tally: ratio(20, 20),
    });
  });
});

describe('all of several parts', () => {
  const part = (name: string, value: number, location: string) => ({
    name,
    measure: { ...passed, where: { location } },
    targets: [targetOf('>=', value)],
  });
  const both = { measure: { kind: 'all-of', parts: [part('机关', 100, 'W01'), part('支行', 50, 'W02')] } };

  it('is met when every part is, and shows each', () => {
    const indicator = indicatorWith(both);
    const result = assess(roundsIn('2026-09', 3, 4), [indicator]).result(indicator, monthPeriod('2026-09'));
    expect(result.verdict).toBe('met');
    expect(result.parts.map(({ part: { name }, tally, verdict }) => [name, tally, verdict])).toEqual([
      ['机关', ratio(2, 2), 'met'],
      ['支行', ratio(1, 2), 'met'],
    ]);
  });

  it('is missed when one part is', () => {
    expect(verdictOf(roundsIn('2026-09', 2, 4), both, monthPeriod('2026-09'))).toBe('missed');
  });

  it('has no data when a part’s log is not there, and is missed when the other part is', () => {
    const mixed = {
      measure: {
        kind: 'all-of',
        parts: [part('机关', 100, 'W01'), { name: '请求', measure: requested, targets: [targetOf('<=', 9, '起')] }],
      },
    };
    expect(verdictOf(roundsIn('2026-09', 4, 4), mixed, monthPeriod('2026-09'))).toBe('no-data');
    expect(verdictOf(roundsIn('2026-09', 0, 4), mixed, monthPeriod('2026-09'))).toBe('missed');
  });

  it('does not apply while no measure is built', () => {
    const indicator = indicatorWith({ unmeasured: '没有这类台账' });
    const result = assess(roundsIn('2026-09', 4, 4), [indicator]).result(indicator, monthPeriod('2026-09'));
    expect([result.verdict, result.parts]).toEqual(['not-applicable', []]);
  });
});

describe('judgements', () => {
  it('are made once, and not for logs that were not handed in', () => {
    const indicator = indicatorWith(atLeast95);
    const part = present(indicator.parts[0]);
    const assessment = assess(roundsIn('2026-09', 1, 2), [indicator]);
    expect(assessment.judgements(part, '2026-09')).toHaveLength(2);
    expect(assessment.judgements(part, '2026-09')).toBe(assessment.judgements(part, '2026-09'));
    expect(assessment.judgements(part, '2026-08')).toEqual([]);
  });

  it('of rows that no slip lists count nowhere', () => {
    const texts = { ...roundsIn('2026-09', 20, 20), 'data/2026-09/delivery.csv': `${slipHeader}\n` };
    expect(judged(texts, atLeast95, monthPeriod('2026-09'))).toMatchObject({ verdict: 'no-data', tally: ratio(0, 0) });
  });
});

describe('laws of assessment', () => {
  const months = ['2026-07', '2026-08', '2026-09'];
  const counts = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })).map(([good, bad]): [number, number] => [good, good + bad]);
  const three = fc.tuple(counts, counts, counts);
  const texts = (all: readonly (readonly [number, number])[]): Texts =>
    joined(all.map(([good, total], index) => roundsIn(months[index] ?? '', good, total)));
  const sum = (all: readonly (readonly [number, number])[]) =>
    all.reduce(([n, total], [good, each]) => [n + good, total + each], [0, 0]);

  it('a quarter equals its joined months, and the year to date is Σn/ΣN', () => {
    const indicator = indicatorWith(atLeast95);
    fc.assert(
      fc.property(three, (all) => {
        const assessment = assess(texts(all), [indicator], { start: '2026-07-01', smallSample: 10 });
        const tally = (period: Period) => present(assessment.result(indicator, period).parts[0]).tally;
        const [n = 0, total = 0] = sum(all);
        expect(tally(calendarYear.quarter('2026-09'))).toEqual(ratio(n, total));
        expect(tally(calendarYear.quarter('2026-09'))).toEqual(months.map((month) => tally(monthPeriod(month))).reduce(add));
        expect(tally(calendarYear.toDate('2026-09'))).toEqual(ratio(n, total));
        const [first = 0, some = 0] = sum(all.slice(0, 2));
        expect(tally(calendarYear.toDate('2026-08'))).toEqual(ratio(first, some));
        const expected = total === 0 ? 'not-applicable' : n * 100 >= total * 95 ? 'met' : 'missed';
        expect(assessment.result(indicator, calendarYear.quarter('2026-09')).verdict).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('the whole is the sum of its locations', () => {
    const indicator = indicatorWith(atLeast95);
    fc.assert(
      fc.property(three, (all) => {
        const assessment = assess(texts(all), [indicator]);
        for (const period of [monthPeriod('2026-09'), calendarYear.quarter('2026-09')]) {
          const tally = (location: string | null) => present(assessment.result(indicator, period, location).parts[0]).tally;
          expect(add(tally('W01'), tally('W02'))).toEqual(tally(null));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a target raised from a day leaves the results of earlier months unchanged', () => {
    const plain = indicatorWith(share(targetOf('>=', 50)));
    const day = fc.integer({ min: 1, max: 28 }).map((each) => String(each).padStart(2, '0'));
    fc.assert(
      fc.property(three, fc.constantFrom(...months), day, fc.integer({ min: 51, max: 100 }), (all, month, on, value) => {
        const from = `${month}-${on}`;
        const raised = indicatorWith(share(targetOf('>=', 50), targetOf('>=', value, '%', { from })));
        const before = assess(texts(all), [plain]);
        const after = assess(texts(all), [raised]);
        for (const each of months.filter((other) => lastDay(other) < from)) {
          const [old, now] = [before.result(plain, monthPeriod(each)), after.result(raised, monthPeriod(each))];
          expect(now.verdict).toBe(old.verdict);
          expect(present(now.parts[0]).tally).toEqual(present(old.parts[0]).tally);
          expect(present(now.parts[0]).target).toEqual(present(old.parts[0]).target);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Indicators of every kind, in every shape of target. */
const everyKind = [
  atLeast95,
  share(targetOf('>=', 50)),
  { measure: { ...passed, exclude: [{ where: { result: '不合格' }, reason: '另计' }] }, targets: [targetOf('>=', 95)] },
  {
    measure: { kind: 'within', log: 'requests', from: 'reported', to: 'responded', limits: [{ max: 30, unit: 'min' }] },
    targets: [targetOf('>=', 60)],
  },
  {
    measure: { kind: 'within', log: 'requests', from: 'reported', to: 'completed', limits: [{ max: 1, unit: 'd' }] },
    targets: [targetOf('>=', 90)],
  },
  { measure: { kind: 'coverage', log: 'rounds', match: { location: 'location', item: 'item' } }, targets: [targetOf('>=', 50)] },
  {
    measure: { kind: 'coverage', log: 'rounds', match: { location: 'location', item: 'item' }, done: { result: '合格' } },
    targets: [targetOf('>=', 60)],
  },
  { measure: requested, targets: [targetOf('<=', 1, '起')] },
  { measure: requested, targets: [targetOf('<=', 4, '起', { period: 'quarter' })] },
  { measure: { ...requested, events: 'wanted' }, targets: [targetOf('>=', 2, '项')] },
  { measure: { ...requested, where: { priority: '紧急' } }, targets: [targetOf('<=', 0, '起', { period: 'year' })] },
  {
    measure: { kind: 'sum-share', log: 'rounds', numerator: 'passed', denominator: 'checked', faultless: 'all' },
    targets: [targetOf('>=', 97)],
  },
  { measure: { kind: 'mean', log: 'requests', of: { from: 'reported', to: 'responded' } }, targets: [targetOf('<=', 30, 'min')] },
  {
    measure: {
      kind: 'all-of',
      parts: [
        { name: '合格', measure: passed, targets: [targetOf('>=', 60)] },
        { name: '请求', measure: requested, targets: [targetOf('<=', 2, '起')] },
      ],
    },
  },
].map((measured, index) => indicatorWith(measured, `cleaning.overall.test-${'abcdefghijklmnop'.charAt(index)}`));

const periods = [
  monthPeriod('2026-08'),
  monthPeriod('2026-09'),
  monthPeriod('2026-12'),
  calendarYear.quarter('2026-09'),
  calendarYear.year('2026-09'),
  calendarYear.toDate('2026-09'),
];

/**
 * Rows of the logs in August and September 2026, with a slip that agrees unless `slip` says more. September's requests begin with
 * those that August left open.
 */
function handedIn(
  rows: { readonly rounds: readonly string[]; readonly requests: readonly string[] },
  slip: (rows: number) => number,
): Texts {
  const month = (name: string): Texts => {
    const rounds = rows.rounds.filter((row) => row.startsWith(name));
    const isOpen = (row: string) => row.includes(',,,已完成');
    const requests = rows.requests.filter(
      (row) => row.startsWith(`QQ-${name.replace('-', '')}-`) || (row.startsWith('QQ-202608-') && isOpen(row)),
    );
    return {
      [`data/${name}/delivery.csv`]: `${slipHeader}\n巡查,${slip(rounds.length)},${addMonths(name, 1)}-10,GL-01\n服务请求,${slip(requests.length)},${addMonths(name, 1)}-10,GL-01\n`,
      [`data/${name}/rounds.csv`]: `${[roundsHeader, ...rounds].join('\n')}\n`,
      [`data/${name}/requests.csv`]: `${[requestsHeader, ...requests].join('\n')}\n`,
    };
  };
  return { ...month('2026-08'), ...month('2026-09') };
}

const round = fc
  .record({
    month: fc.constantFrom('2026-08', '2026-09'),
    day: fc.integer({ min: 1, max: 30 }),
    location: fc.constantFrom('W01', 'W02'),
    item: fc.constantFrom('大堂', '地库'),
    good: fc.boolean(),
  })
  .map(({ month, day, location, item, good }) => ({
    key: `${month}-${String(day).padStart(2, '0')},${location},${item}`,
    rest: good ? '10,10,合格,' : '10,8,不合格,地面有水',
  }));
const request = fc.record({
  month: fc.constantFrom('2026-08', '2026-09'),
  location: fc.constantFrom('W01', 'W02'),
  urgent: fc.boolean(),
  took: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
});
const clock = (minutes: number) =>
  `${String(8 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const allRows = fc.record({
  rounds: fc
    .uniqueArray(round, { selector: ({ key }) => key, maxLength: 10 })
    .map((all) => all.map(({ key, rest }) => `${key},${rest}`)),
  requests: fc.array(request, { maxLength: 8 }).map((all) => {
    const numbers = new Map<string, number>();
    return all.map(({ month, location, urgent, took }) => {
      const number = (numbers.get(month) ?? 0) + 1;
      numbers.set(month, number);
      const responded = took === null ? '' : `${month}-15 ${clock(took)}`;
      const id = `QQ-${month.replace('-', '')}-${String(number).padStart(3, '0')}`;
      return `${id},保洁,${urgent ? '紧急' : '一般'},${location},积水,${month}-15 08:00,${responded},${responded},已完成,,BJ-01`;
    });
  }),
});

/** Every verdict on every indicator, period and location. */
function verdictsOn(texts: Texts): number[] {
  const assessment = assess(texts, everyKind, { start: '2026-08-01', smallSample: 10 });
  return everyKind.flatMap((indicator) =>
    periods.flatMap((period) =>
      [null, 'W01', 'W02'].map((location) => merit[assessment.result(indicator, period, location).verdict]),
    ),
  );
}

/** Takes one row out of one log's file; the slip stays as it is. */
function without(texts: Texts, pick: number): Texts | null {
  const rows = Object.entries(texts)
    .filter(([file]) => !file.endsWith('delivery.csv'))
    .flatMap(([file, text]) =>
      Array.from({ length: text.trimEnd().split('\n').length - 1 }, (_, index) => ({ file, line: index + 1 })),
    );
  const chosen = rows[pick % Math.max(1, rows.length)];
  if (chosen === undefined) return null;
  const text = present(texts[chosen.file]);
  return { ...texts, [chosen.file]: text.split('\n').toSpliced(chosen.line, 1).join('\n') };
}

describe('removing rows', () => {
  const neverImproves = (slip: (rows: number) => number) =>
    fc.assert(
      fc.property(allRows, fc.nat(), (rows, pick) => {
        const texts = handedIn(rows, slip);
        const removed = without(texts, pick);
        if (removed === null) return;
        const [before, after] = [verdictsOn(texts), verdictsOn(removed)];
        for (const [index, value] of after.entries()) expect(value).toBeLessThanOrEqual(before[index] ?? -1);
      }),
      { numRuns: 1000 },
    );

  it('starts from a ledger that is sound', () => {
    fc.assert(
      fc.property(allRows, (rows) => {
        const { problems } = ledgerOf(handedIn(rows, (count) => count));
        expect(problems.filter(({ code }) => code !== 'delivery/late')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('reaches every verdict but no-data, so that the law means something', () => {
    const seen = new Set(verdictsOn(handedIn({ rounds: [], requests: [] }, () => 0)));
    for (const value of verdictsOn(september)) seen.add(value);
    expect([...seen].sort()).toEqual([0, 1, 2]);
  });

  it('never improves a verdict when the slip agrees', () => {
    neverImproves((rows) => rows);
  });

  it('never improves a verdict when the slip promises more rows than came', () => {
    neverImproves((rows) => rows + 1);
  });
});
