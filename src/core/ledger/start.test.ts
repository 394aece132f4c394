import { describe, expect, it } from 'vitest';
import { bytesOf, ledgerOf, placedIn, present, requestsHeader, rounds, september } from '../testing/ledger.ts';
import { expectationOf, startedMonth } from './start.ts';

const { value: ledger } = ledgerOf({});
const logOf = (id: string) => present(ledger.logs.find((log) => log.id === id));

describe('what is expected of a log', () => {
  it('is what the schedule makes due: each week of a location, each month of another, a quarter in its last month', () => {
    // Thursdays of October 2026: 1, 8, 15, 22, 29.
    expect(expectationOf(rounds, '2026-10', ledger)).toEqual({ kind: 'due', times: 6 });
    expect(expectationOf(rounds, '2026-12', ledger)).toEqual({ kind: 'due', times: 7 });
  });

  it('is that it may occur where numbers run or the schedule says nothing', () => {
    expect(expectationOf(logOf('requests'), '2026-10', ledger)).toEqual({ kind: 'unplanned' });
    expect(expectationOf(logOf('checks'), '2026-10', ledger)).toEqual({ kind: 'unplanned' });
  });

  it('is nothing before the schedule begins', () => {
    expect(expectationOf(rounds, '2024-10', ledger)).toEqual({ kind: 'not-due' });
  });
});

describe('a month that begins', () => {
  it('has a template for each log that is due or may occur, and a slip with a line for every log', () => {
    expect([...startedMonth('2026-10', { ...ledger, before: new Map() }).keys()]).toEqual([
      'data/2026-10/rounds.csv',
      'data/2026-10/checks.csv',
      'data/2026-10/requests.csv',
      'data/2026-10/delivery.csv',
    ]);
    const early = startedMonth('2024-10', { ...ledger, before: new Map() });
    expect([...early.keys()]).not.toContain('data/2024-10/rounds.csv');
    expect(early.get('data/2024-10/delivery.csv')).toBe(
      '\ufeff台账,行数,交付日期,交付岗位,截至,备注\r\n巡查,,,,,\r\n现场检查,,,,,\r\n服务请求,,,,,\r\n',
    );
  });

  it('cannot be published as it is: one problem says that the slip is not filled', () => {
    const { value, problems } = ledgerOf(Object.fromEntries(startedMonth('2026-10', { ...ledger, before: new Map() })));
    expect(placedIn(problems)).toEqual([['delivery/unfilled', 'data/2026-10/delivery.csv', null, null]]);
    expect(problems[0]?.severity).toBe('error');
    expect(problems[0]?.message).toContain('3 种台账');
    const states = [...present(value.months[0]).logs.values()].map(({ handed }) => handed.state);
    expect(states).toEqual(['absent', 'absent', 'absent']);
  });

  it('says of each line that still waits which log it is, and reads nothing into it', () => {
    const begun = startedMonth('2026-10', { ...ledger, before: new Map() });
    const slip = present(begun.get('data/2026-10/delivery.csv')).replace('巡查,,,,', '巡查,0,2026-11-03,GL-01,');
    const { value, problems } = ledgerOf({ ...Object.fromEntries(begun), 'data/2026-10/delivery.csv': slip });
    expect(placedIn(problems)).toEqual([
      ['delivery/unfilled', 'data/2026-10/delivery.csv', 3, 2],
      ['delivery/unfilled', 'data/2026-10/delivery.csv', 4, 2],
    ]);
    expect(problems[0]?.message).toContain('现场检查');
    const states = [...present(value.months[0]).logs].map(([id, { handed }]) => [id, handed.state]);
    expect(states).toEqual([
      ['rounds', 'nil'],
      ['checks', 'absent'],
      ['requests', 'absent'],
    ]);
  });

  it('still reports a line that is filled by halves cell by cell', () => {
    const half = '台账,行数,交付日期,交付岗位\n巡查,,2026-11-03,GL-01\n现场检查,0,2026-11-03,\n服务请求,0,2026-11-03,GL-01\n';
    const { problems } = ledgerOf({ 'data/2026-10/delivery.csv': half });
    expect(placedIn(problems)).toEqual([
      ['cell/required', 'data/2026-10/delivery.csv', 2, 2],
      ['cell/required', 'data/2026-10/delivery.csv', 3, 4],
    ]);
  });

  it('begins each log with what the month before left open, in the words of its file, and reads it as it was', () => {
    const open = 'QQ-202609-003,用电,一般,W02,=照明不亮,2026-09-30 08:00,2026-09-30 09:00,,处理中,等待配件,BJ-01';
    const file = present(september['data/2026-09/requests.csv']).replace(',照明不亮,', ',=照明不亮,');
    const texts = { ...september, 'data/2026-09/requests.csv': file };
    const left = present(ledgerOf(texts).value.months[0]).left;
    const begun = Object.fromEntries(startedMonth('2026-10', { ...ledger, before: left }));
    const carried = `\ufeff${requestsHeader}\r\n${open.replace('=', "'=")}\r\n`;
    expect(begun['data/2026-10/requests.csv']).toBe(carried);
    expect(present(begun['data/2026-10/checks.csv']).trimEnd().split('\r\n').length).toBe(1);
    const slip = present(begun['data/2026-10/delivery.csv']).replace('服务请求,,,,', '服务请求,1,2026-11-03,GL-01,');
    const { value, problems } = ledgerOf({ ...texts, ...begun, 'data/2026-10/delivery.csv': slip });
    expect(problems.filter(({ code }) => code !== 'delivery/unfilled' && code !== 'cell/kept')).toEqual([]);
    const october = present(present(value.months[1]).logs.get('requests'));
    expect([october.handed.state, october.records, october.carried.length]).toEqual(['complete', [], 1]);
  });

  it('is written as Excel opens it', () => {
    const text = present(startedMonth('2026-10', { ...ledger, before: new Map() }).get('data/2026-10/rounds.csv'));
    expect([...bytesOf(text).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.endsWith('\r\n')).toBe(true);
  });
});
