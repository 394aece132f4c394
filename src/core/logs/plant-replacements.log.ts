import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore, running } from './log.ts';

const columns = {
  id: { name: '更换编号', type: 'id', required: true, example: 'GH-202609-001', ...running('GH') },
  found: { name: '发现时间', type: 'moment', required: true, note: '客户要求更换的写提出时间', example: '2026-09-08 09:30' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  species: { name: '原品种', type: 'reference', register: 'plants', required: true, example: '散尾葵' },
  reason: {
    name: '更换原因',
    type: 'choice',
    required: true,
    example: '枯死',
    values: { 枯死: ['死亡'], 病态: ['长势差'], 客户要求: [] },
  },
  pots: { name: '盆数', type: 'integer', required: true, min: 1, unit: '盆', example: '1' },
  replaced: { name: '更换时间', type: 'moment', required: false, note: '尚未更换时留空', example: '2026-09-09 10:40' },
  successor: {
    name: '新品种',
    type: 'reference',
    register: 'plants',
    required: false,
    note: '已更换时必填',
    example: '棕竹',
  },
  accepted: {
    name: '客户验收',
    type: 'choice',
    required: true,
    note: '尚未更换的填待验收',
    example: '通过',
    values: { 通过: ['√', '合格'], 不通过: ['×', '不合格'], 待验收: [] },
  },
  opinion: { name: '客户意见', type: 'text', required: false, note: '验收不通过时必填，不写姓名', example: '株形偏小，要求再换' },
  staff: { name: '养护岗位', type: 'reference', register: 'posts', required: true, example: 'LZ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'plant-replacements',
  name: '绿植更换',
  order: 220,
  about: '枯死、病态和客户要求更换的绿植，一个网点一个品种一次一行，由客户验收；没有更换的月份填零报告。',
  date: 'found',
  location: 'location',
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [
    notBefore(columns, 'found', 'replaced'),
    {
      columns: ['successor', 'replaced'],
      words: '更换时间和新品种要么都填，要么都留空。',
      check: (row) =>
        (row.replaced === null) !== (row.successor === null)
          ? { message: '“更换时间”和“新品种”只填了一栏', hint: '两栏要么都填，要么都留空' }
          : null,
    },
    {
      columns: ['accepted', 'replaced'],
      words: '尚未更换的，客户验收填“待验收”。',
      check: (row) =>
        row.replaced === null && row.accepted !== '待验收'
          ? { message: `尚未更换，“客户验收”却填了“${row.accepted}”`, hint: '尚未更换的填待验收' }
          : null,
    },
    {
      columns: ['opinion', 'accepted'],
      words: '验收不通过的，写明客户意见。',
      check: (row) =>
        row.accepted === '不通过' && row.opinion === null
          ? { message: '验收不通过但没有写“客户意见”', hint: '请写明客户不满意什么' }
          : null,
    },
  ],
});
