import { describe, expect, it } from 'vitest';
import { type Condition, conditionSchema, conditionsSchema } from '../csv/condition.ts';
import { cellOf, columnOf, compile, compileAny, holds, type Test } from '../registers/condition.ts';
import { logNamed } from '../testing/definitions.ts';
import { inputOf, ledgerOf, present, rounds, september } from '../testing/ledger.ts';
import { checkAlternatives, checkColumn, checkConditions } from './condition.ts';

const checks = logNamed('checks');

const { value: ledger } = ledgerOf(september);
const { records } = inputOf(ledger, 'rounds', '2026-09');
const { registers } = ledger;

describe('holds', () => {
  it.each<[Condition, (string | number | null)[], (string | number | null)[]]>([
    ['合格', ['合格'], ['不合格', '', null]],
    [3, [3], ['3', 4, null]],
    [
      ['合格', 3],
      ['合格', 3],
      ['3', '不合格', null],
    ],
    [{ is: 'empty' }, [null], ['有', 0, '']],
    [{ is: 'filled' }, ['有', 0, ''], [null]],
    [{ not: ['不合格', '未检'] }, ['合格', null, 0], ['不合格', '未检']],
    [{ atLeast: 4 }, [4, 5, 4.5], [3.999, '5', null]],
    [{ atMost: 4 }, [4, -1], [4.001, '3', null]],
  ])('%j', (condition, yes, no) => {
    for (const value of yes) expect(holds(condition, value)).toBe(true);
    for (const value of no) expect(holds(condition, value)).toBe(false);
  });

  it('is written in a closed set of forms', () => {
    for (const sound of ['合格', 1, ['合格', 1], { is: 'empty' }, { not: ['a'] }, { atLeast: 1 }, { atMost: 1 }]) {
      expect(conditionSchema.safeParse(sound).success).toBe(true);
    }
    for (const broken of [
      null,
      true,
      [],
      { not: [] },
      { is: 'blank' },
      { atLeast: '1' },
      { atLeast: 1, atMost: 2 },
      { over: 3 },
      {},
    ]) {
      expect(conditionSchema.safeParse(broken).success).toBe(false);
    }
    expect(conditionsSchema.safeParse({ result: '合格', checked: { atLeast: 1 } }).success).toBe(true);
  });
});

describe('compile', () => {
  const lines = (test: Test) => records.filter(({ values }) => test(values)).map(({ line }) => line);

  it('wants all conditions', () => {
    expect(lines(compile({ location: 'W01', result: '合格' }, rounds, registers))).toEqual([2, 5, 6, 7]);
    expect(lines(compile({ location: 'W01', item: ['地库', '天台'] }, rounds, registers))).toEqual([7]);
    expect(lines(compile({}, rounds, registers))).toEqual([2, 3, 4, 5, 6, 7]);
    expect(lines(compile(undefined, rounds, registers))).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('reads the register that a column refers to', () => {
    expect(lines(compile({ 'location.kind': '支行' }, rounds, registers))).toEqual([3]);
    expect(lines(compile({ 'location.to': { is: 'empty' } }, rounds, registers))).toHaveLength(6);
    expect(lines(compile({ 'location.kind': '支行' }, rounds, new Map()))).toEqual([]);
  });

  it('takes any of several alternatives', () => {
    expect(lines(compileAny([{ item: '地库' }, { location: 'W02' }], rounds, registers))).toEqual([3, 7]);
    expect(lines(compileAny({ item: '地库' }, rounds, registers))).toEqual([7]);
    expect(lines(compileAny(undefined, rounds, registers))).toHaveLength(6);
  });
});

describe('cellOf and columnOf', () => {
  it('follow a reference one step', () => {
    const { values } = present(records[1]);
    expect(cellOf(values, 'location', rounds, registers)).toBe('W02');
    expect(cellOf(values, 'location.name', rounds, registers)).toBe('兴隆支行');
    expect(cellOf(values, 'item.name', rounds, registers)).toBeNull();
    expect(cellOf(values, 'nothing', rounds, registers)).toBeNull();
    expect(columnOf('location.name', rounds, registers)?.name).toBe('网点名称');
    expect(columnOf('item.name', rounds, registers)).toBeNull();
    expect(columnOf('location.colour', rounds, registers)).toBeNull();
  });
});

describe('checkConditions', () => {
  const faults = (conditions: Record<string, Condition>) =>
    checkConditions(conditions, ['where'], rounds, registers).map(({ path, code }) => [path.join('/'), code]);

  it('accepts columns and values of the log', () => {
    expect(
      faults({
        result: ['合格', '不合格'],
        location: 'W01',
        'location.kind': { not: ['机关'] },
        checked: 10,
        passed: { atLeast: 1 },
        note: { is: 'filled' },
        item: '大堂',
        date: '2026-09-01',
      }),
    ).toEqual([]);
  });

  it('finds what the log does not have, each at its path', () => {
    expect(
      faults({
        outcome: '合格',
        'area.kind': '卫生间',
        'location.colour': '蓝',
        result: ['合格', '好'],
        location: 'W09',
        checked: '10',
        item: 3,
      }),
    ).toEqual([
      ['where/outcome', 'measure/column'],
      ['where/area.kind', 'measure/column'],
      ['where/location.colour', 'measure/column'],
      ['where/result', 'measure/value'],
      ['where/location', 'measure/value'],
      ['where/checked', 'measure/value'],
      ['where/item', 'measure/value'],
    ]);
  });

  it('checks the values of not, too, and every one of several', () => {
    expect(faults({ result: { not: ['好', '合格', '坏'] } })).toEqual([
      ['where/result', 'measure/value'],
      ['where/result', 'measure/value'],
    ]);
  });

  it('refuses to compare what is no number: such a condition would never hold', () => {
    expect(faults({ result: { atLeast: 4 }, date: { atMost: 3 } })).toEqual([
      ['where/result', 'measure/column'],
      ['where/date', 'measure/column'],
    ]);
  });

  it('names the alternative at fault', () => {
    const found = checkAlternatives([{ result: '合格' }, { outcome: '合格' }], ['pass'], rounds, registers);
    expect(found.map(({ path, code }) => [path, code])).toEqual([[['pass', 1, 'outcome'], 'measure/column']]);
  });

  it('says nothing of values when their register could not be read: that is reported once, at the register', () => {
    const unread = ledgerOf({ 'data/registers/locations.csv': '' }).value.registers;
    expect(checkConditions({ location: 'W01' }, ['where'], rounds, unread)).toEqual([]);
  });
});

describe('checkColumn', () => {
  it('wants a column of a type', () => {
    expect(checkColumn('checked', ['integer'], ['of'], rounds, registers)).toEqual([]);
    expect(checkColumn('location.name', ['text'], ['of'], rounds, registers)).toEqual([]);
    expect(checkColumn('result', ['integer'], ['of'], rounds, registers)).toMatchObject([
      { code: 'measure/column', path: ['of'] },
    ]);
    expect(checkColumn('nothing', ['integer'], ['of'], checks, registers)).toMatchObject([
      { code: 'measure/column', path: ['of'] },
    ]);
  });
});
