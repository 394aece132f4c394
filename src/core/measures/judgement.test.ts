import { describe, expect, it } from 'vitest';
import type { Column, Values } from '../csv/column.ts';
import type { RegisterTable } from '../registers/registers.ts';
import { logNamed } from '../testing/definitions.ts';
import { checksHeader, inputOf, ledgerOf, present, readCsv, rounds, september } from '../testing/ledger.ts';
import { eachRow, locationOf } from './judgement.ts';

const checks = logNamed('checks');
const suggestions = logNamed('suggestions');

const { value: ledger } = ledgerOf(september);
const input = inputOf(ledger, 'rounds', '2026-09');

describe('locationOf', () => {
  it('is the location a row names', () => {
    expect(input.records.map((record) => locationOf(record, rounds, ledger.registers))).toEqual([
      'W01',
      'W02',
      'W01',
      'W01',
      'W01',
      'W01',
    ]);
  });

  it('is the location of the area that a row names', () => {
    const csv = `${checksHeader}\n2026-09-01,保洁,W02-A1,地面,目视,合格,,,BJ-01\n`;
    const record = present(readCsv(checks, csv).value[0]);
    expect(locationOf(record, checks, ledger.registers)).toBe('W02');
    expect(locationOf(record, checks, new Map())).toBeNull();
  });

  it('is found through as many registers as it takes, and nowhere where they lead in a circle', () => {
    const area = present(checks.columns.area);
    const column = (register: string): Column => (area.type === 'reference' ? { ...area, register } : area);
    const table = (id: string, to: string, values: Values): RegisterTable => ({
      register: { ...present(ledger.registers.get('areas')).register, id, columns: { in: column(to) } },
      records: [],
      byId: new Map([[String(values.id), values]]),
    });
    const log = { ...checks, columns: { ...checks.columns, area: column('meters') } };
    const csv = `${checksHeader}\n2026-09-01,保洁,W02-A1,地面,目视,合格,,,BJ-01\n`;
    const record = present(readCsv(checks, csv).value[0]);
    const meters = table('meters', 'rooms', { id: 'W02-A1', in: 'R1' });
    const inRooms = new Map([
      ['meters', meters],
      ['rooms', table('rooms', 'locations', { id: 'R1', in: 'W01' })],
    ]);
    expect(locationOf(record, log, inRooms)).toBe('W01');
    expect(
      locationOf(record, log, new Map([...inRooms, ['rooms', table('rooms', 'meters', { id: 'R1', in: 'W02-A1' })]])),
    ).toBeNull();
  });

  it('is none for a log of the whole contract', () => {
    const csv = '建议编号,日期,服务,建议内容,是否有效,是否采纳\nJY-202609-001,2026-09-10,保洁,铺吸水垫,有效,采纳\n';
    expect(locationOf(present(readCsv(suggestions, csv).value[0]), suggestions, ledger.registers)).toBeNull();
  });
});

describe('the selection of rows', () => {
  it('looks at the rows that hold and excludes by the first reason that fits, with the case’s own words', () => {
    const selected: (number | string | null)[][] = [];
    const parameters = {
      log: 'rounds',
      where: { location: 'W01' },
      open: [],
      exclude: [
        { where: { result: '不合格' }, reason: '另行处理', because: 'note' },
        { where: { item: '地库' }, reason: '地库不计', because: 'note' },
        { where: { location: 'W01', result: '不合格' }, reason: '不会用到' },
      ],
    };
    eachRow(parameters, input, ({ line }, excluded) => selected.push([line, excluded]));
    expect(selected).toEqual([
      [2, null],
      [4, '另行处理：地面有水'],
      [5, null],
      [6, null],
      [7, '地库不计'],
    ]);
  });
});
