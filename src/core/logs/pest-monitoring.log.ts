import type { Columns } from '../csv/column.ts';
import { defineLog } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-03' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  point: { name: '监测点', type: 'id', required: true, pattern: /^D\d{2}$/u, shape: 'D01', example: 'D01' },
  pest: {
    name: '虫害种类',
    type: 'choice',
    required: true,
    example: '蜚蠊',
    values: { 鼠: ['老鼠'], 蚊: ['蚊虫'], 蝇: ['苍蝇'], 蜚蠊: ['蟑螂'] },
  },
  method: {
    name: '监测方法',
    type: 'choice',
    required: true,
    example: '粘捕',
    values: { 粘捕: ['粘蟑纸'], 诱蚊灯: [], 粘鼠板: [], 目视: [] },
  },
  caught: { name: '捕获数', type: 'integer', required: true, min: 0, max: 500, unit: '只', example: '0' },
  threshold: {
    name: '控制阈值',
    type: 'integer',
    required: true,
    min: 0,
    unit: '只',
    note: '监测方案规定的该点上限',
    example: '1',
  },
  exceeded: {
    name: '是否超标',
    type: 'choice',
    required: true,
    note: '捕获数大于控制阈值为是',
    example: '否',
    values: { 否: ['×'], 是: ['√'] },
  },
  verified: {
    name: '复核',
    type: 'choice',
    required: true,
    example: '一致',
    values: { 一致: [], 漏报: [], 误报: [], 未复核: [] },
  },
  action: { name: '处理措施', type: 'text', required: false, note: '超过阈值时必填', example: '加布毒饵站' },
  staff: { name: '监测岗位', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'pest-monitoring',
  name: '虫害监测',
  order: 100,
  about: '虫控岗位按监测周期逐点记录捕获数并与控制阈值比较。',
  date: 'date',
  location: 'location',
  sequence: null,
  columns,
  key: ['date', 'location', 'point', 'pest'],
  rules: [
    {
      columns: ['exceeded', 'caught', 'threshold'],
      words: '捕获数大于控制阈值的，是否超标填“是”，否则填“否”。',
      check: (row) =>
        (row.exceeded === '是') === row.caught > row.threshold
          ? null
          : {
              message: `捕获数 ${row.caught}、控制阈值 ${row.threshold}，“是否超标”却填了“${row.exceeded}”`,
              hint: '捕获数大于控制阈值填“是”，否则填“否”',
            },
    },
    {
      columns: ['action', 'caught', 'threshold'],
      words: '超过控制阈值的，写明处理措施。',
      check: (row) =>
        row.caught > row.threshold && row.action === null
          ? { message: `捕获数 ${row.caught} 超过控制阈值 ${row.threshold}，但没有写“处理措施”`, hint: '请写明采取的措施' }
          : null,
    },
  ],
});
