import type { Columns } from '../csv/column.ts';
import { defineLog } from './log.ts';

const columns = {
  date: { name: '计划日期', type: 'date', required: true, example: '2026-09-16' },
  device: { name: '设备编号', type: 'reference', register: 'equipment', required: true, example: 'W01-P1' },
  kind: {
    name: '保养类别',
    type: 'choice',
    required: true,
    example: '月度保养',
    values: { 月度保养: ['月保'], 季度保养: ['季保'] },
  },
  content: { name: '保养内容', type: 'text', required: true, example: '除尘，紧固端子，检查回路标识' },
  result: { name: '结果', type: 'choice', required: true, example: '完成', values: { 完成: ['√', '✓'], 未完成: ['×'] } },
  done: { name: '完成时间', type: 'moment', required: false, note: '完成时必填', example: '2026-09-16 12:10' },
  condition: {
    name: '保养后运行',
    type: 'choice',
    required: false,
    note: '完成时必填',
    example: '正常',
    values: { 正常: ['√'], 异常: ['×'] },
  },
  note: { name: '说明', type: 'text', required: false, note: '未完成或运行异常时必填', example: '当日不具备停电条件' },
  staff: { name: '保养岗位', type: 'reference', register: 'posts', required: true, example: 'DG-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'maintenance',
  name: '设备保养',
  order: 260,
  about: '电工岗位按排期保养用电设备，一台设备一次一行，没有完成的也要记。',
  date: 'date',
  location: 'device',
  sequence: null,
  columns,
  key: ['date', 'device', 'kind'],
  rules: [
    {
      columns: ['done', 'result', 'condition'],
      words: '完成的填完成时间和保养后运行，未完成的两栏都留空。',
      check: (row) => {
        const wanted = row.result === '完成';
        if ((row.done !== null) === wanted && (row.condition !== null) === wanted) return null;
        return wanted
          ? { message: '保养已完成，但没有填“完成时间”或“保养后运行”', hint: '两栏都要填写' }
          : { message: '保养未完成，却填了“完成时间”或“保养后运行”', hint: '未完成的要留空' };
      },
    },
    {
      columns: ['done', 'date'],
      words: '完成时间不早于计划日期所在的月份。',
      check: (row) =>
        row.done !== null && row.done.slice(0, 7) < row.date.slice(0, 7)
          ? { message: '“完成时间”早于计划日期所在的月份', hint: '请核对两个日期' }
          : null,
    },
    {
      columns: ['note', 'result', 'condition'],
      words: '未完成或保养后运行异常的，写明说明。',
      check: (row) =>
        (row.result === '未完成' || row.condition === '异常') && row.note === null
          ? { message: '保养未完成或保养后运行异常，但没有写“说明”', hint: '请写明原因和怎样处理' }
          : null,
    },
  ],
});
