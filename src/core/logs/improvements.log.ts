import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore, running } from './log.ts';

const columns = {
  id: { name: '措施编号', type: 'id', required: true, example: 'GJ-202609-001', ...running('GJ') },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  source: {
    name: '来源',
    type: 'choice',
    required: true,
    example: '客户反馈',
    values: { 客户反馈: [], 改进建议: ['员工建议'], 内部监督: [], 第三方评估: [], 数据分析: [], 事故与故障: [] },
  },
  problem: { name: '问题', type: 'text', required: true, example: '雨天门厅地面湿滑' },
  measure: { name: '改进措施', type: 'text', required: true, example: '雨天加铺吸水垫，每小时拖干一次' },
  raised: { name: '提出日期', type: 'date', required: true, example: '2026-08-12' },
  due: { name: '计划完成日期', type: 'date', required: true, note: '按此日期归入月份', example: '2026-09-15' },
  done: { name: '实施日期', type: 'date', required: false, note: '已实施时必填', example: '2026-09-10' },
  result: {
    name: '实施情况',
    type: 'choice',
    required: true,
    note: '客户同意取消的填已取消',
    example: '已实施',
    values: { 已实施: ['√', '是'], 未实施: ['×', '否'], 已取消: [] },
  },
  effect: { name: '成效', type: 'text', required: false, example: '当月没有再滑倒' },
  reason: { name: '未实施原因', type: 'text', required: false, note: '未实施、已取消时必填', example: '等待采购到货' },
  owner: { name: '责任岗位', type: 'reference', register: 'posts', required: true, example: 'GL-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'improvements',
  name: '改进措施',
  order: 140,
  about: '当月到期的改进措施，由项目管理岗位一项一行登记是否已经实施和成效；还没有到期的不登。',
  date: 'due',
  location: null,
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [
    notBefore(columns, 'raised', 'due'),
    notBefore(columns, 'raised', 'done'),
    {
      columns: ['done', 'result'],
      words: '已实施的填实施日期，其余留空。',
      check: (row) =>
        (row.result === '已实施') !== (row.done !== null)
          ? {
              message: `实施情况为“${row.result}”但“实施日期”${row.done === null ? '为空' : '已填写'}`,
              hint: '已实施的要填实施日期，其余要留空',
            }
          : null,
    },
    {
      columns: ['reason', 'result'],
      words: '未实施或已取消的写明未实施原因，已实施的留空。',
      check: (row) =>
        (row.result !== '已实施') !== (row.reason !== null)
          ? {
              message: `实施情况为“${row.result}”但“未实施原因”${row.reason === null ? '为空' : '已填写'}`,
              hint: '未实施或已取消要写明原因，已实施要留空',
            }
          : null,
    },
  ],
});
