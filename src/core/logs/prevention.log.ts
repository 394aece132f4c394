import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore, running } from './log.ts';

const columns = {
  id: { name: '预防编号', type: 'id', required: true, example: 'YF-202609-001', ...running('YF') },
  date: { name: '评价日期', type: 'date', required: true, example: '2026-09-28' },
  fault: { name: '常见故障', type: 'text', required: true, example: '照明开关接触不良' },
  measure: { name: '预防措施', type: 'text', required: true, example: '同批开关逐个检查，触点氧化的更换' },
  due: { name: '计划落实日期', type: 'date', required: true, example: '2026-06-25' },
  done: { name: '落实日期', type: 'date', required: false, note: '已落实时必填', example: '2026-06-22' },
  result: { name: '落实情况', type: 'choice', required: true, example: '已落实', values: { 已落实: ['√'], 未落实: ['×'] } },
  before: {
    name: '措施前故障数',
    type: 'integer',
    required: true,
    min: 0,
    unit: '次',
    note: '计划落实前三个月的同类故障',
    example: '2',
  },
  after: {
    name: '措施后故障数',
    type: 'integer',
    required: true,
    min: 0,
    unit: '次',
    note: '其后三个月的同类故障，到评价月末为止',
    example: '0',
  },
  trend: {
    name: '故障变化',
    type: 'choice',
    required: true,
    example: '下降',
    values: { 下降: ['减少'], 持平: ['不变'], 上升: ['增加'] },
  },
  note: { name: '说明', type: 'text', required: false, note: '未落实或故障上升时必填', example: '等待停电窗口' },
  owner: { name: '责任岗位', type: 'reference', register: 'posts', required: true, example: 'DG-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'prevention',
  name: '预防措施',
  order: 270,
  about: '针对常见用电故障的预防措施，前后各看三个月，在评价的月份一项一行；没有可评价的月份填零报告。',
  date: 'date',
  location: null,
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [
    notBefore(columns, 'due', 'date'),
    {
      columns: ['done', 'result'],
      words: '已落实的填落实日期，未落实的留空。',
      check: (row) =>
        (row.result === '已落实') !== (row.done !== null)
          ? {
              message: `落实情况为“${row.result}”但“落实日期”${row.done === null ? '为空' : '已填写'}`,
              hint: '已落实的要填落实日期，未落实的要留空',
            }
          : null,
    },
    {
      columns: ['trend', 'after', 'before'],
      words: '故障变化由措施前后的次数决定：少了填“下降”，多了填“上升”，一样填“持平”。',
      check: (row) => {
        const right = row.after < row.before ? '下降' : row.after > row.before ? '上升' : '持平';
        return row.trend === right
          ? null
          : {
              message: `措施前 ${row.before} 次、措施后 ${row.after} 次，“故障变化”却填了“${row.trend}”`,
              hint: `这里应为“${right}”；请核对两个次数`,
            };
      },
    },
    {
      columns: ['note', 'result', 'trend'],
      words: '未落实或故障上升的，写明说明。',
      check: (row) =>
        (row.result === '未落实' || row.trend === '上升') && row.note === null
          ? { message: '未落实或故障上升，但没有写“说明”', hint: '请写明原因和下一步怎样做' }
          : null,
    },
  ],
});
