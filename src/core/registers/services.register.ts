import { defineRegister } from './register.ts';

export default defineRegister({
  id: 'services',
  name: '服务',
  order: 10,
  about: '合同约定的服务种类。',
  key: ['id'],
  spellings: ['id', 'name', 'short'],
  columns: {
    id: { name: '服务代码', type: 'id', required: true, pattern: /^[a-z]+$/u, shape: 'cleaning', example: 'cleaning' },
    name: { name: '服务名称', type: 'text', required: true, example: '卫生保洁' },
    short: { name: '简称', type: 'text', required: true, example: '保洁' },
    order: { name: '序号', type: 'integer', required: true, min: 1, unit: '', example: '1' },
  },
});
