import { describe, expect, it } from 'vitest';
import { calendarYear, monthPeriod } from '../calendar/period.ts';
import { Assessment } from '../indicators/assessment.ts';
import { indicatorWith, ledgerOf, placedIn, roundsHeader, september, slipHeader, targetOf } from '../testing/ledger.ts';

const slip = 'data/2026-09/delivery.csv';
const rounds = 'data/2026-09/rounds.csv';

/** Rounds up to 5 September are handed in, and said to tell of the month to a day. */
const early = (through: string, on = '2026-09-08', more: readonly string[] = []): Readonly<Record<string, string>> => ({
  [slip]: `${slipHeader},截至\n巡查,${2 + more.length},${on},GL-01,${through}\n`,
  [rounds]: [roundsHeader, '2026-09-02,W01,大堂,10,10,合格,', '2026-09-05,W02,大堂,8,8,合格,', ...more, ''].join('\n'),
});

const told = (texts: Readonly<Record<string, string>>) => {
  const { value, problems } = ledgerOf(texts);
  const month = value.months.find((each) => each.month === '2026-09');
  return { ledger: value, through: month?.through, own: month?.logs.get('rounds'), problems: placedIn(problems) };
};

describe('截至 on the slip', () => {
  it('says of a month, and of each of its logs, to which day they are told of; logs still to come as far as the month', () => {
    const { through, own, ledger, problems } = told(early('2026-09-07'));
    expect(problems).toEqual([]);
    expect([through, own?.through, own?.handed.state]).toEqual(['2026-09-07', '2026-09-07', 'complete']);
    expect(ledger.months[0]?.logs.get('requests')).toMatchObject({ handed: { state: 'absent' }, through: '2026-09-07' });
  });

  it('may be the first day, the last but one, and the day of the delivery', () => {
    expect(told({ ...early('2026-09-01', '2026-09-01'), [rounds]: `${roundsHeader}\n` }).through).toBe('2026-09-01');
    expect(told(early('2026-09-29', '2026-09-29')).problems).toEqual([]);
  });

  it('left blank means a month that is over', () => {
    expect(told(early('', '2026-09-30'))).toMatchObject({ through: null, problems: [] });
    expect(told(early('', '2026-10-01'))).toMatchObject({ through: null, problems: [] });
  });

  it.each([
    ['the last day', '2026-09-30', '2026-10-02'],
    ['a day of the month after', '2026-10-01', '2026-10-02'],
    ['a day of the month before', '2026-08-31', '2026-09-08'],
    ['a day after the delivery', '2026-09-09', '2026-09-08'],
    ['nothing, on a slip dated before the month was over', '', '2026-09-29'],
  ])('that is %s is a problem of the slip', (_, through, on) => {
    const { problems, through: read } = told(early(through, on));
    expect(problems).toEqual([['delivery/through', slip, 2, 5]]);
    expect(read).toBeNull();
  });

  it('that is no date is refused as any cell, and the log waits for its line', () => {
    const { problems, own } = told(early('七号'));
    expect(problems).toEqual([['cell/date', slip, 2, 5]]);
    expect(own?.handed.state).not.toBe('complete');
  });

  it('cannot stand once a later month was handed in', () => {
    const later = { 'data/2026-10/delivery.csv': `${slipHeader}\n巡查,0,2026-11-03,GL-01\n` };
    expect(told({ ...early('2026-09-07'), ...later }).problems).toContainEqual(['delivery/through', slip, 2, 5]);
  });

  it('refuses a row dated after it, whenever it was handed in', () => {
    expect(told(early('2026-09-05', '2026-09-08', ['2026-09-06,W01,大堂,10,10,合格,'])).problems).toContainEqual([
      'row/future',
      rounds,
      4,
      1,
    ]);
    expect(told(early('2026-09-05', '2026-09-08', ['2026-09-05,W01,大堂,10,10,合格,'])).problems).toEqual([]);
  });
});

describe('what a month under way says', () => {
  const weekly = indicatorWith({
    measure: { kind: 'coverage', log: 'rounds', match: { location: 'location', item: 'item' } },
    targets: [targetOf('>=', 100, '%')],
  });
  const assess = (texts: Readonly<Record<string, string>>) =>
    new Assessment(ledgerOf(texts).value, [weekly], { start: '2026-08-01', smallSample: 10 });

  it('is under way, good or bad, and asks only for what is over', () => {
    // The week to Sunday 6 September is over on the 7th; the month and the quarter are not.
    const good = assess(early('2026-09-07')).result(weekly, monthPeriod('2026-09'));
    expect(good).toMatchObject({ verdict: 'under-way', parts: [{ tally: { numerator: 1, denominator: 1 } }] });
    const bad = assess({
      ...early('2026-09-07'),
      [slip]: `${slipHeader},截至\n巡查,0,2026-09-08,GL-01,2026-09-07\n`,
      [rounds]: `${roundsHeader}\n`,
    });
    expect(bad.result(weekly, monthPeriod('2026-09'))).toMatchObject({
      verdict: 'under-way',
      parts: [{ tally: { numerator: 0, denominator: 1 } }],
    });
  });

  it('holds for every span that contains it, and the month before stays the newest', () => {
    const assessment = assess({
      'data/2026-08/delivery.csv': `${slipHeader}\n巡查,0,2026-09-03,GL-01\n`,
      ...early('2026-09-07'),
    });
    expect(assessment.latest).toBe('2026-08');
    const spans = [calendarYear.quarter('2026-09'), calendarYear.year('2026-09'), calendarYear.toDate('2026-09')];
    expect(spans.map((span) => assessment.result(weekly, span).verdict)).toEqual(['under-way', 'under-way', 'under-way']);
    expect(assessment.isUnderWay(monthPeriod('2026-08'))).toBe(false);
  });

  it('is judged once the slip says nothing of a day', () => {
    expect(assess(september).result(weekly, monthPeriod('2026-09')).verdict).not.toBe('under-way');
  });
});
