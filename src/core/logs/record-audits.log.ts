import type { Columns } from '../csv/column.ts';
import { atMost, defineLog } from './log.ts';

const columns = {
  date: { name: '审查日期', type: 'date', required: true, example: '2026-09-25' },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '用电' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  sampled: {
    name: '抽审条数',
    type: 'integer',
    required: true,
    min: 1,
    unit: '条',
    note: '该服务各种记录合计',
    example: '10',
  },
  sound: {
    name: '完整准确条数',
    type: 'integer',
    required: true,
    min: 0,
    unit: '条',
    note: '内容完整，并与现场核实无误',
    example: '10',
  },
  hours: {
    name: '录入时限',
    type: 'integer',
    required: true,
    min: 1,
    unit: '小时',
    note: '审查时判断及时所用的时限',
    example: '24',
  },
  timely: {
    name: '及时录入条数',
    type: 'integer',
    required: true,
    min: 0,
    unit: '条',
    note: '事情发生后在录入时限内录入',
    example: '10',
  },
  finding: { name: '问题', type: 'text', required: false, note: '有不完整、不准确或滞后的记录时必填', example: '一条缺闭环时间' },
  corrected: { name: '更正日期', type: 'date', required: false, example: '2026-09-26' },
  auditor: { name: '审查岗位', type: 'reference', register: 'posts', required: true, example: 'ZJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'record-audits',
  name: '记录审查',
  order: 280,
  about: '质量检查岗位每月逐网点抽审服务记录，一项服务一个网点一行，填条数，不填百分比。',
  date: 'date',
  location: 'location',
  sequence: null,
  columns,
  key: ['date', 'service', 'location'],
  rules: [
    atMost(columns, 'sound', 'sampled'),
    atMost(columns, 'timely', 'sampled'),
    {
      columns: ['finding', 'sound', 'sampled', 'timely'],
      words: '完整准确或及时录入的条数少于抽审条数的，写明问题；没有问题的留空。',
      check: (row) =>
        (row.sound < row.sampled || row.timely < row.sampled) !== (row.finding !== null)
          ? {
              message: `抽审 ${row.sampled} 条，完整准确 ${row.sound} 条，及时录入 ${row.timely} 条，但“问题”${row.finding === null ? '为空' : '已填写'}`,
              hint: '有问题的要写明是什么，没有问题要留空',
            }
          : null,
    },
    {
      columns: ['corrected', 'date'],
      words: '更正日期不早于审查日期。',
      check: (row) =>
        row.corrected !== null && row.corrected < row.date ? { message: '“更正日期”早于审查日期', hint: '请核对两个日期' } : null,
    },
  ],
});
