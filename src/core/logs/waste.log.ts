import type { Columns } from '../csv/column.ts';
import { atMost, defineLog } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-01' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  kind: { name: '类别', type: 'choice', required: true, example: '清运', values: { 收集: [], 清运: [], 分类抽查: [] } },
  overflow: { name: '是否满溢', type: 'choice', required: true, example: '否', values: { 否: ['×', '无'], 是: ['√', '有'] } },
  piled: { name: '是否堆积', type: 'choice', required: true, example: '否', values: { 否: ['×', '无'], 是: ['√', '有'] } },
  sampled: { name: '抽查件数', type: 'integer', required: false, min: 1, unit: '件', note: '分类抽查时必填', example: '20' },
  correct: { name: '分类正确件数', type: 'integer', required: false, min: 0, unit: '件', note: '分类抽查时必填', example: '19' },
  staff: { name: '作业岗位', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'waste',
  name: '垃圾处理',
  order: 80,
  about: '每个网点每日的垃圾收集和清运各记一行；分类抽查记抽查件数和正确件数。',
  date: 'date',
  location: 'location',
  sequence: null,
  columns,
  key: ['date', 'location', 'kind'],
  rules: [
    atMost(columns, 'correct', 'sampled'),
    {
      columns: ['sampled', 'correct', 'kind'],
      words: '分类抽查的填抽查件数和分类正确件数，其他类别的两栏都留空。',
      check: (row) => {
        const filled = row.sampled !== null && row.correct !== null;
        const blank = row.sampled === null && row.correct === null;
        if (row.kind === '分类抽查' ? filled : blank) return null;
        return row.kind === '分类抽查'
          ? { message: '分类抽查没有填全“抽查件数”和“分类正确件数”', hint: '两个件数都要填' }
          : { message: `类别为“${row.kind}”却填了抽查件数`, hint: '抽查件数只在分类抽查时填写' };
      },
    },
  ],
});
