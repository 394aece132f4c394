import type { Columns } from '../csv/column.ts';
import { defineLog } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-01' },
  area: { name: '区域编号', type: 'reference', register: 'areas', required: true, note: '卫生间的区域编号', example: 'W01-T1' },
  tissue: { name: '卷纸补充', type: 'integer', required: true, min: 0, unit: '卷', note: '没有补填 0', example: '4' },
  towel: { name: '擦手纸补充', type: 'integer', required: true, min: 0, unit: '包', note: '没有补填 0', example: '2' },
  soap: { name: '洗手液补充', type: 'integer', required: true, min: 0, unit: '瓶', note: '没有补填 0', example: '1' },
  shortage: {
    name: '是否短缺',
    type: 'choice',
    required: true,
    note: '到场时已用完，或补充后仍然不够',
    example: '否',
    values: { 否: ['×', '无'], 是: ['√', '有'] },
  },
  missing: {
    name: '短缺用品',
    type: 'choice',
    required: false,
    note: '短缺时必填',
    example: '擦手纸',
    values: { 卷纸: [], 擦手纸: [], 洗手液: [] },
  },
  restocked: {
    name: '补齐时间',
    type: 'moment',
    required: false,
    note: '短缺已经补齐时填写',
    example: '2026-09-01 14:20',
  },
  staff: { name: '作业岗位', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'supplies',
  name: '卫生用品补充',
  order: 130,
  about: '保洁岗位巡查卫生间用品，一个卫生间一次一行，补了多少填多少，短缺的写明缺什么、何时补齐。',
  date: 'date',
  location: 'area',
  sequence: null,
  columns,
  key: ['date', 'area'],
  rules: [
    {
      columns: ['missing', 'shortage'],
      words: '短缺的写明缺什么，没有短缺的留空。',
      check: (row) =>
        (row.shortage === '是') !== (row.missing !== null)
          ? {
              message: `是否短缺为“${row.shortage}”但“短缺用品”${row.missing === null ? '为空' : '已填写'}`,
              hint: '短缺时写明缺什么，没有短缺要留空',
            }
          : null,
    },
    {
      columns: ['restocked', 'shortage', 'date'],
      words: '补齐时间只在短缺时填写，并且不早于检查日期。',
      check: (row) => {
        if (row.restocked === null) return null;
        if (row.shortage === '否') return { message: '没有短缺却填了“补齐时间”', hint: '补齐时间只在短缺时填写' };
        return row.restocked.slice(0, 10) < row.date ? { message: '“补齐时间”早于日期', hint: '请核对两个日期' } : null;
      },
    },
  ],
});
