import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, datesOf, weekday } from '../calendar/date.ts';
import { monthsBetween } from '../calendar/period.ts';
import { isWorkday, type WorkCalendar } from '../calendar/workdays.ts';
import { ledgerOf, present } from '../testing/ledger.ts';
import { frequencies, occurrencesOf, slotJudging, slotsOf } from './registers.ts';

const none: WorkCalendar = new Map();
const spans = (slots: readonly { from: string; to: string }[]) => slots.map(({ from, to }) => `${from}/${to}`);

describe('workCalendarOf', () => {
  it('reads holidays and weekends worked in exchange', () => {
    expect([...ledgerOf({}).value.calendar]).toEqual([
      ['2026-09-20', 'workday'],
      ['2026-10-01', 'holiday'],
      ['2026-10-02', 'holiday'],
      ['2026-10-10', 'workday'],
    ]);
  });
});

describe('slotsOf', () => {
  it('is due every day of the month, 29 February included', () => {
    expect(slotsOf('每日', '2026-02', none)).toHaveLength(28);
    const leap = slotsOf('每日', '2024-02', none);
    expect(leap).toHaveLength(29);
    expect(leap.at(-1)).toEqual({ from: '2024-02-29', to: '2024-02-29' });
  });

  it('is due on workdays: with 调休 and without public holidays', () => {
    const { calendar } = ledgerOf({}).value;
    expect(slotsOf('每工作日', '2026-09', none)).toHaveLength(22);
    const september = slotsOf('每工作日', '2026-09', calendar);
    expect(september).toHaveLength(23);
    expect(spans(september)).toContain('2026-09-20/2026-09-20');
    const october = spans(slotsOf('每工作日', '2026-10', calendar));
    expect(october).toHaveLength(21);
    expect(october.slice(0, 5)).toEqual([
      '2026-10-05/2026-10-05',
      '2026-10-06/2026-10-06',
      '2026-10-07/2026-10-07',
      '2026-10-08/2026-10-08',
      '2026-10-09/2026-10-09',
    ]);
    expect(october[5]).toBe('2026-10-10/2026-10-10');
  });

  it('gives a week to the month of its Thursday, with all its days', () => {
    expect(spans(slotsOf('每周', '2026-09', none))).toEqual([
      '2026-08-31/2026-09-06',
      '2026-09-07/2026-09-13',
      '2026-09-14/2026-09-20',
      '2026-09-21/2026-09-27',
    ]);
    expect(spans(slotsOf('每周', '2026-10', none))).toEqual([
      '2026-09-28/2026-10-04',
      '2026-10-05/2026-10-11',
      '2026-10-12/2026-10-18',
      '2026-10-19/2026-10-25',
      '2026-10-26/2026-11-01',
    ]);
  });

  it('gives the week over a year end to the year of its Thursday', () => {
    expect(spans(slotsOf('每周', '2026-12', none)).at(-1)).toBe('2026-12-28/2027-01-03');
    expect(spans(slotsOf('每周', '2027-01', none))[0]).toBe('2027-01-04/2027-01-10');
    expect(spans(slotsOf('每周', '2025-12', none)).at(-1)).toBe('2025-12-22/2025-12-28');
    expect(spans(slotsOf('每周', '2026-01', none))[0]).toBe('2025-12-29/2026-01-04');
  });

  it('has four weeks in a February that begins on a Monday, five in one with five Thursdays', () => {
    expect(spans(slotsOf('每周', '2027-02', none))).toEqual([
      '2027-02-01/2027-02-07',
      '2027-02-08/2027-02-14',
      '2027-02-15/2027-02-21',
      '2027-02-22/2027-02-28',
    ]);
    expect(spans(slotsOf('每周', '2024-02', none))).toHaveLength(5);
    expect(spans(slotsOf('每周', '2024-02', none)).at(-1)).toBe('2024-02-26/2024-03-03');
  });

  it('is due once a month, and once a quarter in its last month', () => {
    expect(slotsOf('每月', '2024-02', none)).toEqual([{ from: '2024-02-01', to: '2024-02-29' }]);
    const quarterly = monthsBetween('2026-01', '2026-12').filter((month) => slotsOf('每季度', month, none).length > 0);
    expect(quarterly).toEqual(['2026-03', '2026-06', '2026-09', '2026-12']);
    expect(slotsOf('每季度', '2026-09', none)).toEqual([{ from: '2026-07-01', to: '2026-09-30' }]);
    expect(slotsOf('每年', '2026-12', none)).toEqual([{ from: '2026-01-01', to: '2026-12-31' }]);
    const dueIn = (frequency: '每两月' | '每半年' | '每年') =>
      monthsBetween('2026-01', '2026-12').filter((month) => slotsOf(frequency, month, none).length > 0);
    expect(dueIn('每两月')).toEqual(['2026-02', '2026-04', '2026-06', '2026-08', '2026-10', '2026-12']);
    expect(dueIn('每半年')).toEqual(['2026-06', '2026-12']);
    expect(dueIn('每年')).toEqual(['2026-12']);
  });

  it('halves a month on its 15th, whatever its length', () => {
    expect(spans(slotsOf('每半月', '2026-02', none))).toEqual(['2026-02-01/2026-02-15', '2026-02-16/2026-02-28']);
    expect(spans(slotsOf('每半月', '2026-10', none))).toEqual(['2026-10-01/2026-10-15', '2026-10-16/2026-10-31']);
  });
});

describe('laws of slots', () => {
  const month = fc
    .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

  it('slots end in their month or in its last week, in order, without touching those of the months before', () => {
    fc.assert(
      fc.property(month, fc.constantFrom(...frequencies), (text, frequency) => {
        const months = monthsBetween(addMonths(text, -12), text);
        const slots = months.flatMap((each) => slotsOf(frequency, each, none));
        for (const [index, { from, to }] of slots.entries()) {
          expect(from <= to).toBe(true);
          expect(from > (slots[index - 1]?.to ?? '')).toBe(true);
        }
        for (const { to } of slotsOf(frequency, text, none))
          expect(to >= `${text}-01` && to <= `${addMonths(text, 1)}-03`).toBe(true);
      }),
    );
  });

  it('every day on which an entry is due is judged in the one month whose slots hold it', () => {
    fc.assert(
      fc.property(month, fc.constantFrom(...frequencies), fc.integer({ min: 0, max: 27 }), (text, frequency, at) => {
        const day = datesOf(text)[at] ?? `${text}-01`;
        const entry = { frequency, from: '1980-01-01', to: null };
        const holding = monthsBetween(addMonths(text, -12), addMonths(text, 12)).filter((each) =>
          slotsOf(frequency, each, none).some(({ from, to }) => from <= day && day <= to),
        );
        expect(slotJudging(entry, day, none)?.month ?? null).toBe(holding[0] ?? null);
        expect(holding.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('twelve months have as many weeks as Thursdays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2060 }), (year) => {
        const months = monthsBetween(`${year}-01`, `${year}-12`);
        const weeks = months.flatMap((each) => slotsOf('每周', each, none)).length;
        const thursdays = months.flatMap(datesOf).filter((date) => weekday(date) === 4).length;
        expect(weeks).toBe(thursdays);
      }),
      { numRuns: 30 },
    );
  });

  it('a day is either a due workday or no workday', () => {
    const { calendar } = ledgerOf({}).value;
    fc.assert(
      fc.property(month, (text) => {
        const due = new Set(slotsOf('每工作日', text, calendar).map(({ from }) => from));
        for (const date of datesOf(text)) expect(due.has(date)).toBe(isWorkday(date, calendar));
      }),
    );
  });
});

describe('occurrencesOf', () => {
  const header = '计划编号,台账,服务,网点编号,区域编号,设备编号,项目,频次,起始日期,终止日期';
  const due = (rows: string, month: string, log = 'rounds') => {
    const { value, problems } = ledgerOf({ 'data/registers/schedule.csv': `${header}\n${rows}\n` });
    expect(problems).toEqual([]);
    return occurrencesOf(value.registers, value.calendar, log, month).map(({ id }) => id);
  };

  it('lists the schedule of one log in its order', () => {
    const { registers, calendar } = ledgerOf({}).value;
    expect(occurrencesOf(registers, calendar, 'rounds', '2026-09').map(({ id }) => id)).toEqual([
      'JH-001/2026-08-31',
      'JH-001/2026-09-07',
      'JH-001/2026-09-14',
      'JH-001/2026-09-21',
      'JH-002/2026-09-01',
      'JH-003/2026-07-01',
    ]);
    expect(occurrencesOf(registers, calendar, 'rounds', '2026-08').map(({ id }) => id)).not.toContain('JH-003/2026-08-01');
    expect(occurrencesOf(registers, calendar, 'checks', '2026-09')).toEqual([]);
    expect(occurrencesOf(new Map(), calendar, 'rounds', '2026-09')).toEqual([]);
  });

  it('carries the entry and the slot', () => {
    const { registers, calendar } = ledgerOf({}).value;
    const first = present(occurrencesOf(registers, calendar, 'rounds', '2026-09')[0]);
    expect(first.slot).toEqual({ from: '2026-08-31', to: '2026-09-06' });
    expect(first.entry).toMatchObject({ id: 'JH-001', location: 'W01', item: '大堂', service: 'cleaning' });
  });

  it('makes due what is done for the contract as a whole, without a location', () => {
    const { value, problems } = ledgerOf({
      'data/registers/schedule.csv': `${header}\nJH-001,rounds,保洁,,,,大堂,每月,2024-11-01,\n`,
    });
    expect(problems).toEqual([]);
    expect(occurrencesOf(value.registers, value.calendar, 'rounds', '2026-09').map(({ entry }) => entry.location)).toEqual([
      null,
    ]);
  });

  it('begins and ends an entry by the last day of its slots', () => {
    const daily = 'JH-001,rounds,保洁,W01,,,大堂,每日,2026-09-28,2026-10-02';
    expect(due(daily, '2026-09')).toEqual(['JH-001/2026-09-28', 'JH-001/2026-09-29', 'JH-001/2026-09-30']);
    expect(due(daily, '2026-10')).toEqual(['JH-001/2026-10-01', 'JH-001/2026-10-02']);
    expect(due(daily, '2026-08')).toEqual([]);
    expect(due(daily, '2026-11')).toEqual([]);
    expect(due('JH-001,rounds,保洁,W01,,,大堂,每周,2026-09-09,2026-09-26', '2026-09')).toEqual([
      'JH-001/2026-09-07',
      'JH-001/2026-09-14',
    ]);
    expect(due('JH-001,rounds,保洁,W01,,,大堂,每月,2026-09-30,2026-10-30', '2026-09')).toEqual(['JH-001/2026-09-01']);
    expect(due('JH-001,rounds,保洁,W01,,,大堂,每月,2026-09-30,2026-10-30', '2026-10')).toEqual([]);
  });
});
