import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionsOn } from '../../disk/definitions.ts';
import type { Columns } from '../csv/column.ts';
import type { RowRule, Table } from '../csv/table.ts';
import { placed, readCsv } from '../testing/ledger.ts';
import { atMost, defineLog, notBefore, numberInRun, running, runningNumber, runOf } from './log.ts';

const columns = {
  id: { name: '单号', type: 'id', required: true, example: 'AB-202609-001', ...running('AB') },
  day: { name: '日期', type: 'date', required: true, example: '2026-09-01' },
  start: { name: '开始', type: 'moment', required: false, example: '2026-09-01 08:00' },
  end: { name: '结束', type: 'moment', required: false, example: '2026-09-01 09:00' },
  whole: { name: '总数', type: 'integer', required: false, unit: '', example: '10' },
  part: { name: '部分', type: 'integer', required: false, unit: '', example: '9' },
} as const satisfies Columns;

const log = defineLog({
  id: 'tests',
  name: '试验',
  order: 1,
  about: '',
  date: 'day',
  location: null,
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [notBefore(columns, 'start', 'end'), atMost(columns, 'part', 'whole')],
});
const read = (row: string) => placed(readCsv(log, `单号,日期,开始,结束,总数,部分\n${row}\n`).problems);

describe('usual headings', () => {
  const placed_ = { ...columns, place: { name: '网点编号', type: 'text', required: false, example: 'W01' } } as const;
  const named = { ...placed_, branch: { name: '网点', type: 'text', required: false, example: '甲' } } as const;
  const with_ = (columns_: Columns) => defineLog({ ...log, columns: columns_, rules: [] });

  it('name the column of any log that has it', () => {
    const { value, problems } = readCsv(with_(placed_), '单号,日期,网点\nAB-202609-001,2026-09-01,乙\n');
    expect(problems.map(({ code }) => code)).toEqual(['header/repaired']);
    expect(value.map(({ values }) => values.place)).toEqual(['乙']);
  });

  it('leave a heading to the column whose own name it is', () => {
    expect(with_(named).columns.place?.aliases).toEqual(['网点名称']);
  });

  it('name one column each in every log', async () => {
    const { logs } = await definitionsOn('.');
    for (const { columns: own, id } of logs) {
      const all = Object.entries(own).flatMap(([field, { name, aliases = [] }]) => [field, name, ...aliases]);
      expect([id, all.length]).toEqual([id, new Set(all).size]);
    }
  });
});

describe('running numbers', () => {
  it('have the series, the month and three or four digits', () => {
    expect(runningNumber.exec('BX-202609-003')?.slice(1)).toEqual(['BX', '2026', '09', '003']);
    expect(runningNumber.exec('BX-202609-1000')?.[4]).toBe('1000');
    expect(runOf('BX-202609-003')).toEqual({ series: 'BX', month: '2026-09' });
    expect(runOf('ABCD-202612-1000')).toEqual({ series: 'ABCD', month: '2026-12' });
    expect([numberInRun('BX-202609-003'), numberInRun('BX-202609-1000')]).toEqual([3, 1000]);
    expect(runOf('BX-202609-03')).toBeNull();
    for (const text of ['BX-202609-03', 'BX-20269-003', 'bx-202609-003', 'B-202609-003', 'BX-202609-00003', 'BX-202609-003 ']) {
      expect(runningNumber.test(text)).toBe(false);
    }
  });

  it('belong to their own series', () => {
    expect(running('AB').pattern.test('AB-202609-001')).toBe(true);
    expect(running('AB').pattern.test('AC-202609-001')).toBe(false);
    expect(running('AB').shape).toContain('AB-202609-001');
  });
});

describe('notBefore', () => {
  it('refuses a later time before the earlier, placed on the later', () => {
    expect(read('AB-202609-001,2026-09-01,2026-09-01 08:00,2026-09-01 07:59,,')).toEqual([['row/contradiction', 2, 4]]);
  });

  it('lets equal times, midnight crossings and blanks pass', () => {
    expect(read('AB-202609-001,2026-09-30,2026-09-30 08:00,2026-09-30 08:00,,')).toEqual([]);
    expect(read('AB-202609-001,2026-12-31,2026-12-31 23:59,2027-01-01 00:01,,')).toEqual([]);
    expect(read('AB-202609-001,2026-09-01,,2026-09-01 07:59,,')).toEqual([]);
    expect(read('AB-202609-001,2026-09-01,2026-09-01 08:00,,,')).toEqual([]);
  });
});

describe('atMost', () => {
  it('refuses a part larger than its whole, placed on the part', () => {
    expect(read('AB-202609-001,2026-09-01,,,10,11')).toEqual([['row/contradiction', 2, 6]]);
  });

  it('lets equal counts, zero and blanks pass', () => {
    expect(read('AB-202609-001,2026-09-01,,,10,10')).toEqual([]);
    expect(read('AB-202609-001,2026-09-01,,,0,0')).toEqual([]);
    expect(read('AB-202609-001,2026-09-01,,,,11')).toEqual([]);
    expect(read('AB-202609-001,2026-09-01,,,10,')).toEqual([]);
  });

  it('reports two contradictions in one row, each at its column', () => {
    expect(read('AB-202609-001,2026-09-01,2026-09-01 08:00,2026-09-01 07:00,1,2')).toEqual([
      ['row/contradiction', 2, 4],
      ['row/contradiction', 2, 6],
    ]);
  });

  it('is the order of whole numbers', () => {
    const rule: RowRule | undefined = ((table: Table) => table.rules)(log)[1];
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (part, whole) => {
        expect(rule?.check({ part, whole }) === null).toBe(part <= whole);
      }),
    );
  });
});

describe('the rules of every log', () => {
  it('are told in words, each with columns that the log has', async () => {
    const { logs } = await definitionsOn(process.cwd());
    for (const { id, rules, columns: own } of logs) {
      for (const { words, columns: fields } of rules) {
        expect(words, id).toMatch(/\p{Script=Han}.*。$/u);
        for (const field of fields) expect(Object.keys(own), id).toContain(field);
      }
      expect(new Set(rules.map(({ words }) => words)).size, id).toBe(rules.length);
    }
  });
});
