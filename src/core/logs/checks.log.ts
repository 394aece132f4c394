import type { Columns } from '../csv/column.ts';
import { defineLog } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-01' },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  area: { name: '区域编号', type: 'reference', register: 'areas', required: true, example: 'W01-A1' },
  item: {
    name: '检查项目',
    type: 'choice',
    required: true,
    example: '地面',
    values: {
      地面: [],
      墙面: [],
      设施: [],
      地面和墙面: ['地面墙面'],
      洁具: [],
      桌面: ['台面'],
      设备: [],
      摆放与美观: [],
      枯枝黄叶: [],
      操作规范: [],
      环保: [],
      清洁: [],
    },
  },
  method: {
    name: '检查方法',
    type: 'choice',
    required: true,
    example: '目视',
    values: { 目视: [], 白手套: ['白手套测试'], 消毒试纸: [], 白手套加嗅觉: [], 现场监督: [] },
  },
  result: {
    name: '结果',
    type: 'choice',
    required: true,
    example: '合格',
    values: { 合格: ['√', '✓', '✔'], 不合格: ['×', '✗', '✘'], 未检: [] },
  },
  finding: { name: '不合格原因', type: 'text', required: false, note: '结果为不合格或未检时必填', example: '西侧入口有积水' },
  recheck: {
    name: '当日复查',
    type: 'choice',
    required: false,
    note: '不合格当日整改后复查的结果；没有复查留空',
    example: '合格',
    values: { 合格: ['√', '✓', '✔'], 不合格: ['×', '✗', '✘'] },
  },
  rectified: { name: '整改完成时间', type: 'moment', required: false, note: '不合格已整改时填写', example: '2026-09-01 10:30' },
  checker: { name: '检查岗位', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'checks',
  name: '现场检查',
  order: 10,
  about: '质量检查岗位按计划逐项检查现场，一次检查一个区域的一个项目记一行。',
  date: 'date',
  location: 'area',
  sequence: null,
  columns,
  key: ['date', 'area', 'item'],
  rules: [
    {
      columns: ['recheck', 'result'],
      words: '当日复查只在结果为不合格时填写。',
      check: (row) =>
        row.recheck !== null && row.result !== '不合格'
          ? { message: `结果为“${row.result}”却填了“当日复查”`, hint: '当日复查只在结果为不合格时填写' }
          : null,
    },
    {
      columns: ['finding', 'result'],
      words: '结果不是“合格”的，写明不合格原因；未检也要写为什么没有检。',
      check: (row) =>
        row.result !== '合格' && row.finding === null
          ? { message: `结果为“${row.result}”但没有写“不合格原因”`, hint: '请写明原因；未检也要写为什么没有检' }
          : null,
    },
    {
      columns: ['rectified', 'date'],
      words: '整改完成时间不早于检查日期。',
      check: (row) =>
        row.rectified !== null && row.rectified.slice(0, 10) < row.date
          ? { message: '“整改完成时间”早于检查日期', hint: '请核对两个日期' }
          : null,
    },
  ],
});
