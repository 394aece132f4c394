import type { Columns } from '../csv/column.ts';
import { defineLog, running } from './log.ts';

const columns = {
  id: { name: '事故编号', type: 'id', required: true, example: 'SG-202609-001', ...running('SG') },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  occurred: { name: '发生时间', type: 'moment', required: true, example: '2026-09-12 14:20' },
  kind: {
    name: '类别',
    type: 'choice',
    required: true,
    example: '安全事故',
    values: { 安全事故: [], 用电事故: [], 环境污染: [], 财产损失: [] },
  },
  severity: { name: '等级', type: 'choice', required: true, example: '一般', values: { 轻微: [], 一般: [], 重大: [] } },
  cause: { name: '原因', type: 'text', required: true, example: '地面湿滑未设警示牌' },
  action: { name: '处理措施', type: 'text', required: true, example: '补设警示牌，班前会通报' },
  closed: { name: '办结日期', type: 'date', required: false, example: '2026-09-14' },
} as const satisfies Columns;

export default defineLog({
  id: 'incidents',
  name: '事故',
  order: 70,
  about: '服务过程中发生的安全、用电、环境和财产事故；没有事故的月份在交付清单填 0 行（零报告）。',
  date: 'occurred',
  location: 'location',
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [
    {
      columns: ['closed', 'occurred'],
      words: '办结日期不早于发生的那一天。',
      check: (row) =>
        row.closed !== null && row.closed < row.occurred.slice(0, 10)
          ? { message: '“办结日期”早于发生时间', hint: '请核对两个日期' }
          : null,
    },
  ],
});
