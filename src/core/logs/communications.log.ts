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
  caution: { name: '注意事项告知时间', type: 'moment', required: false, note: '没有告知留空', example: '2026-09-08 10:00' },
  effect: { name: '效果告知时间', type: 'moment', required: false, note: '没有告知留空', example: '2026-09-11 09:30' },
  channel: {
    name: '方式',
    type: 'choice',
    required: true,
    example: '书面',
    values: { 书面: [], 电话: [], 现场: ['当面'], 办公系统: [] },
  },
  timely: {
    name: '告知齐全及时',
    type: 'choice',
    required: true,
    note: '计划在作业前 24 小时以上、注意事项在作业前、效果在作业后 48 小时内都已告知为是',
    example: '是',
    values: { 是: ['√'], 否: ['×'] },
  },
  note: { name: '说明', type: 'text', required: false, note: '告知不齐全或不及时时必填', example: '临时加做，当日告知' },
  staff: { name: '告知岗位', type: 'reference', register: 'posts', required: true, example: 'KF-01' },
} as const satisfies Columns;

const hour = 60;

/** What is missing or late of the three notices; empty when nothing is. */
function faultsOf(row: {
  readonly start: string;
  readonly end: string;
  readonly plan: string | null;
  readonly caution: string | null;
  readonly effect: string | null;
}): string[] {
  const planned = row.plan !== null && minuteOf(row.start) - minuteOf(row.plan) >= 24 * hour;
  const cautioned = row.caution !== null && row.caution <= row.start;
  const told = row.effect !== null && minuteOf(row.effect) - minuteOf(row.end) <= 48 * hour;
  return [
    ...(planned ? [] : ['计划没有提前 24 小时告知']),
    ...(cautioned ? [] : ['注意事项没有在作业前告知']),
    ...(told ? [] : ['效果没有在作业后 48 小时内告知']),
  ];
}

export default defineLog({
  id: 'communications',
  name: '客户沟通',
  order: 240,
  about: '消杀和停电作业前后向分行的告知，由客户服务岗位一个网点一次作业登记一行。',
  date: 'start',
  location: 'location',
  sequence: null,
  columns,
  key: ['start', 'location', 'subject'],
  rules: [
    notBefore(columns, 'start', 'end'),
    notBefore(columns, 'end', 'effect'),
    {
      columns: ['timely'],
      check: (row) => {
        const faults = faultsOf(row);
        if ((row.timely === '是') === (faults.length === 0)) return null;
        return row.timely === '是'
          ? { message: `“告知齐全及时”填了“是”，但${faults.join('，')}`, hint: '请核对各个时间，或改填“否”并写明原因' }
          : { message: '三项告知都齐全及时，“告知齐全及时”却填了“否”', hint: '请核对各个时间，或改填“是”' };
      },
    },
    {
      columns: ['note'],
      check: (row) =>
        row.timely === '否' && row.note === null ? { message: '告知不齐全或不及时，但没有写“说明”', hint: '请写明原因' } : null,
    },
  ],
});
