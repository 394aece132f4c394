import type { Columns } from '../csv/column.ts';
import { defineLog, running } from './log.ts';

const columns = {
  id: { name: '答卷编号', type: 'id', required: true, example: 'DJ-202609-001', ...running('DJ') },
  date: { name: '日期', type: 'date', required: true, example: '2026-09-20' },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  question: { name: '题目', type: 'choice', required: true, example: '总体满意度', values: { 总体满意度: [], 绿植美观: [] } },
  score: {
    name: '评分',
    type: 'integer',
    required: true,
    min: 1,
    max: 5,
    unit: '分',
    note: '五分制：5 很满意，1 很不满意；4 分及以上计为满意',
    example: '5',
  },
  valid: { name: '是否有效', type: 'choice', required: true, example: '有效', values: { 有效: ['是'], 无效: ['否'] } },
  comment: { name: '意见', type: 'text', required: false, note: '不写姓名和电话', example: '大堂很干净' },
} as const satisfies Columns;

export default defineLog({
  id: 'surveys',
  name: '满意度答卷',
  order: 40,
  about: '满意度调查回收的答卷，一份答卷对一项服务的一道题记一行，不记答卷人姓名。',
  date: 'date',
  location: 'location',
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [],
});
