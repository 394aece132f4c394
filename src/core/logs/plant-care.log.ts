import type { Columns } from '../csv/column.ts';
import { defineLog } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-02' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  kind: { name: '作业', type: 'choice', required: true, example: '浇水', values: { 浇水: [], 施肥: [], 修剪: [] } },
  result: { name: '结果', type: 'choice', required: true, example: '完成', values: { 完成: ['√', '✓'], 未完成: ['×'] } },
  planned: {
    name: '计划浇水量',
    type: 'integer',
    required: false,
    min: 1,
    unit: '升',
    note: '浇水完成时必填；养护表所写的该网点水量',
    example: '30',
  },
  tolerance: {
    name: '允许偏差',
    type: 'integer',
    required: false,
    min: 0,
    max: 100,
    unit: '%',
    note: '浇水完成时必填；养护表所写的允许偏差，占计划浇水量的百分数',
    example: '20',
  },
  amount: { name: '实际浇水量', type: 'integer', required: false, min: 0, unit: '升', note: '浇水完成时必填', example: '31' },
  deviation: {
    name: '水量判断',
    type: 'choice',
    required: false,
    note: '浇水完成时必填；与计划相差不超过允许偏差为正常',
    example: '正常',
    values: { 正常: [], 偏多: [], 偏少: [] },
  },
  soil: {
    name: '盆土干湿',
    type: 'choice',
    required: false,
    note: '浇水完成时必填；浇水前查看，有一盆缺水或过湿即照实填写',
    example: '适中',
    values: { 适中: ['正常'], 缺水: ['过干'], 过湿: ['积水'] },
  },
  fertiliser: { name: '肥料', type: 'text', required: false, note: '施肥完成时必填', example: '通用观叶液肥' },
  dose: { name: '施肥量', type: 'integer', required: false, min: 1, unit: '克', note: '施肥完成时必填', example: '120' },
  damage: {
    name: '修剪损伤',
    type: 'choice',
    required: false,
    note: '修剪完成时必填；剪口撕裂、误伤主枝等为有',
    example: '无',
    values: { 无: ['否', '×'], 有: ['是', '√'] },
  },
  note: { name: '说明', type: 'text', required: false, note: '未完成、缺水、过湿、损伤时必填', example: '靠窗两盆偏干，已补浇' },
  staff: { name: '养护岗位', type: 'reference', register: 'posts', required: true, example: 'LZ-01' },
} as const satisfies Columns;

const expected = (planned: number, tolerance: number, amount: number): string => {
  if (Math.abs(amount - planned) * 100 <= planned * tolerance) return '正常';
  return amount > planned ? '偏多' : '偏少';
};

/** Which columns each kind of work fills in once it is done; they stay blank for the other kinds. */
const particular = [
  {
    kind: '浇水',
    fields: ['planned', 'tolerance', 'amount', 'deviation', 'soil'],
    names: '计划浇水量、允许偏差、实际浇水量、水量判断、盆土干湿',
  },
  { kind: '施肥', fields: ['fertiliser', 'dose'], names: '肥料、施肥量' },
  { kind: '修剪', fields: ['damage'], names: '修剪损伤' },
] as const;

export default defineLog({
  id: 'plant-care',
  name: '浇水施肥修剪',
  order: 200,
  about: '绿植养护岗位每次浇水、施肥、修剪的用量和情况，一个网点一次作业一行，没有完成的也要记。',
  date: 'date',
  location: 'location',
  sequence: null,
  columns,
  key: ['date', 'location', 'kind'],
  rules: [
    ...particular.map(({ kind, fields, names }) => ({
      columns: [...fields, 'kind', 'result'] as const,
      words: `${kind}完成的，填${names}；其余的留空。`,
      check: (row: { readonly kind: string; readonly result: string } & Readonly<Record<(typeof fields)[number], unknown>>) => {
        const wanted = row.kind === kind && row.result === '完成';
        if (fields.every((field) => (row[field] !== null) === wanted)) return null;
        return wanted
          ? { message: `${kind}已完成，但${names}没有填全`, hint: `请填写${names}` }
          : { message: `${row.kind}${row.result}，却填了${names}中的一栏`, hint: `${names}只在${kind}完成时填写` };
      },
    })),
    {
      columns: ['deviation', 'planned', 'tolerance', 'amount'],
      words: '实际浇水量与计划相差不超过允许偏差的，水量判断填“正常”，多了填“偏多”，少了填“偏少”。',
      check: (row) => {
        const { planned, tolerance, amount, deviation } = row;
        if (planned === null || tolerance === null || amount === null || deviation === null) return null;
        const right = expected(planned, tolerance, amount);
        if (deviation === right) return null;
        return {
          message: `计划浇水量 ${planned}、允许偏差 ${tolerance}%、实际浇水量 ${amount}，“水量判断”却填了“${deviation}”`,
          hint: `相差不超过允许偏差为正常，这里应为“${right}”；请核对水量`,
        };
      },
    },
    {
      columns: ['note', 'result', 'damage', 'soil'],
      words: '未完成、缺水、过湿或有损伤的，写明说明。',
      check: (row) => {
        const plain = row.result === '完成' && row.damage !== '有' && (row.soil === null || row.soil === '适中');
        return plain || row.note !== null
          ? null
          : { message: '未完成、缺水、过湿或有损伤，但没有写“说明”', hint: '请写明原因和怎样处理' };
      },
    },
  ],
});
