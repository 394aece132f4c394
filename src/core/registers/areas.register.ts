import { defineRegister } from './register.ts';

export default defineRegister({
  id: 'areas',
  name: '区域',
  order: 30,
  about: '网点内的检查区域，区域类别决定它属于哪些指标。',
  key: ['id'],
  spellings: ['id', 'name'],
  columns: {
    id: { name: '区域编号', type: 'id', required: true, pattern: /^W\d{2}-[A-Z]\d$/u, shape: 'W01-A1', example: 'W01-A1' },
    location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
    name: { name: '区域名称', type: 'text', required: true, example: '一楼大堂' },
    kind: {
      name: '区域类别',
      type: 'choice',
      required: true,
      example: '公共区域',
      values: { 公共区域: [], 卫生间: [], 办公室: [], 绿植区: [], 设备间: [], 用电设备: [] },
    },
    order: { name: '序号', type: 'integer', required: true, min: 1, unit: '', example: '1' },
  },
});
