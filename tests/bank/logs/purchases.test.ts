import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const purchases = bankLog('purchases');

const header =
  '采购编号,到货日期,服务,类别,品名,数量,单位,合格证明,执行标准,环保低刺激,适用植物,有毒品种,登记证,毒性级别,备注,验收岗位';
const read = (kind: string, cells: string) =>
  placed(readCsv(purchases, `${header}\nCG-202609-001,2026-09-03,保洁,${kind},样品,6,桶,有,${cells},,GL-01\n`).problems);

describe('purchases', () => {
  it('takes every kind with what its label says', () => {
    expect(read('清洁剂', '有,是,,不适用,不适用,不适用')).toEqual([]);
    expect(read('卫生用品', '有,不适用,,不适用,不适用,不适用')).toEqual([]);
    expect(read('肥料', '无,不适用,观叶植物,不适用,不适用,不适用')).toEqual([]);
    expect(read('绿植', '不适用,不适用,,是,不适用,不适用')).toEqual([]);
    expect(read('药剂', '有,不适用,,不适用,无,低毒')).toEqual([]);
  });

  it('takes a fertiliser whose label names no plants', () => {
    expect(read('肥料', '有,不适用,,不适用,不适用,不适用')).toEqual([]);
  });

  it.each([
    ['清洁剂', '有,不适用,,不适用,不适用,不适用', 10],
    ['清洁剂', '不适用,是,,不适用,不适用,不适用', 9],
    ['绿植', '不适用,不适用,,不适用,不适用,不适用', 12],
    ['药剂', '有,不适用,,不适用,不适用,低毒', 13],
    ['药剂', '有,不适用,,不适用,有,不适用', 14],
  ])('does not let %s leave out what concerns it: %s', (kind, cells, column) => {
    expect(read(kind, cells)).toEqual([['row/contradiction', 2, column]]);
  });

  it.each([
    ['卫生用品', '有,是,,不适用,不适用,不适用', 10],
    ['绿植', '有,不适用,,否,不适用,不适用', 9],
    ['清洁剂', '有,是,观叶植物,不适用,不适用,不适用', 11],
    ['肥料', '有,不适用,,否,不适用,不适用', 12],
    ['肥料', '有,不适用,,不适用,有,不适用', 13],
    ['清洁剂', '有,是,,不适用,不适用,低毒', 14],
  ])('does not let %s say what does not concern it: %s', (kind, cells, column) => {
    expect(read(kind, cells)).toEqual([['row/contradiction', 2, column]]);
  });
});
