import type { Columns } from '../csv/column.ts';
import { atMost, defineLog } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-08' },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  kind: {
    name: '培训类别',
    type: 'choice',
    required: true,
    example: '安全培训',
    values: { 安全培训: [], 技能培训: [], 应急演练: [] },
  },
  topic: { name: '培训内容', type: 'text', required: true, example: '湿滑地面警示和登高作业' },
  required: {
    name: '应训人数',
    type: 'integer',
    required: true,
    min: 1,
    unit: '人',
    note: '该项服务当月在岗的人数',
    example: '6',
  },
  attended: { name: '参训人数', type: 'integer', required: true, min: 0, unit: '人', note: '含月内补训的人数', example: '6' },
  passed: { name: '考核合格人数', type: 'integer', required: true, min: 0, unit: '人', example: '6' },
  absence: {
    name: '缺训说明',
    type: 'text',
    required: false,
    note: '有人没有参训或没有考核合格时必填',
    example: '一人休假，下月补训',
  },
  effect: { name: '培训效果', type: 'text', required: false, example: '提问抽查全部答对' },
  trainer: { name: '培训岗位', type: 'reference', register: 'posts', required: true, example: 'GL-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'trainings',
  name: '培训',
  order: 180,
  about: '按排期举办的安全培训、技能培训和演练，一项服务一次一行，只记人数，不记姓名。',
  date: 'date',
  location: null,
  sequence: null,
  columns,
  key: ['date', 'service', 'kind', 'topic'],
  rules: [
    atMost(columns, 'attended', 'required'),
    atMost(columns, 'passed', 'attended'),
    {
      columns: ['absence', 'passed', 'required'],
      words: '考核合格人数少于应训人数的，写明缺训说明。',
      check: (row) =>
        row.passed < row.required && row.absence === null
          ? {
              message: `应训 ${row.required} 人，考核合格 ${row.passed} 人，但没有写“缺训说明”`,
              hint: '请写明几人因何没有参训或没有合格',
            }
          : null,
    },
  ],
});
