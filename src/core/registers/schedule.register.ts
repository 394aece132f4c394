import { defineRegister } from './register.ts';

export default defineRegister({
  id: 'schedule',
  name: '排期',
  order: 70,
  about: '应当发生的定期作业、检查和巡检；应做次数由本表与日历推算，不由收到的行数推算。',
  key: ['id'],
  spellings: ['id'],
  columns: {
    id: { name: '计划编号', type: 'id', required: true, pattern: /^JH-\d{3,4}$/u, shape: 'JH-001', example: 'JH-001' },
    log: { name: '台账', type: 'reference', register: 'logs', required: true, note: '完成后记入的台账', example: 'tasks' },
    service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
    location: {
      name: '网点编号',
      type: 'reference',
      register: 'locations',
      required: false,
      note: '不分网点的作业留空',
      example: 'W01',
    },
    area: { name: '区域编号', type: 'reference', register: 'areas', required: false, example: 'W01-A1' },
    device: { name: '设备编号', type: 'reference', register: 'equipment', required: false, example: 'W01-P1' },
    item: { name: '项目', type: 'text', required: true, note: '与台账中的作业项目、检查项目或类别一致', example: '地毯深度清洁' },
    frequency: {
      name: '频次',
      type: 'choice',
      required: true,
      example: '每日',
      values: { 每日: [], 每工作日: [], 每周: [], 每月: [], 每季度: [] },
    },
    from: { name: '起始日期', type: 'date', required: true, example: '2024-11-01' },
    to: { name: '终止日期', type: 'date', required: false, example: '2027-10-31' },
  },
});
