import type { Columns } from '../csv/column.ts';
import { defineLog, running } from './log.ts';

const columns = {
  id: { name: '评估编号', type: 'id', required: true, example: 'PG-202606-001', ...running('PG') },
  date: { name: '报告日期', type: 'date', required: true, example: '2026-06-24' },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  agency: { name: '评估机构', type: 'text', required: true, note: '只写机构，不写评估人员姓名', example: '第三方质量评估机构' },
  scope: { name: '评估范围', type: 'text', required: true, example: '全部网点，指标、现场和记录' },
  score: { name: '得分', type: 'integer', required: true, min: 0, max: 100, unit: '分', example: '92' },
  conflict: {
    name: '利益关系',
    type: 'choice',
    required: true,
    note: '评估机构与双方有没有利益关系',
    example: '无',
    values: { 无: ['×', '否'], 有: ['√', '是'] },
  },
  approved: {
    name: '双方认可',
    type: 'choice',
    required: true,
    note: '评估机构是否经双方书面认可',
    example: '是',
    values: { 是: ['√'], 否: ['×'] },
  },
  finding: { name: '主要问题', type: 'text', required: false, example: '个别网点记录补填' },
  action: { name: '后续措施', type: 'text', required: false, note: '写了主要问题时必填', example: '列入改进措施' },
} as const satisfies Columns;

export default defineLog({
  id: 'third-party',
  name: '第三方评估',
  order: 160,
  about: '收到的第三方评估报告，一份报告对一项服务的结论记一行；没有报告的月份在交付清单填 0 行（零报告）。',
  date: 'date',
  location: null,
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [
    {
      columns: ['action', 'finding'],
      words: '写了主要问题的，也要写后续措施。',
      check: (row) =>
        row.finding !== null && row.action === null
          ? { message: '写了“主要问题”但没有写“后续措施”', hint: '请写明怎样改进，或说明为什么不改' }
          : null,
    },
  ],
});
