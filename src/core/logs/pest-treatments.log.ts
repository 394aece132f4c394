import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-10' },
  area: { name: '区域编号', type: 'reference', register: 'areas', required: true, example: 'W01-A1' },
  task: {
    name: '作业',
    type: 'choice',
    required: true,
    note: '加强消杀指排期之外的加做',
    example: '定期消杀',
    values: { 定期消杀: [], 季节灭蚊: [], 加强消杀: ['补杀'] },
  },
  target: {
    name: '防治对象',
    type: 'choice',
    required: true,
    example: '蜚蠊',
    values: { 鼠: ['老鼠'], 蚊: ['蚊虫'], 蝇: ['苍蝇'], 蜚蠊: ['蟑螂'] },
  },
  method: {
    name: '方式',
    type: 'choice',
    required: true,
    example: '胶饵',
    values: { 滞留喷洒: [], 空间喷雾: [], 投放毒饵: ['毒饵'], 胶饵: [], 投放灭幼剂: [], 物理: [] },
  },
  agent: {
    name: '药剂',
    type: 'reference',
    register: 'agents',
    required: false,
    note: '物理方式留空',
    example: '灭蟑胶饵',
  },
  dosage: { name: '用量', type: 'integer', required: false, min: 0, unit: '', note: '按药剂名录的计量单位', example: '40' },
  limit: {
    name: '用量上限',
    type: 'integer',
    required: false,
    min: 1,
    unit: '',
    note: '标签剂量乘以处理面积，单位同用量',
    example: '60',
  },
  over: {
    name: '是否超量',
    type: 'choice',
    required: false,
    note: '用药时必填；用量大于用量上限为是',
    example: '否',
    values: { 否: ['×'], 是: ['√'] },
  },
  result: { name: '结果', type: 'choice', required: true, example: '完成', values: { 完成: ['√', '✓'], 未完成: ['×'] } },
  rechecked: { name: '复查日期', type: 'date', required: false, note: '已复查时必填', example: '2026-09-12' },
  effect: {
    name: '复查结果',
    type: 'choice',
    required: false,
    note: '完成时必填',
    example: '有效',
    values: { 有效: ['√'], 无效: ['×'], 未复查: [] },
  },
  residue: {
    name: '残留检查',
    type: 'choice',
    required: false,
    note: '完成时必填；环境整洁、没有药剂残留为合格',
    example: '合格',
    values: { 合格: ['√'], 不合格: ['×'], 未检: [] },
  },
  note: {
    name: '说明',
    type: 'text',
    required: false,
    note: '未完成、超量、无效、未复查、残留不合格或未检时必填',
    example: '客户当日盘点，改期',
  },
  staff: { name: '作业岗位', type: 'reference', register: 'posts', required: true, example: 'CK-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'pest-treatments',
  name: '消杀',
  order: 230,
  about: '虫控岗位的每次消杀，一个区域一种防治对象一行，写明药剂和用量，复查后在同一行补填；没有完成的也要记。',
  date: 'date',
  location: 'area',
  sequence: null,
  columns,
  key: ['date', 'area', 'task', 'target'],
  rules: [
    notBefore(columns, 'date', 'rechecked'),
    {
      columns: ['agent', 'dosage', 'limit', 'over', 'result', 'method'],
      words: '用药作业（物理以外的方式）完成的，填药剂、用量、用量上限、是否超量；物理方式和未完成的留空。',
      check: (row) => {
        const filled = [row.agent, row.dosage, row.limit, row.over].filter((value) => value !== null).length;
        const wanted = row.result === '完成' && row.method !== '物理';
        if (filled === (wanted ? 4 : 0)) return null;
        return wanted
          ? { message: '用药作业已完成，但药剂、用量、用量上限、是否超量没有填全', hint: '四栏都要填写' }
          : { message: '没有用药，却填了药剂、用量、用量上限、是否超量中的一栏', hint: '物理方式和未完成的要留空' };
      },
    },
    {
      columns: ['over', 'dosage', 'limit'],
      words: '用量大于用量上限的，是否超量填“是”，否则填“否”。',
      check: (row) => {
        if (row.dosage === null || row.limit === null || row.over === null) return null;
        return (row.over === '是') === row.dosage > row.limit
          ? null
          : {
              message: `用量 ${row.dosage}、用量上限 ${row.limit}，“是否超量”却填了“${row.over}”`,
              hint: '用量大于用量上限填“是”，否则填“否”',
            };
      },
    },
    {
      columns: ['effect', 'result', 'residue'],
      words: '完成的填复查结果和残留检查（还没有做的填未复查、未检），未完成的留空。',
      check: (row) => {
        const wanted = row.result === '完成';
        if ((row.effect !== null) === wanted && (row.residue !== null) === wanted) return null;
        return wanted
          ? { message: '作业已完成，但没有填“复查结果”或“残留检查”', hint: '还没有复查的填未复查，还没有检查的填未检' }
          : { message: '作业未完成，却填了“复查结果”或“残留检查”', hint: '未完成的要留空' };
      },
    },
    {
      columns: ['rechecked', 'effect'],
      words: '复查过的填复查日期，没有复查的留空。',
      check: (row) =>
        (row.effect === '有效' || row.effect === '无效') !== (row.rechecked !== null)
          ? {
              message: `复查结果为“${row.effect ?? '空'}”但“复查日期”${row.rechecked === null ? '为空' : '已填写'}`,
              hint: '复查过的要填复查日期，没有复查的要留空',
            }
          : null,
    },
    {
      columns: ['note', 'result', 'over', 'effect', 'residue'],
      words: '未完成、超量、无效、未复查或残留不合格的，写明说明。',
      check: (row) => {
        const plain = row.result === '完成' && row.over !== '是' && row.effect === '有效' && row.residue === '合格';
        return plain || row.note !== null
          ? null
          : { message: '未完成、超量、无效、未复查或残留不合格，但没有写“说明”', hint: '请写明原因和怎样处理' };
      },
    },
  ],
});
