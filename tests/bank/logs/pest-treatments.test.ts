import { describe, expect, it } from 'vitest';
import { placed, readCsv } from '../../../src/core/testing/ledger.ts';
import { bankLog } from '../definitions.ts';

const pestTreatments = bankLog('pest-treatments');

const header = '日期,区域编号,作业,防治对象,方式,药剂,用量,用量上限,是否超量,结果,复查日期,复查结果,残留检查,说明,作业岗位';
const read = (cells: string) =>
  placed(readCsv(pestTreatments, `${header}\n2026-09-10,W01-A1,定期消杀,蜚蠊,${cells},BJ-01\n`).problems);
const used = '胶饵,灭蟑胶饵,40,60,否';

describe('pest-treatments', () => {
  it('takes a treatment with an agent, a physical one and one that was not made', () => {
    expect(read(`${used},完成,2026-09-12,有效,合格,`)).toEqual([]);
    expect(read('物理,,,,,完成,2026-09-12,有效,合格,')).toEqual([]);
    expect(read('胶饵,,,,,未完成,,,,客户盘点')).toEqual([]);
  });

  it('wants the agent with its amounts where one was used, and nowhere else', () => {
    expect(read('胶饵,灭蟑胶饵,40,,否,完成,2026-09-12,有效,合格,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('胶饵,,,,,完成,2026-09-12,有效,合格,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read('物理,灭蟑胶饵,40,60,否,完成,2026-09-12,有效,合格,')).toEqual([['row/contradiction', 2, 6]]);
    expect(read(`${used},未完成,,,,客户盘点`)).toEqual([['row/contradiction', 2, 6]]);
  });

  it('compares the amount with the limit', () => {
    expect(read('胶饵,灭蟑胶饵,60,60,否,完成,2026-09-12,有效,合格,')).toEqual([]);
    expect(read('胶饵,灭蟑胶饵,61,60,是,完成,2026-09-12,有效,合格,配比有误')).toEqual([]);
    expect(read('胶饵,灭蟑胶饵,61,60,否,完成,2026-09-12,有效,合格,')).toEqual([['row/contradiction', 2, 9]]);
    expect(read('胶饵,灭蟑胶饵,60,60,是,完成,2026-09-12,有效,合格,配比有误')).toEqual([['row/contradiction', 2, 9]]);
  });

  it('wants the second look and the residue of what was done, and only of that', () => {
    expect(read(`${used},完成,,,合格,未填复查`)).toEqual([['row/contradiction', 2, 12]]);
    expect(read(`${used},完成,2026-09-12,有效,,未填残留`)).toEqual([['row/contradiction', 2, 12]]);
    expect(read('胶饵,,,,,未完成,,未复查,,客户盘点')).toEqual([['row/contradiction', 2, 12]]);
  });

  it('wants the date of the second look, not before the treatment', () => {
    expect(read(`${used},完成,,有效,合格,`)).toEqual([['row/contradiction', 2, 11]]);
    expect(read(`${used},完成,2026-09-12,未复查,合格,停业`)).toEqual([['row/contradiction', 2, 11]]);
    expect(read(`${used},完成,2026-09-09,有效,合格,`)).toEqual([['row/contradiction', 2, 11]]);
  });

  it.each([
    '胶饵,,,,,未完成,,,',
    '胶饵,灭蟑胶饵,61,60,是,完成,2026-09-12,有效,合格',
    `${used},完成,2026-09-12,无效,合格`,
    `${used},完成,,未复查,合格`,
    `${used},完成,2026-09-12,有效,不合格`,
    `${used},完成,2026-09-12,有效,未检`,
  ])('wants a note on whatever went wrong: %s', (cells) => {
    expect(read(`${cells},`)).toEqual([['row/contradiction', 2, 14]]);
    expect(read(`${cells},已说明`)).toEqual([]);
  });
});
