import { expect, it } from 'vitest';
import { ledgerOf } from '../core/testing/ledger.ts';
import { agreedWords } from './agreed.ts';

it('says both, with the day of the decision and the places', () => {
  const { value } = ledgerOf({});
  const naming = {
    registers: value.registers,
    contract: { words: { place: '网点', clientStaff: '行方人员', client: '委托方', contractor: '受托方' } },
  };
  const agreed = { item: '大堂', frequency: '每周', asked: '每日', decided: '2024-10-30', locations: ['W01', 'W02'] };
  expect(agreedWords(agreed, naming)).toBe('方案每日；按2024年10月30日的决定每周（市分行机关、兴隆支行）');
  expect(agreedWords({ ...agreed, decided: null, locations: [] }, naming)).toBe('方案每日；排期每周');
});
