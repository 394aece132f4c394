import { defineRegister } from './register.ts';

export default defineRegister({
  id: 'plants',
  name: '绿植品种',
  order: 60,
  about: '准入的绿植品种。',
  key: ['id'],
  spellings: ['id', 'name'],
  columns: {
    id: { name: '品种编号', type: 'id', required: true, pattern: /^P\d{2}$/u, shape: 'P01', example: 'P01' },
    name: { name: '植物名称', type: 'text', required: true, example: '绿萝' },
    toxic: { name: '有毒品种', type: 'choice', required: true, example: '否', values: { 否: [], 是: [] } },
    order: { name: '序号', type: 'integer', required: true, min: 1, unit: '', example: '1' },
  },
});
