import { defineRegister } from './register.ts';

export default defineRegister({
  id: 'equipment',
  name: '设备',
  order: 50,
  about: '纳入巡检的用电设备。',
  key: ['id'],
  spellings: ['id'],
  columns: {
    id: { name: '设备编号', type: 'id', required: true, pattern: /^W\d{2}-[A-Z]\d$/u, shape: 'W01-P1', example: 'W01-P1' },
    location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
    name: { name: '设备名称', type: 'text', required: true, example: '一层配电箱' },
    kind: {
      name: '设备类别',
      type: 'choice',
      required: true,
      example: '配电箱',
      values: { 配电箱: [], 开关插座: [], 照明: [], 电线电缆: [] },
    },
    order: { name: '序号', type: 'integer', required: true, min: 1, unit: '', example: '1' },
  },
});
