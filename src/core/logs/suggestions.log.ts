import type { Columns } from '../csv/column.ts';
import { defineLog, running } from './log.ts';

const columns = {
  id: { name: '建议编号', type: 'id', required: true, example: 'JY-202609-001', ...running('JY') },
  date: { name: '日期', type: 'date', required: true, example: '2026-09-10' },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  summary: { name: '建议内容', type: 'text', required: true, example: '雨天在入口加铺吸水垫' },
  valid: {
    name: '是否有效',
    type: 'choice',
    required: true,
    note: '评审认为可行的为有效',
    example: '有效',
    values: { 有效: ['是'], 无效: ['否'], 待评审: [] },
  },
  adopted: {
    name: '是否采纳',
    type: 'choice',
    required: true,
    example: '采纳',
    values: { 采纳: ['是'], 未采纳: ['否'], 待定: [] },
  },
  effect: { name: '实施效果', type: 'text', required: false, example: '滑倒风险下降' },
  proposer: { name: '提出岗位', type: 'reference', register: 'posts', required: false, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'suggestions',
  name: '改进建议',
  order: 60,
  about: '员工和客户提出的改进建议，由持续改进岗位登记并组织评审。',
  date: 'date',
  location: null,
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [],
});
