import { expect, it } from 'vitest';
import type { Columns, Values } from '../csv/column.ts';
import { locationsOf } from './location.ts';
import { defineRegister } from './register.ts';
import { registerTable } from './registers.ts';

const text = { type: 'text', required: false, example: '甲' } as const;
const place = { name: '所在', type: 'reference', register: 'locations', required: false, example: 'a' } as const;
const table = (id: string, columns: Columns, rows: readonly Values[]) => {
  const register = defineRegister({ id, name: `名录${id}`, order: 1, about: '', key: ['id'], spellings: ['id'], columns });
  return [
    id,
    registerTable(
      register,
      rows.map((values, at) => ({ file: `${id}.csv`, line: at + 2, values })),
    ),
  ] as const;
};

const registers = new Map([
  table('locations', { id: { ...text, name: '编号' }, lies: place }, [
    { id: 'b', name: '乙楼', kind: '楼', from: '2026-01-01', to: '2026-02-01', order: 2 },
    { id: 'a', name: '甲楼', kind: '楼', from: '2026-01-01', to: null, order: 1, lies: 'b' },
  ]),
  table('schedule', { location: place }, [{ id: 'p', location: 'a' }]),
  table('tools', { id: { ...text, name: '编号' } }, [{ id: 't' }]),
  table('pipes', { start: place, end: { ...place, name: '通往' } }, [
    { id: 'second', start: 'a', end: 'b', order: 2 },
    { id: 'first', start: 'a', end: 'a', order: 1 },
    { id: 'lost', start: null, end: null, order: 3 },
  ]),
]);

it('lists at each location what any register of the contract places there, once and in its order', () => {
  const told = locationsOf(registers).map(({ id, name, to, holdings }) => [
    id,
    name,
    to,
    holdings.map(({ register, entries }) => [register.name, entries.map((each) => each.id)]),
  ]);
  expect(told).toEqual([
    ['a', '甲楼', null, [['名录pipes', ['first', 'second']]]],
    ['b', '乙楼', '2026-02-01', [['名录pipes', ['second']]]],
  ]);
});
