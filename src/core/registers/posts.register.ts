import { defineRegister } from './register.ts';

export default defineRegister({
  id: 'posts',
  name: '岗位',
  order: 40,
  about: '岗位代码代替姓名，台账里只写代码。',
  key: ['id'],
  spellings: ['id'],
  columns: {
    id: { name: '岗位代码', type: 'id', required: true, pattern: /^[A-Z]{2}-\d{2}$/u, shape: 'BJ-01', example: 'BJ-01' },
    name: { name: '岗位名称', type: 'text', required: true, example: '保洁员一岗' },
    service: { name: '服务', type: 'reference', register: 'services', required: false, note: '管理岗位留空', example: '保洁' },
    order: { name: '序号', type: 'integer', required: true, min: 1, unit: '', example: '1' },
  },
});
