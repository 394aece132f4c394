import type { Columns } from '../csv/column.ts';
import { defineLog } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-01' },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, note: '到场的网点', example: 'W01' },
  mode: {
    name: '监督方式',
    type: 'choice',
    required: true,
    note: '现场监督指作业时到场',
    example: '日常监督',
    values: { 日常监督: [], 定期监督: [], 现场监督: ['旁站'], 不定期抽查: ['抽查'] },
  },
  scope: { name: '监督内容', type: 'text', required: true, example: '大厅地面和卫生间作业过程' },
  result: {
    name: '结果',
    type: 'choice',
    required: true,
    example: '达标',
    values: { 达标: ['√', '合格'], 发现问题: ['×', '不合格'] },
  },
  finding: { name: '发现问题', type: 'text', required: false, note: '结果为发现问题时必填', example: '拖布未分区使用' },
  rectified: { name: '整改完成时间', type: 'moment', required: false, note: '问题已整改时填写', example: '2026-09-01 15:30' },
  supervisor: { name: '监督岗位', type: 'reference', register: 'posts', required: true, example: 'ZJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'supervision',
  name: '内部监督',
  order: 150,
  about: '质量检查岗位按排期到现场的内部监督和不定期抽查，一次监督一行，写明到场的网点、结果和整改。',
  date: 'date',
  location: 'location',
  sequence: null,
  columns,
  key: ['date', 'service', 'location', 'mode'],
  rules: [
    {
      columns: ['finding', 'result'],
      words: '发现问题的写明是什么，达标的留空。',
      check: (row) =>
        (row.result === '发现问题') !== (row.finding !== null)
          ? {
              message: `结果为“${row.result}”但“发现问题”${row.finding === null ? '为空' : '已填写'}`,
              hint: '发现问题要写明是什么，达标要留空',
            }
          : null,
    },
    {
      columns: ['rectified', 'result', 'date'],
      words: '整改完成时间只在发现问题时填写，并且不早于监督日期。',
      check: (row) => {
        if (row.rectified === null) return null;
        if (row.result === '达标') return { message: '结果为“达标”却填了“整改完成时间”', hint: '整改完成时间只在发现问题时填写' };
        return row.rectified.slice(0, 10) < row.date ? { message: '“整改完成时间”早于监督日期', hint: '请核对两个日期' } : null;
      },
    },
  ],
});
