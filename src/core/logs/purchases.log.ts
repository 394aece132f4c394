import type { Columns } from '../csv/column.ts';
import { defineLog, running } from './log.ts';

const columns = {
  id: { name: '采购编号', type: 'id', required: true, example: 'CG-202609-001', ...running('CG') },
  date: { name: '到货日期', type: 'date', required: true, example: '2026-09-03' },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  kind: {
    name: '类别',
    type: 'choice',
    required: true,
    example: '清洁剂',
    values: { 清洁剂: [], 卫生用品: [], 肥料: [], 绿植: [], 药剂: [] },
  },
  product: { name: '品名', type: 'text', required: true, example: '中性地面清洁剂' },
  quantity: { name: '数量', type: 'integer', required: true, min: 1, unit: '', example: '6' },
  unit: { name: '单位', type: 'text', required: true, example: '桶' },
  certificate: {
    name: '合格证明',
    type: 'choice',
    required: true,
    note: '绿植指检疫或检验证明',
    example: '有',
    values: { 有: ['√'], 无: ['×'] },
  },
  standard: {
    name: '执行标准',
    type: 'choice',
    required: true,
    note: '包装上有没有执行的国家标准；只写有无，不写编号；绿植填不适用',
    example: '有',
    values: { 有: ['√'], 无: ['×'], 不适用: ['/', '—'] },
  },
  mild: {
    name: '环保低刺激',
    type: 'choice',
    required: true,
    note: '按标签判断；只有清洁剂填，其余填不适用',
    example: '是',
    values: { 是: ['√'], 否: ['×'], 不适用: ['/', '—'] },
  },
  suits: { name: '适用植物', type: 'text', required: false, note: '肥料标签写明的适用植物', example: '观叶植物' },
  toxic: {
    name: '有毒品种',
    type: 'choice',
    required: true,
    note: '只有绿植填，其余填不适用',
    example: '不适用',
    values: { 否: ['×'], 是: ['√'], 不适用: ['/', '—'] },
  },
  licence: {
    name: '登记证',
    type: 'choice',
    required: true,
    note: '药剂有没有农药登记证；只写有无，不写证号；其余填不适用',
    example: '不适用',
    values: { 有: ['√'], 无: ['×'], 不适用: ['/', '—'] },
  },
  toxicity: {
    name: '毒性级别',
    type: 'choice',
    required: true,
    note: '药剂标签写明的毒性；其余填不适用',
    example: '不适用',
    values: { 微毒: [], 低毒: [], 中等毒: [], 高毒: [], 不适用: ['/', '—'] },
  },
  note: { name: '备注', type: 'text', required: false, example: '缺证明，已退货' },
  checker: { name: '验收岗位', type: 'reference', register: 'posts', required: true, example: 'GL-01' },
} as const satisfies Columns;

/** The columns that say something of some kinds only; of every other kind they say 不适用. */
const particular = [
  { field: 'standard', name: '执行标准', kinds: ['清洁剂', '卫生用品', '肥料', '药剂'] },
  { field: 'mild', name: '环保低刺激', kinds: ['清洁剂'] },
  { field: 'toxic', name: '有毒品种', kinds: ['绿植'] },
  { field: 'licence', name: '登记证', kinds: ['药剂'] },
  { field: 'toxicity', name: '毒性级别', kinds: ['药剂'] },
] as const;

export default defineLog({
  id: 'purchases',
  name: '采购',
  order: 170,
  about: '到货的清洁剂、卫生用品、肥料、绿植和药剂，由项目管理岗位验收时一批一行登记证明和标签所写的内容。',
  date: 'date',
  location: null,
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [
    ...particular.map(({ field, name, kinds }) => ({
      columns: [field, 'kind'] as const,
      words: `${name}对${kinds.join('、')}填写，其余填“不适用”。`,
      check: (row: { readonly kind: string } & Readonly<Record<typeof field, string>>) => {
        const applies = kinds.some((kind) => kind === row.kind);
        if (applies === (row[field] !== '不适用')) return null;
        return {
          message: `类别为“${row.kind}”，“${name}”却填了“${row[field]}”`,
          hint: applies ? `${row.kind}要写明${name}` : `${name}只对${kinds.join('、')}填写，其余填不适用`,
        };
      },
    })),
    {
      columns: ['suits', 'kind'],
      words: '适用植物只对肥料填写。',
      check: (row) =>
        row.kind !== '肥料' && row.suits !== null
          ? { message: `类别为“${row.kind}”却填了“适用植物”`, hint: '适用植物只对肥料填写' }
          : null,
    },
  ],
});
