import type { Columns } from '../csv/column.ts';
import { atMost, defineLog } from './log.ts';

const columns = {
  date: { name: '统计日期', type: 'date', required: true, note: '当月最后一个上班日', example: '2026-09-30' },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  post: { name: '岗位代码', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
  required: { name: '应到班次', type: 'integer', required: true, min: 0, unit: '班', note: '班表排定的班次', example: '22' },
  present: { name: '本岗到班', type: 'integer', required: true, min: 0, unit: '班', example: '21' },
  relieved: { name: '替班班次', type: 'integer', required: true, min: 0, unit: '班', note: '本岗缺班而有人替班', example: '1' },
  covered: {
    name: '到岗班次',
    type: 'integer',
    required: true,
    min: 0,
    unit: '班',
    note: '本岗到班加替班班次',
    example: '22',
  },
  reliever: {
    name: '替班岗位',
    type: 'reference',
    register: 'posts',
    required: false,
    note: '有替班时必填，写替得最多的岗位',
    example: 'BJ-02',
  },
  reason: {
    name: '缺岗原因',
    type: 'text',
    required: false,
    note: '到岗班次少于应到班次时必填',
    example: '临时请假，未能安排替班',
  },
  recorder: { name: '统计岗位', type: 'reference', register: 'posts', required: true, example: 'GL-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'attendance',
  name: '出勤',
  order: 190,
  about: '每月按班表汇总各岗位的应到、到班和替班班次，一个岗位一行，只写岗位代码。',
  date: 'date',
  location: null,
  sequence: null,
  columns,
  key: ['date', 'post'],
  rules: [
    {
      columns: ['covered', 'present', 'relieved'],
      words: '到岗班次等于本岗到班加替班班次。',
      check: (row) =>
        row.covered !== row.present + row.relieved
          ? {
              message: `本岗到班 ${row.present} 加替班班次 ${row.relieved}，“到岗班次”却填了 ${row.covered}`,
              hint: '到岗班次等于本岗到班加替班班次',
            }
          : null,
    },
    atMost(columns, 'covered', 'required'),
    {
      columns: ['reliever', 'relieved'],
      words: '有替班要写替班岗位，没有替班留空。',
      check: (row) =>
        row.relieved > 0 !== (row.reliever !== null)
          ? {
              message: `替班班次 ${row.relieved}，但“替班岗位”${row.reliever === null ? '为空' : '已填写'}`,
              hint: '有替班要写替班岗位，没有替班要留空',
            }
          : null,
    },
    {
      columns: ['reason', 'covered', 'required'],
      words: '到岗班次少于应到班次的，写明缺岗原因。',
      check: (row) =>
        row.covered < row.required && row.reason === null
          ? { message: `应到 ${row.required} 班，到岗 ${row.covered} 班，但没有写“缺岗原因”`, hint: '请写明缺岗原因' }
          : null,
    },
  ],
});
