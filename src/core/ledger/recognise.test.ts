import { describe, expect, it } from 'vitest';
import { bytesOf, requestsHeader, rounds, roundsHeader, september, slipHeader, terms } from '../testing/ledger.ts';
import { recognise } from './recognise.ts';

const told = (path: string, text: string) => recognise(path, bytesOf(text), terms.logs);
const roundsText = september['data/2026-09/rounds.csv'] ?? '';

describe('what a file seems to be', () => {
  it('is what its name says, whatever stands in it', () => {
    expect(told('rounds.csv', '乱码').tables).toEqual(['rounds']);
    expect(told('delivery.csv', '').tables).toEqual(['delivery']);
    expect(told('2026年9月巡查.csv', '').tables).toEqual(['rounds']);
    expect(told('盘锦 服务请求 终稿.csv', roundsText).tables).toEqual(['requests']);
  });

  it('is told from the header where the name says nothing', () => {
    expect(told('表1.csv', roundsText).tables).toEqual(['rounds']);
    expect(told('表2.csv', `${requestsHeader}\n`).tables).toEqual(['requests']);
    expect(told('表3.csv', `${slipHeader}\n巡查,6,2026-10-03,GL-01\n`).tables).toEqual(['delivery']);
  });

  it('is told from the header below a title', () => {
    expect(told('表4.csv', `盘锦分行巡查记录,,,,,,\n${roundsText}`)).toEqual({ tables: ['rounds'], month: '2026-09' });
  });

  it('stays open where nothing fits or two fit alike', () => {
    expect(told('表.csv', '姓名,电话\n').tables).toEqual([]);
    expect(told('表.csv', '').tables).toEqual([]);
    const twin = { ...rounds, id: 'rounds-b', name: '复查' };
    expect(recognise('表.csv', bytesOf(roundsText), [...terms.logs, twin]).tables).toEqual(['rounds', 'rounds-b']);
  });

  it('is nothing when it is no CSV', () => {
    expect(told('rounds.xlsx', roundsText).tables).toEqual([]);
  });
});

describe('the month of a file', () => {
  it('is the folder’s, then the name’s, then that of most dates', () => {
    expect(told('data/2026-08/rounds.csv', roundsText).month).toBe('2026-08');
    expect(told('巡查2026年8月.csv', roundsText).month).toBe('2026-08');
    expect(told('巡查-202608.csv', roundsText).month).toBe('2026-08');
    expect(told('rounds.csv', roundsText).month).toBe('2026-09');
    const mixed = `${roundsHeader}\n2026/8/31,W01,大堂,1,1,合格,\n２０２６年９月1日,W01,大堂,1,1,合格,\n2026.9.2,W01,大堂,1,1,合格,\n`;
    expect(told('rounds.csv', mixed).month).toBe('2026-09');
  });

  it('is unknown where no date is legible, and for a slip without a folder', () => {
    expect(told('rounds.csv', `${roundsHeader}\n`).month).toBeNull();
    expect(told('delivery.csv', `${slipHeader}\n巡查,6,2026-10-03,GL-01\n`).month).toBeNull();
  });
});
