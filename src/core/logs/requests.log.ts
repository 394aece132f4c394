import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore, running } from './log.ts';

const columns = {
  id: { name: '单号', type: 'id', required: true, example: 'QQ-202609-001', ...running('QQ') },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  priority: { name: '紧急程度', type: 'choice', required: true, example: '一般', values: { 一般: ['普通'], 紧急: ['加急'] } },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  subject: { name: '请求内容', type: 'text', required: true, example: '大堂地面打翻饮料，请清理' },
  reported: { name: '报修时间', type: 'moment', required: true, note: '客户提出请求的时间', example: '2026-09-01 09:10' },
  responded: {
    name: '响应时间',
    type: 'moment',
    required: false,
    note: '到场或答复处理安排的时间；月末仍未响应时留空',
    example: '2026-09-01 09:25',
  },
  completed: { name: '完成时间', type: 'moment', required: false, example: '2026-09-01 09:50' },
  outcome: {
    name: '处理结果',
    type: 'choice',
    required: true,
    example: '已完成',
    values: { 已完成: [], 处理中: [], 无法处理: [] },
  },
  exception: {
    name: '特殊情况',
    type: 'text',
    required: false,
    note: '仅写方案允许的特殊情况及理由，写了即不计入及时率',
    example: '客户要求改期',
  },
  staff: { name: '处理岗位', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'requests',
  name: '服务请求',
  order: 20,
  about: '客户提出的计划外服务请求，由受理岗位逐单登记，流水号每月从 001 起连续。',
  date: 'reported',
  location: 'location',
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [
    notBefore(columns, 'reported', 'responded'),
    notBefore(columns, 'reported', 'completed'),
    notBefore(columns, 'responded', 'completed'),
  ],
});
