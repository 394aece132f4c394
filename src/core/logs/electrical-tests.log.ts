import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-15' },
  device: { name: '设备编号', type: 'reference', register: 'equipment', required: true, example: 'W01-P1' },
  kind: {
    name: '测试项目',
    type: 'choice',
    required: true,
    example: '绝缘电阻',
    values: { 绝缘电阻: [], 接地电阻: [], 漏电保护试跳: ['漏保试跳'] },
  },
  value: {
    name: '测得值',
    type: 'decimal',
    places: 2,
    required: true,
    min: 0,
    unit: '',
    note: '绝缘电阻以兆欧计，接地电阻以欧计，试跳时间以毫秒计',
    example: '5.20',
  },
  limit: {
    name: '限值',
    type: 'decimal',
    places: 2,
    required: true,
    min: 0,
    unit: '',
    note: '测试方案规定的限值，单位同测得值；绝缘电阻不低于限值、其余不高于限值为合格',
    example: '0.50',
  },
  result: { name: '结果', type: 'choice', required: true, example: '合格', values: { 合格: ['√'], 不合格: ['×'] } },
  defect: { name: '问题', type: 'text', required: false, note: '不合格时必填', example: '接地线压接松动' },
  retest: { name: '复测日期', type: 'date', required: false, note: '不合格整改后复测时填写', example: '2026-09-18' },
  retested: {
    name: '复测结果',
    type: 'choice',
    required: false,
    note: '填了复测日期时必填',
    example: '合格',
    values: { 合格: ['√'], 不合格: ['×'] },
  },
  instrument: {
    name: '仪器编号',
    type: 'id',
    required: true,
    pattern: /^YQ-\d{2}$/u,
    shape: 'YQ-01',
    note: '校准有效期内的仪器',
    example: 'YQ-01',
  },
  staff: { name: '测试岗位', type: 'reference', register: 'posts', required: true, example: 'DG-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'electrical-tests',
  name: '安全测试',
  order: 250,
  about: '持证电工岗位按排期做的绝缘电阻、接地电阻和漏电保护试跳，一台设备一项一次一行，复测在同一行补填。',
  date: 'date',
  location: 'device',
  sequence: null,
  columns,
  key: ['date', 'device', 'kind'],
  rules: [
    {
      columns: ['result', 'kind', 'value', 'limit'],
      words: '绝缘电阻不低于限值、其余不高于限值为合格。',
      check: (row) => {
        const sound = row.kind === '绝缘电阻' ? row.value >= row.limit : row.value <= row.limit;
        return (row.result === '合格') === sound
          ? null
          : {
              message: `${row.kind}测得值 ${row.value}、限值 ${row.limit}，结果却填了“${row.result}”`,
              hint: '绝缘电阻不低于限值、其余不高于限值为合格；请核对数值',
            };
      },
    },
    {
      columns: ['defect', 'result'],
      words: '不合格的写明问题，合格的留空。',
      check: (row) =>
        (row.result === '不合格') !== (row.defect !== null)
          ? {
              message: `结果为“${row.result}”但“问题”${row.defect === null ? '为空' : '已填写'}`,
              hint: '不合格要写明问题，合格要留空',
            }
          : null,
    },
    {
      columns: ['retest', 'retested', 'result'],
      words: '复测日期和复测结果要么都填，要么都留空；只在不合格时填写。',
      check: (row) => {
        if ((row.retest === null) !== (row.retested === null))
          return { message: '“复测日期”和“复测结果”只填了一栏', hint: '两栏要么都填，要么都留空' };
        return row.retest !== null && row.result === '合格'
          ? { message: '结果为“合格”却填了复测', hint: '复测只在不合格时填写' }
          : null;
      },
    },
    notBefore(columns, 'date', 'retest'),
  ],
});
