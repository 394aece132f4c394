import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore, running } from './log.ts';

const columns = {
  id: { name: '工单号', type: 'id', required: true, example: 'BX-202609-001', ...running('BX') },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  device: { name: '设备编号', type: 'reference', register: 'equipment', required: true, example: 'W01-P1' },
  fault: { name: '故障现象', type: 'text', required: true, example: '照明回路跳闸' },
  reported: { name: '报修时间', type: 'moment', required: true, example: '2026-09-01 09:10' },
  responded: { name: '响应时间', type: 'moment', required: false, example: '2026-09-01 09:25' },
  repaired: { name: '修复时间', type: 'moment', required: false, example: '2026-09-01 11:00' },
  diagnosis: { name: '故障判断', type: 'choice', required: true, example: '准确', values: { 准确: [], 误判: [], 漏判: [] } },
  cause: { name: '原因', type: 'text', required: false, example: '触点氧化' },
  exception: {
    name: '特殊情况',
    type: 'text',
    required: false,
    note: '仅限等待配件、外部停电、客户要求延期等，写明理由',
    example: '等待配件',
  },
  staff: { name: '维修岗位', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'faults',
  name: '故障维修',
  order: 120,
  about: '用电故障报修与修复，一单一行，流水号每月从 001 起连续。',
  date: 'reported',
  location: 'location',
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [notBefore(columns, 'reported', 'responded'), notBefore(columns, 'reported', 'repaired')],
});
