import { describe, expect, it } from 'vitest';
import { contractSchema } from './contract.ts';

const contract = {
  title: '台账',
  contractor: '甲公司',
  client: '乙医院',
  premises: '院区',
  start: '2026-09-01',
  smallSample: 10,
  deliveryDay: 5,
  updated: '2026-11-01',
};
const wordsOf = (words?: object) => contractSchema.parse({ ...contract, ...(words === undefined ? {} : { words }) }).words;

describe('the words of a contract', () => {
  it('are such as any contract understands when left out', () => {
    expect(wordsOf()).toEqual({ place: '地点', client: '委托方', contractor: '受托方', clientStaff: '委托方人员' });
  });

  it('name the client’s people by the client unless they have a word of their own', () => {
    expect(wordsOf({ place: '病区', client: '院方' })).toMatchObject({ contractor: '受托方', clientStaff: '院方人员' });
    expect(wordsOf({ clientStaff: '行方人员' })).toMatchObject({ client: '委托方', clientStaff: '行方人员' });
  });

  it('are words, and no others', () => {
    expect(contractSchema.safeParse({ ...contract, words: { place: ' ' } }).success).toBe(false);
    expect(contractSchema.safeParse({ ...contract, words: { site: '病区' } }).success).toBe(false);
  });
});
