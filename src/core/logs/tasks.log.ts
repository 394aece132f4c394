import type { Columns } from '../csv/column.ts';
import { defineLog } from './log.ts';

const columns = {
  planned: { name: '计划日期', type: 'date', required: true, example: '2026-09-01' },
  plan: {
    name: '计划编号',
    type: 'reference',
    register: 'schedule',
    required: true,
    note: '排期名录中的编号',
    example: 'JH-001',
  },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  task: { name: '作业项目', type: 'text', required: true, example: '地毯深度清洁' },
  due: { name: '计划完成时间', type: 'moment', required: true, example: '2026-09-01 11:00' },
  done: { name: '实际完成时间', type: 'moment', required: false, note: '没有完成时留空', example: '2026-09-01 10:40' },
  result: { name: '结果', type: 'choice', required: true, example: '完成', values: { 完成: ['√', '✓'], 未完成: ['×'] } },
  reason: { name: '未完成原因', type: 'text', required: false, note: '结果为未完成时必填', example: '会议室被占用' },
  staff: { name: '作业岗位', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'tasks',
  name: '计划任务',
  order: 30,
  about: '排期名录中到期的定期作业（深度清洁、绿植养护、消杀、保养等），一次一行，没有完成的也要记。',
  date: 'planned',
  location: 'location',
  sequence: null,
  columns,
  key: ['plan', 'planned'],
  rules: [
    {
      columns: ['done', 'result'],
      words: '完成的填实际完成时间，未完成的留空。',
      check: (row) =>
        (row.result === '完成') !== (row.done !== null)
          ? {
              message: `结果为“${row.result}”但“实际完成时间”${row.done === null ? '为空' : '已填写'}`,
              hint: '完成的要填实际完成时间，未完成的要留空',
            }
          : null,
    },
    {
      columns: ['reason', 'result'],
      words: '未完成的写明未完成原因。',
      check: (row) =>
        row.result === '未完成' && row.reason === null ? { message: '未完成但没有写“未完成原因”', hint: '请写明原因' } : null,
    },
  ],
});
