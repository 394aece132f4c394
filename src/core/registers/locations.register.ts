import { defineRegister } from './register.ts';

export default defineRegister({
  id: 'locations',
  name: '网点',
  order: 20,
  about: '服务覆盖的网点及其起止日期。',
  key: ['id'],
  spellings: ['id', 'name'],
  columns: {
    id: { name: '网点编号', type: 'id', required: true, pattern: /^W\d{2}$/u, shape: 'W01', example: 'W01' },
    name: { name: '网点名称', type: 'text', required: true, example: '市分行机关' },
    kind: { name: '类型', type: 'choice', required: true, example: '支行', values: { 机关: [], 支行: [], 营业所: [] } },
    from: { name: '启用日期', type: 'date', required: true, example: '2024-11-01' },
    to: { name: '停用日期', type: 'date', required: false, example: '2027-10-31' },
    order: { name: '序号', type: 'integer', required: true, min: 1, unit: '', example: '1' },
  },
});
