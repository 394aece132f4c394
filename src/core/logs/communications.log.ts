import { minuteOf } from '../calendar/date.ts';
import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore } from './log.ts';

const columns = {
  start: { name: '作业开始时间', type: 'moment', required: true, example: '2026-09-10 17:30' },
  end: {
    name: '作业结束时间',
    type: 'moment',
    required: true,
    note: '没有作业的写通知取消的时间',
    example: '2026-09-10 19:00',
  },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '虫控' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  subject: {
    name: '事项',
    type: 'choice',
    required: true,
    example: '定期消杀',
    values: { 定期消杀: [], 季节灭蚊: [], 加强消杀: ['补杀'], 停电作业: [] },
  },
  plan: { name: '计划告知时间', type: 'moment', required: false, note: '没有告知留空', example: '2026-09-08 10:00' },
  lead: {
    name: '提前小时数',
    type: 'integer',
    required: false,
    unit: '小时',
    note: '计划告知到作业开始，不足一小时的舍去；没有告知留空',
    example: '55',
  },
  caution: { name: '注意事项告知时间', type: 'moment', required: false, note: '没有告知留空', example: '2026-09-08 10:00' },
  cautioned: {
    name: '作业前提醒',
    type: 'choice',
    required: true,
    note: '注意事项在作业开始之前告知为是',
    example: '是',
    values: { 是: ['√'], 否: ['×'] },
  },
  effect: { name: '效果告知时间', type: 'moment', required: false, note: '没有告知留空', example: '2026-09-11 09:30' },
  lag: {
    name: '事后小时数',
    type: 'integer',
    required: false,
    min: 0,
    unit: '小时',
    note: '作业结束到效果告知，不足一小时的进一；没有告知留空',
    example: '15',
  },
  channel: {
    name: '方式',
    type: 'choice',
    required: true,
    example: '书面',
    values: { 书面: [], 电话: [], 现场: ['当面'], 办公系统: [] },
  },
  note: { name: '说明', type: 'text', required: false, note: '三项告知不全时必填', example: '临时加做，当日告知' },
  staff: { name: '告知岗位', type: 'reference', register: 'posts', required: true, example: 'KF-01' },
} as const satisfies Columns;

const hours = (from: string, to: string) => (minuteOf(to) - minuteOf(from)) / 60;

/** A number of hours that must be what two moments make it. */
function hoursFault(name: string, written: number | null, right: number | null) {
  if (written === right) return null;
  return {
    message: `“${name}”填了${written === null ? '空' : ` ${written}`}，按两个时间应为${right === null ? '空' : ` ${right}`}`,
    hint: `请核对两个时间和“${name}”`,
  };
}

export default defineLog({
  id: 'communications',
  name: '客户沟通',
  order: 240,
  about: '消杀和停电作业前后向客户的告知，由客户服务岗位一个网点一次作业登记一行。',
  date: 'start',
  location: 'location',
  sequence: null,
  columns,
  key: ['start', 'location', 'subject'],
  rules: [
    notBefore(columns, 'start', 'end'),
    notBefore(columns, 'end', 'effect'),
    {
      columns: ['lead', 'plan', 'start'],
      words: '提前小时数是计划告知到作业开始的整小时数（不足一小时的舍去），没有告知计划的留空。',
      check: (row) => hoursFault('提前小时数', row.lead, row.plan === null ? null : Math.floor(hours(row.plan, row.start))),
    },
    {
      columns: ['lag', 'effect', 'end'],
      words: '事后小时数是作业结束到效果告知的整小时数（不足一小时的进一），没有告知效果的留空。',
      check: (row) =>
        row.effect !== null && row.effect < row.end
          ? null
          : hoursFault('事后小时数', row.lag, row.effect === null ? null : Math.ceil(hours(row.end, row.effect))),
    },
    {
      columns: ['cautioned', 'caution', 'start'],
      words: '注意事项在作业开始之前告知的，作业前提醒填“是”；没有告知或之后才告知的填“否”。',
      check: (row) =>
        (row.cautioned === '是') === (row.caution !== null && row.caution <= row.start)
          ? null
          : {
              message: `注意事项告知时间为“${row.caution ?? '空'}”，“作业前提醒”却填了“${row.cautioned}”`,
              hint: '注意事项在作业开始之前告知填“是”，没有告知或之后才告知填“否”',
            },
    },
    {
      columns: ['note', 'plan', 'caution', 'effect'],
      words: '计划、注意事项、效果没有都告知的，写明说明。',
      check: (row) =>
        row.note === null && [row.plan, row.caution, row.effect].includes(null)
          ? { message: '计划、注意事项、效果三项没有都告知，也没有写“说明”', hint: '请写明原因' }
          : null,
    },
  ],
});
