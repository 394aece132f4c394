import { describe, expect, it } from 'vitest';
import { calendarYear, monthPeriod } from '../calendar/period.ts';
import { indicatorWith, ledgerOf, present, requestsHeader, roundsHeader, slipHeader, targetOf } from '../testing/ledger.ts';
import { Assessment } from './assessment.ts';
import { evidenceOf, usesOf } from './evidence.ts';
import type { Indicator } from './indicator.ts';

/** Requests of all that was asked for or planned: two logs, a ratio. */
const rate = {
  list: 'supplementary',
  measure: {
    kind: 'sum',
    of: [
      { kind: 'side', log: 'requests', as: 'numerator', events: 'unwanted', because: 'subject' },
      { kind: 'side', log: 'rounds', as: 'denominator' },
    ],
  },
};
const limited = indicatorWith({ ...rate, targets: [targetOf('<=', 25)] }, 'sup.rate');
const figure = indicatorWith({ ...rate, figure: '%' }, 'sup.figure');

/** A month with so many requests, all done, the first at W01 and the others at W02, and so many rounds, all at W01. */
function handedIn(month: string, requests: number, rounds: number, logs = ['服务请求', '巡查']): Record<string, string> {
  const number = month.replace('-', '');
  const asked = Array.from(
    { length: requests },
    (_, at) =>
      `QQ-${number}-00${at + 1},保洁,一般,W0${at === 0 ? 1 : 2},积水,${month}-01 09:00,${month}-01 09:20,${month}-01 10:00,已完成,,BJ-01`,
  );
  const made = Array.from({ length: rounds }, (_, at) => `${month}-01,W01,第${at}处,1,1,合格,`);
  const slip = [`服务请求,${requests},${month}-28,GL-01`, `巡查,${rounds},${month}-28,GL-01`];
  return {
    [`data/${month}/delivery.csv`]: [slipHeader, ...slip.filter((line) => logs.some((log) => line.startsWith(log)))].join('\n'),
    ...(logs.includes('服务请求') ? { [`data/${month}/requests.csv`]: [requestsHeader, ...asked].join('\n') } : {}),
    ...(logs.includes('巡查') ? { [`data/${month}/rounds.csv`]: [roundsHeader, ...made].join('\n') } : {}),
  };
}

const assess = (texts: Record<string, string>, indicators: readonly Indicator[] = [limited]) =>
  new Assessment(ledgerOf(texts).value, indicators, { start: '2026-07-01', smallSample: 10 });

function judged(
  texts: Record<string, string>,
  indicator = limited,
  period = monthPeriod('2026-07'),
  location: string | null = null,
) {
  const { verdict, parts } = assess(texts, [indicator]).result(indicator, period, location);
  const { tally, reasons } = present(parts[0]);
  return { verdict, tally, reasons };
}

describe('measures that are added up', () => {
  it('make one ratio of the rows of two logs', () => {
    expect(judged(handedIn('2026-07', 1, 4))).toEqual({
      verdict: 'met',
      tally: { kind: 'ratio', numerator: 1, denominator: 4 },
      reasons: [],
    });
    expect(judged(handedIn('2026-07', 2, 7)).verdict).toBe('missed');
  });

  it('add up over places and months', () => {
    const texts = { ...handedIn('2026-07', 2, 4), ...handedIn('2026-08', 0, 4), ...handedIn('2026-09', 1, 4) };
    const quarter = calendarYear.quarter('2026-09');
    expect(judged(texts, limited, quarter)).toMatchObject({ verdict: 'met', tally: { numerator: 3, denominator: 12 } });
    expect(judged(texts, limited, quarter, 'W01')).toMatchObject({ tally: { numerator: 2, denominator: 12 } });
    expect(judged(texts, limited, quarter, 'W02')).toMatchObject({ verdict: 'missed', tally: { numerator: 1, denominator: 0 } });
  });

  it('are missed, not out of application, where the rows that they are measured by are gone', () => {
    expect(judged(handedIn('2026-07', 2, 0))).toMatchObject({ verdict: 'missed', tally: { numerator: 2, denominator: 0 } });
    expect(judged(handedIn('2026-07', 0, 0)).verdict).toBe('not-applicable');
  });

  it('are incomplete while one log is missing, and without data when all are', () => {
    expect(judged(handedIn('2026-07', 1, 4, ['服务请求']))).toMatchObject({
      verdict: 'incomplete',
      reasons: ['2026-07 巡查没有交付'],
    });
    expect(judged(handedIn('2026-07', 1, 4, []))).toMatchObject({ verdict: 'no-data', reasons: ['服务请求、巡查没有交付'] });
  });

  it('list the rows of both logs as evidence, and each row knows its figure', () => {
    const assessment = assess(handedIn('2026-07', 1, 2));
    const [part] = evidenceOf(assessment, limited, '2026-07').parts;
    const files = (rows: readonly { readonly record: { readonly file: string; readonly line: number } | null }[]) =>
      rows.map(({ record }) => `${record?.file.split('/')[2]} ${record?.line}`);
    expect(files(present(part).failed)).toEqual(['requests.csv 2']);
    expect(files(present(part).passed)).toEqual(['rounds.csv 2', 'rounds.csv 3']);
    expect([...usesOf(assessment, '2026-07', 'requests')].map(([line, uses]) => [line, uses.length])).toEqual([[2, 1]]);
    expect([...usesOf(assessment, '2026-07', 'rounds').keys()]).toEqual([2, 3]);
  });
});

describe('a figure without a target', () => {
  it('has a number and no verdict', () => {
    expect(judged(handedIn('2026-07', 1, 4), figure)).toEqual({
      verdict: 'not-applicable',
      tally: { kind: 'ratio', numerator: 1, denominator: 4 },
      reasons: ['没有目标，只列数值，不作结论'],
    });
  });

  it('says what was not handed in all the same', () => {
    expect(judged(handedIn('2026-07', 1, 4, ['服务请求']), figure).verdict).toBe('incomplete');
    expect(judged(handedIn('2026-07', 1, 4, []), figure).verdict).toBe('no-data');
  });

  it('stands in the supplementary list only', () => {
    expect(() => indicatorWith({ ...rate, list: 'plan', figure: '%' })).toThrow();
    const assessment = assess({}, [
      limited,
      indicatorWith({ measure: { kind: 'share', log: 'rounds', pass: {} }, targets: [targetOf('>=', 1)] }),
    ]);
    expect(assessment.indicators.map(({ id }) => id)).toEqual(['cleaning.overall.test']);
    expect(assessment.supplementary.map(({ id }) => id)).toEqual(['sup.rate']);
  });
});
