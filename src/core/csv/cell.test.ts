import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referents } from '../testing/ledger.ts';
import { cellReader } from './cell.ts';
import type { Column } from './column.ts';
import { Fault, normalise, Repaired } from './reading.ts';

const base = { name: '列', required: true, example: '' } as const;
const reader = (column: Column) => cellReader(column, { month: '2026-09', referents });

/** A plain value is itself, a repaired one is marked, a fault is its code. */
function outcome(column: Column, raw: string) {
  const result = reader(column)(raw);
  if (result instanceof Fault) return result.code;
  return result instanceof Repaired ? ['repaired', result.value] : result;
}
const repaired = (value: string | number) => ['repaired', value];

describe('dates', () => {
  const date: Column = { ...base, type: 'date' };

  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2024-02-29', '2024-02-29'],
    ['2026-12-31', '2026-12-31'],
  ])('reads %s as it stands', (raw, value) => {
    expect(outcome(date, raw)).toBe(value);
  });

  it.each([
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026-1-5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2026 年 1 月 5 日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['２０２６－０１－０５', '2026-01-05'],
    ['２０２６／１／５', '2026-01-05'],
    [' 2026-01-05\u3000', '2026-01-05'],
    ['\ufeff2026-01-05', '2026-01-05'],
    ['2026-01-\u200b05', '2026-01-05'],
    ['2026/10/31', '2026-10-31'],
    ['2024/2/29', '2024-02-29'],
    ['9月5日', '2026-09-05'],
    ['09-05', '2026-09-05'],
    ['9/30', '2026-09-30'],
    ['46270', '2026-09-05'],
    ['44808', '2026-09-05'],
    ['2026年1月5号', '2026-01-05'],
  ])('reads %j in its one possible way', (raw, value) => {
    expect(outcome(date, raw)).toEqual(repaired(value));
  });

  it.each([
    ['2026/1/5 0:00', '2026-01-05'],
    ['2026/1/5 00:00', '2026-01-05'],
    ['2026/1/10 0:00', '2026-01-10'],
    ['2026/1/10 00:00', '2026-01-10'],
    ['2026/1/20 0:00:00', '2026-01-20'],
    ['2026-01-30 0:00', '2026-01-30'],
    ['2026-01-30T00:00:00', '2026-01-30'],
    ['2026年1月30日 0:00', '2026-01-30'],
  ])('reads %j, midnight that Excel adds, as the day', (raw, value) => {
    expect(outcome(date, raw)).toEqual(repaired(value));
  });

  it.each([
    '05/01/2026',
    '26-1-5',
    '1/5/26',
    '1月5日',
    '46027',
    '45900',
    '8月5日',
    '9月31日',
    '8-5',
    '2026-02-31',
    '2026-06-31',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026年6月31日',
    '20260631',
    '2026/1/5 8:05',
    '2026/1/1 10:00',
    '2026/1/100:00',
    '2026/1/1 0',
    '2026-01-0\n5',
    '2026 0105',
    '2026-01',
    '2026-01-05-06',
    '2026-01-05 至 2026-01-06',
    '2026-01/05x',
    '上午',
    '-',
    '/',
    '无',
  ])('refuses %j', (raw) => {
    expect(outcome(date, raw)).toBe('cell/date');
  });

  it('says which day does not exist, with the value quoted', () => {
    const fault = reader(date)('2026-6-31');
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ message: '日期“2026-6-31”不存在：6月没有31日' });
  });
});

describe('moments', () => {
  const moment: Column = { ...base, type: 'moment' };

  it('reads the form of the template without a repair', () => {
    expect(outcome(moment, '2026-01-05 08:05')).toBe('2026-01-05T08:05');
    expect(outcome(moment, '2024-02-29 00:00')).toBe('2024-02-29T00:00');
    expect(outcome(moment, '2026-12-31 23:59')).toBe('2026-12-31T23:59');
  });

  it.each([
    ['2026-01-05T08:05', '2026-01-05T08:05'],
    ['2026/1/5 8:05', '2026-01-05T08:05'],
    ['2026/1/10 0:05', '2026-01-10T00:05'],
    ['2026/1/10 0:00', '2026-01-10T00:00'],
    ['2026/1/5 8:05:00', '2026-01-05T08:05'],
    ['2026年1月5日 8：05', '2026-01-05T08:05'],
    ['２０２６-０１-０５　０８：０５', '2026-01-05T08:05'],
    ['  2026-01-05   08:05 ', '2026-01-05T08:05'],
    ['2026-01-05 8点05分', '2026-01-05T08:05'],
    ['2026年1月5日8点5分', '2026-01-05T08:05'],
    ['2026-01-05 上午8:05', '2026-01-05T08:05'],
    ['2026-01-05 下午2:30', '2026-01-05T14:30'],
    ['2026-01-05 下午 14:30', '2026-01-05T14:30'],
    ['2026/1/5 中午12:05', '2026-01-05T12:05'],
    ['2026-01-05 晚上8:00', '2026-01-05T20:00'],
    ['2026-01-05 凌晨2:00', '2026-01-05T02:00'],
    ['2026/1/5 2:30 PM', '2026-01-05T14:30'],
    ['9月5日 08:05', '2026-09-05T08:05'],
    ['46270.336805556', '2026-09-05T08:05'],
  ])('reads %j in its one possible way', (raw, value) => {
    expect(outcome(moment, raw)).toEqual(repaired(value));
  });

  it.each([
    '2026-01-05',
    '08:05',
    '2026-01-05 上午12:05',
    '2026-01-05 晚上1:00',
    '2026-01-05 下午24:00',
    '2026-01-05 8点半',
    '46027.3368',
    '2026-01-05 24:00',
    '2026-01-05 12:60',
    '2026-01-05 8点',
    '2026-01-05 08:05:30',
    '2026-01-05 7:00-7:30',
    '2026-02-29 08:00',
    '2026-01-0508:05',
    '下午2:30',
    '2026/1/10 0:00 8:05',
  ])('refuses %j', (raw) => {
    expect(outcome(moment, raw)).toBe('cell/date');
  });

  it('tells how to write midnight', () => {
    expect(reader(moment)('2026-01-05 24:00')).toMatchObject({ hint: '24:00 请写为次日 00:00，日期也改为次日' });
  });
});

describe('numbers', () => {
  const integer: Column = { ...base, type: 'integer', min: 0, max: 500000, unit: '只' };
  const decimal: Column = { ...base, type: 'decimal', places: 2, min: -50, max: 50, unit: '℃' };
  const free: Column = { ...base, type: 'integer', unit: '' };

  it('reads plain numbers', () => {
    expect(['0', '7', '500000'].map((raw) => outcome(integer, raw))).toEqual([0, 7, 500000]);
    expect(['-12.5', '0.05', '3', '-50'].map((raw) => outcome(decimal, raw))).toEqual([-12.5, 0.05, 3, -50]);
  });

  it.each([
    ['１２', 12],
    [' 12 ', 12],
    ['1,234', 1234],
    ['12,345只', 12345],
    ['15只', 15],
    ['15 只', 15],
    ['１，２３４', 1234],
  ])('reads %j in its one possible way', (raw, value) => {
    expect(outcome(integer, raw)).toEqual(repaired(value));
  });

  it('takes off the unit of the column, whichever sign it is written with', () => {
    expect(outcome(decimal, '25.5℃')).toEqual(repaired(25.5));
    expect(outcome(decimal, '25.5°C')).toEqual(repaired(25.5));
  });

  it.each([
    '约20',
    '20左右',
    '>5',
    '三',
    '12,34',
    '1.5',
    '1.0',
    '007',
    '1E3',
    '1.23E+17',
    '15个',
    '2斤',
    '无',
    '/',
    '--',
    '只',
    '98%',
    '0x10',
    'Infinity',
    '+5',
    '5-6',
    '3 5',
    '12\n34',
    '1 234',
    '1,234 567',
  ])('refuses %j', (raw) => {
    expect(outcome(integer, raw)).toBe('cell/number');
  });

  it('refuses more decimal places than the column has', () => {
    expect(outcome(decimal, '1.234')).toBe('cell/number');
  });

  it('refuses numbers out of range and names the range', () => {
    expect(outcome(integer, '500001')).toBe('cell/range');
    expect(outcome(integer, '-1')).toBe('cell/range');
    expect(outcome(decimal, '-50.01')).toBe('cell/range');
    expect(reader(integer)('500001')).toMatchObject({ message: '“500001”超出范围（0 至 500000只）' });
  });

  it('reads minus nothing as nothing', () => {
    expect(outcome(free, '-0')).toBe(0);
  });

  it('refuses whole numbers too large to be kept exactly', () => {
    expect(outcome(free, '9007199254740991')).toBe(9007199254740991);
    expect(outcome(free, '9007199254740993')).toBe('cell/range');
    expect(outcome(free, '-12345678901234567890')).toBe('cell/range');
    expect(outcome(free, '9'.repeat(200))).toBe('cell/range');
    expect(outcome(free, '9'.repeat(201))).toBe('cell/number');
  });

  it('gives back every whole number in range, grouped or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500000 }), (value) => {
        expect(outcome(integer, String(value))).toBe(value);
        expect(outcome(integer, `${value}只`)).toEqual(repaired(value));
        if (value > 999) expect(outcome(integer, value.toLocaleString('en-US'))).toEqual(repaired(value));
      }),
    );
  });
});

describe('choices', () => {
  const choice: Column = { ...base, type: 'choice', values: { 合格: ['√', '✓'], 不合格: ['×', 'X'], 未检: [] } };

  it('reads the words, and declared aliases as a repair', () => {
    expect(outcome(choice, '合格')).toBe('合格');
    expect(outcome(choice, '√')).toEqual(repaired('合格'));
    expect(outcome(choice, ' 合 格 ')).toEqual(repaired('合格'));
    expect(outcome(choice, 'Ｘ')).toEqual(repaired('不合格'));
  });

  it.each(['○', '一般', '合格?', '是', '/', 'constructor', '__proto__'])('refuses %j and lists the words', (raw) => {
    expect(outcome(choice, raw)).toBe('cell/vocabulary');
    expect(reader(choice)(raw)).toMatchObject({ hint: '请填 合格、不合格、未检 之一' });
  });
});

describe('references', () => {
  const location: Column = { ...base, type: 'reference', register: 'locations' };
  const service: Column = { ...base, type: 'reference', register: 'services' };

  it('reads id and names as the id', () => {
    expect(outcome(location, 'W01')).toBe('W01');
    expect(outcome(location, '兴隆支行')).toBe('W02');
    expect(['cleaning', '卫生保洁', '保洁'].map((raw) => outcome(service, raw))).toEqual(['cleaning', 'cleaning', 'cleaning']);
    expect(outcome(location, 'Ｗ０１ ')).toEqual(repaired('W01'));
    expect(outcome(location, '兴隆 支行')).toEqual(repaired('W02'));
  });

  it('refuses what is not in the register and names the nearest', () => {
    expect(outcome(location, 'W03')).toBe('reference/unknown');
    expect(reader(location)('兴隆分行')).toMatchObject({
      message: '“兴隆分行”不在网点名录中',
      hint: expect.stringContaining('最接近“兴隆支行”'),
    });
    expect(reader(location)('沈阳中心金库')).toMatchObject({ hint: '请按网点名录填写，或先在名录中新增' });
    expect(outcome(location, 'toString')).toBe('reference/unknown');
  });
});

describe('ids', () => {
  const id: Column = { ...base, type: 'id', pattern: /^QQ-\d{6}-\d{3}$/u, shape: 'QQ-202609-001' };

  it('reads ids of the shape, and repairs spaces, width and Excel’s apostrophe', () => {
    expect(outcome(id, 'QQ-202609-001')).toBe('QQ-202609-001');
    expect(outcome(id, 'ＱＱ-202609-001 ')).toEqual(repaired('QQ-202609-001'));
    expect(outcome(id, "'QQ-202609-001")).toEqual(repaired('QQ-202609-001'));
  });

  it('refuses other shapes, and says when Excel has destroyed a number', () => {
    expect(['QQ-202609-1', 'qq-202609-001', '001', 'QQ-202609-001\n'].map((raw) => outcome(id, raw))).toEqual([
      'cell/id',
      'cell/id',
      'cell/id',
      repaired('QQ-202609-001'),
    ]);
    expect(reader(id)('1.23E+17')).toMatchObject({ code: 'cell/id', message: expect.stringContaining('科学计数法') });
  });
});

describe('text', () => {
  const text: Column = { ...base, type: 'text' };

  it('keeps text as it is written: width, inner newlines, a leading equals sign', () => {
    expect(outcome(text, '①号㎡　３楼')).toBe('①号㎡　３楼');
    expect(outcome(text, '  已清理 ')).toEqual(repaired('已清理'));
    expect(reader(text)('第一行\n第二行')).toMatchObject({ code: 'cell/kept', value: '第一行\n第二行' });
    expect(reader(text)('=SUM(A1)')).toMatchObject({ code: 'cell/kept', value: '=SUM(A1)' });
  });

  it('refuses 同上 and its signs', () => {
    expect(['同上', ' 同上 ', '〃', '″'].map((raw) => outcome(text, raw))).toEqual(Array.from({ length: 4 }, () => 'cell/text'));
    expect(outcome(text, '同上一次')).toBe('同上一次');
  });

  it.each(['无', '無', '没有', '无 '])('reads %j in an optional column as nothing, and keeps what only begins so', (raw) => {
    expect(outcome({ ...text, required: false }, raw)).toEqual(['repaired', null]);
    expect(outcome({ ...text, required: false }, `${raw.trim()}异味`)).toBe(`${raw.trim()}异味`);
  });

  it.each(['########', '#REF!', '#VALUE!', '#N/A', '#DIV/0!', '#NAME?', ' ####'])('refuses %j in a column of any type', (raw) => {
    expect(outcome(text, raw)).toBe('cell/text');
    expect(outcome({ ...base, type: 'date' }, raw)).toBe('cell/text');
    expect(outcome({ ...base, type: 'integer', unit: '' }, raw)).toBe('cell/text');
  });
});

describe('normalise', () => {
  it('takes away width, spaces and what cannot be seen', () => {
    expect(normalise('\ufeffＡ Ｂ\u3000\u00a0\u200b１\t')).toBe('AB1');
  });
});

describe('laws of cells', () => {
  const columns: Column[] = [
    { ...base, type: 'date' },
    { ...base, type: 'moment' },
    { ...base, type: 'integer', unit: '次' },
    { ...base, type: 'decimal', places: 3, unit: '%' },
    { ...base, type: 'choice', values: { 是: ['√'], 否: [] } },
    { ...base, type: 'text' },
    { ...base, type: 'id', pattern: /^W\d{2}$/u, shape: 'W01' },
    { ...base, type: 'reference', register: 'locations' },
    { ...base, type: 'reference', register: 'nowhere' },
  ];
  const odd = fc.string({
    unit: fc.constantFrom('0', '1', '2', '6', '-', '/', ':', '.', ',', '年', '月', '日', ' ', 'T', '#', 'W', '√', 'Ｅ'),
  });

  it('reading never throws on any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.oneof(odd, fc.string({ unit: 'binary' })), (column, raw) => {
        reader(column)(raw);
      }),
      { numRuns: 5000 },
    );
  });

  it('a value that was read is written in one way: reading it again changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns.slice(0, 8)), odd, (column, raw) => {
        const once = reader(column)(raw);
        if (once instanceof Fault) return;
        const value = once instanceof Repaired ? once.value : once;
        const text = column.type === 'moment' ? String(value).replace('T', ' ') : String(value);
        if (value === null || text === '') return;
        const again = reader(column)(text);
        expect(again instanceof Repaired && again.code === 'cell/kept' ? again.value : again).toBe(value);
      }),
      { numRuns: 5000 },
    );
  });

  it('a date never changes its digits: year, month and day of the text are those of the value', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    const ending = fc.constantFrom('', ' 0:00', ' 00:00', ' 0:00:00', ' 00:00:00');
    const joint = fc.constantFrom('-', '/', '.');
    fc.assert(
      fc.property(parts, joint, ending, ([year, month, day], mark, midnight) => {
        const value = reader({ ...base, type: 'date' })([year, month, day].join(mark) + midnight);
        const read = value instanceof Repaired ? value.value : value;
        expect(String(read).split('-').map(Number)).toEqual([year, month, day]);
      }),
    );
  });
});
