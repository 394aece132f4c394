import { defineRegister } from './register.ts';

export default defineRegister({
  id: 'agents',
  name: '药剂',
  order: 65,
  about: '虫控消杀使用的药剂；登记证和标准只写有无，不写证号。',
  key: ['id'],
  spellings: ['id', 'name'],
  columns: {
    id: { name: '药剂编号', type: 'id', required: true, pattern: /^Y\d{2}$/u, shape: 'Y01', example: 'Y01' },
    name: { name: '药剂名称', type: 'text', required: true, example: '灭蟑胶饵' },
    form: {
      name: '剂型',
      type: 'choice',
      required: true,
      example: '胶饵',
      values: { 胶饵: [], 饵剂: [], 悬浮剂: [], 水乳剂: [], 颗粒剂: [] },
    },
    licence: { name: '登记证', type: 'choice', required: true, example: '有', values: { 有: ['√'], 无: ['×'] } },
    standard: { name: '执行标准', type: 'choice', required: true, example: '有', values: { 有: ['√'], 无: ['×'] } },
    toxicity: {
      name: '毒性级别',
      type: 'choice',
      required: true,
      example: '微毒',
      values: { 微毒: [], 低毒: [], 中等毒: [], 高毒: [] },
    },
    unit: { name: '计量单位', type: 'choice', required: true, example: '克', values: { 克: [], 毫升: [] } },
    order: { name: '序号', type: 'integer', required: true, min: 1, unit: '', example: '1' },
  },
});
