import { describe, expect, it } from 'vitest';
import { registerNamed } from '../testing/definitions.ts';
import { readCsv } from '../testing/ledger.ts';
import { referentsOf } from './register.ts';

const locations = registerNamed('locations');
const services = registerNamed('services');

describe('referentsOf', () => {
  it('names an entry by every spelling, normalised', () => {
    const { value } = readCsv(services, '服务代码,服务名称,简称,序号\ncleaning,卫生 保洁,（保洁）,1\n');
    expect([...referentsOf(services, value).byText]).toEqual([
      ['cleaning', 'cleaning'],
      ['卫生保洁', 'cleaning'],
      ['(保洁)', 'cleaning'],
    ]);
  });

  it('resolves a text that two entries share to neither', () => {
    const csv =
      '网点编号,网点名称,类型,启用日期,停用日期,序号\nW01,兴隆支行,支行,2024-11-01,,1\nW02,兴隆支行,支行,2024-11-01,,2\n';
    const { byText } = referentsOf(locations, readCsv(locations, csv).value);
    expect([...byText.keys()]).toEqual(['W01', 'W02']);
  });

  it('takes an entry whose name is its id once', () => {
    const csv = '服务代码,服务名称,简称,序号\ncleaning,保洁,保洁,1\n';
    expect([...referentsOf(services, readCsv(services, csv).value).byText.values()]).toEqual(['cleaning', 'cleaning']);
  });

  it('is empty for a register without entries', () => {
    expect(referentsOf(services, []).byText.size).toBe(0);
  });
});
