import { describe, expect, it } from 'vitest';
import { calendarYear, monthPeriod } from '../calendar/period.ts';
import { Assessment } from '../indicators/assessment.ts';
import { type Indicator, indicatorOf, indicatorSchema } from '../indicators/indicator.ts';
import { unplaced } from '../indicators/result.ts';
import { logNamed } from '../testing/definitions.ts';
import { indicatorWith, ledgerOf, registerTexts, roundsHeader, slipHeader, terms } from '../testing/ledger.ts';
import { isServed, locationReport, resultsByLocation, saysOfLocations } from './location.ts';
import { rowsAt } from './rows-at.ts';
import { periodTwin } from './twins.ts';

const suggestions = logNamed('suggestions');

const indicator = (id: string, measure: object, target: object): Indicator =>
  indicatorOf(
    indicatorSchema.parse({
      id,
      name: id,
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
      measure,
      targets: [{ from: '2026-01-01', basis: 'plan', ...target }],
    }),
  );

const hall = indicator(
  'cleaning.rounds.hall',
  { kind: 'share', log: 'rounds', where: { item: '大堂' }, pass: { result: '合格' } },
  { operator: '>=', value: 100, unit: '%' },
);
const cellar = indicator(
  'cleaning.rounds.cellar',
  { kind: 'share', log: 'rounds', where: { item: '地库' }, pass: { result: '合格' } },
  { operator: '>=', value: 100, unit: '%' },
);
const failures = indicator(
  'cleaning.rounds.failures',
  { kind: 'count', log: 'rounds', where: { result: '不合格' }, events: 'unwanted' },
  { operator: '<=', value: 0, unit: '次' },
);
const ideas = indicator(
  'cleaning.ideas.valid',
  { kind: 'count', log: 'suggestions', where: { valid: '有效' }, events: 'wanted' },
  { operator: '>=', value: 1, unit: '项' },
);

const month = (id: string, rows: readonly string[]): [string, string][] => [
  [`data/${id}/delivery.csv`, `${slipHeader}\n巡查,${rows.length},${id}-28,GL-01\n`],
  [`data/${id}/rounds.csv`, `${[roundsHeader, ...rows].join('\n')}\n`],
];
const { value: ledger } = ledgerOf(
  {
    ...Object.fromEntries([
      ...month('2026-08', ['2026-08-02,W02,大堂,10,9,不合格,积水']),
      ...month('2026-09', ['2026-09-02,W01,大堂,10,10,合格,']),
    ]),
    'data/registers/locations.csv': `${registerTexts['data/registers/locations.csv']?.replace('W02,兴隆支行,支行,2024-11-01,', 'W02,兴隆支行,支行,2024-11-01,2026-08-31')}W03,新站支行,支行,2026-11-01,,3\n`,
  },
  { logs: [...terms.logs, suggestions] },
);
const assessment = new Assessment(ledger, [hall, cellar, failures, ideas], { start: '2026-08-01', smallSample: 1 });

/** The same with one suggestion, which belongs to no location. */
const { value: withIdeas } = ledgerOf(
  {
    ...Object.fromEntries([
      ...month('2026-08', ['2026-08-02,W02,大堂,10,9,不合格,积水']),
      ...month('2026-09', ['2026-09-02,W01,大堂,10,10,合格,']),
    ]),
    'data/2026-08/delivery.csv': `${slipHeader}\n巡查,1,2026-08-28,GL-01\n改进建议,0,2026-08-28,GL-01\n`,
    'data/2026-09/delivery.csv': `${slipHeader}\n巡查,1,2026-09-28,GL-01\n改进建议,1,2026-09-28,GL-01\n`,
    'data/2026-09/suggestions.csv':
      '建议编号,日期,服务,建议内容,是否有效,是否采纳\nJY-202609-001,2026-09-10,保洁,铺吸水垫,有效,采纳\n',
  },
  { logs: [...terms.logs, suggestions] },
);
const ratio = (numerator: number, denominator: number) => ({ kind: 'ratio', numerator, denominator });
const events = (count: number) => ({ kind: 'count', events: count });

describe('locationReport', () => {
  it('judges a location on its own rows, against the contract’s targets', () => {
    const { results, served, month: shown } = locationReport(assessment, 'W01', '2026-09');
    expect([shown, served]).toEqual(['2026-09', true]);
    expect(results.map(({ indicator: { id }, verdict }) => [id, verdict])).toEqual([
      ['cleaning.rounds.hall', 'met'],
      ['cleaning.rounds.failures', 'met'],
    ]);
  });

  it('lists an indicator with nothing to judge here apart, and leaves out what knows no locations', () => {
    expect(locationReport(assessment, 'W01', '2026-09').untouched).toEqual([cellar]);
  });

  it('shows the last month in which a location was served, missed first', () => {
    const { results, served, month: shown } = locationReport(assessment, 'W02', '2026-09');
    expect([shown, served]).toEqual(['2026-08', false]);
    expect(results.map(({ indicator: { id }, verdict }) => [id, verdict])).toEqual([
      ['cleaning.rounds.hall', 'missed'],
      ['cleaning.rounds.failures', 'missed'],
    ]);
  });

  it('has nothing to say of a location before its first month', () => {
    expect(locationReport(assessment, 'W03', '2026-09')).toEqual({ month: null, served: false, results: [], untouched: [] });
  });
});

describe('an indicator location by location', () => {
  const told = (results: ReturnType<typeof resultsByLocation>) => results.map(({ location, verdict }) => [location, verdict]);

  it('names the locations served in the period that had something to judge', () => {
    expect(told(resultsByLocation(assessment, hall, monthPeriod('2026-09')))).toEqual([['W01', 'met']]);
    expect(told(resultsByLocation(assessment, hall, monthPeriod('2026-08')))).toEqual([['W02', 'missed']]);
    expect(told(resultsByLocation(assessment, hall, calendarYear.toDate('2026-09')))).toEqual([
      ['W01', 'met'],
      ['W02', 'missed'],
    ]);
  });

  it('is of no location where the log knows none, and says nothing of one', () => {
    expect(told(resultsByLocation(assessment, ideas, monthPeriod('2026-09')))).toEqual([]);
    expect(saysOfLocations(assessment, ideas)).toBe(false);
  });

  it('knows when a location is served, to the month', () => {
    expect(['2026-08', '2026-09'].map((each) => isServed(assessment, 'W02', each))).toEqual([true, false]);
    expect(['2026-10', '2026-11'].map((each) => isServed(assessment, 'W03', each))).toEqual([false, true]);
    expect(isServed(assessment, 'W99', '2026-09')).toBe(false);
  });
});

describe('an indicator of two parts, one of a log without locations', () => {
  const part = (name: string, measure: object, target: object) => ({
    name,
    measure,
    targets: [{ from: '2026-01-01', basis: 'plan', ...target }],
  });
  const both = indicatorWith({
    measure: {
      kind: 'all-of',
      parts: [
        part(
          '大堂',
          { kind: 'share', log: 'rounds', where: { item: '大堂' }, pass: { result: '合格' } },
          { operator: '>=', value: 100, unit: '%' },
        ),
        part('建议', { kind: 'count', log: 'suggestions', events: 'wanted' }, { operator: '>=', value: 1, unit: '项' }),
      ],
    },
  });

  const mixed = new Assessment(withIdeas, [both], { start: '2026-08-01', smallSample: 1 });

  it('is told at each location by the part that knows it, and the other part below them', () => {
    const rows = resultsByLocation(mixed, both, calendarYear.toDate('2026-09'));
    expect(rows.map(({ location, parts }) => [location, ...parts.map(({ verdict, tally }) => [verdict, tally])])).toEqual([
      ['W01', ['met', ratio(1, 1)], ['not-applicable', events(0)]],
      ['W02', ['missed', ratio(0, 1)], ['not-applicable', events(0)]],
      [unplaced, ['not-applicable', ratio(0, 0)], ['missed', events(1)]],
    ]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['met', 'missed', 'missed']);
    expect(mixed.result(both, calendarYear.toDate('2026-09')).parts.map(({ tally }) => tally)).toEqual([ratio(1, 2), events(1)]);
  });
});

it('counts the rows of each log at the location that they name', () => {
  const rows = (location: string) => rowsAt(withIdeas, location, '2026-09').map(({ log, month: now, all }) => [log, now, all]);
  expect(rows('W01')).toEqual([['rounds', 1, 1]]);
  expect(rows('W02')).toEqual([['rounds', 0, 1]]);
  expect(rows('W03')).toEqual([]);
  expect(rows(unplaced)).toEqual([['suggestions', 1, 1]]);
});

it('tells a period for machines, as a whole and by location', () => {
  const provenance = { kind: 'sample', label: '示例数据', note: '不是真实记录。' } as const;
  const twin = periodTwin(assessment, calendarYear.toDate('2026-09'), provenance);
  expect(twin).toMatchObject({
    period: '2026-09-ytd',
    judged: ['2026-08', '2026-09'],
    counts: { met: 0, missed: 2, incomplete: 0, 'no-data': 1, 'not-applicable': 1, 'under-way': 0 },
  });
  const halls = twin.indicators.find(({ id }) => id === hall.id);
  expect(halls).toMatchObject({ verdict: 'missed', numerator: 1, denominator: 2, value: 50 });
  expect(halls?.locations.map(({ location, numerator, denominator }) => [location, numerator, denominator])).toEqual([
    ['W01', 1, 1],
    ['W02', 0, 1],
  ]);
});
