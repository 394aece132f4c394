import type { Columns } from '../csv/column.ts';
import { defineLog } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-01' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  kind: {
    name: '巡检类别',
    type: 'choice',
    required: true,
    example: '日常',
    values: { 日常: ['日检'], 深度: ['周检'], 全面: ['月检'] },
  },
  device: { name: '设备编号', type: 'reference', register: 'equipment', required: true, example: 'W01-P1' },
  status: { name: '设备状态', type: 'choice', required: true, example: '正常', values: { 正常: ['√'], 异常: ['×'] } },
  defect: { name: '隐患描述', type: 'text', required: false, note: '状态为异常时必填', example: '断路器温升偏高' },
  rectified: { name: '闭环时间', type: 'moment', required: false, example: '2026-09-01 16:00' },
  staff: { name: '巡检岗位', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'electrical-inspections',
  name: '用电巡检',
  order: 110,
  about: '持证电工岗位的日常、深度和全面巡检，一台设备一次一行；发现隐患只记录和上报，处置记在故障维修。',
  date: 'date',
  location: 'location',
  sequence: null,
  columns,
  key: ['date', 'device', 'kind'],
  rules: [
    {
      columns: ['defect', 'status'],
      words: '设备状态异常的写隐患描述，正常的留空。',
      check: (row) =>
        (row.status === '异常') !== (row.defect !== null)
          ? {
              message: `设备状态为“${row.status}”但“隐患描述”${row.defect === null ? '为空' : '已填写'}`,
              hint: '异常要写隐患描述，正常要留空',
            }
          : null,
    },
  ],
});
