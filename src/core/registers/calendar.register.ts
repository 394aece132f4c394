import { defineRegister } from './register.ts';

export default defineRegister({
  id: 'calendar',
  name: '工作日历',
  order: 80,
  about: '按国务院办公厅每年放假通知列出节假日和调休上班日；未列出的周一至周五为工作日。',
  key: ['date'],
  spellings: [],
  columns: {
    date: { name: '日期', type: 'date', required: true, example: '2026-10-01' },
    kind: { name: '类型', type: 'choice', required: true, example: '节假日', values: { 节假日: [], 调休上班: [] } },
    name: { name: '说明', type: 'text', required: true, example: '国庆节' },
  },
});
