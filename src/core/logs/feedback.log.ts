import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore, running } from './log.ts';

const columns = {
  id: { name: '反馈编号', type: 'id', required: true, example: 'FK-202609-001', ...running('FK') },
  service: { name: '服务', type: 'reference', register: 'services', required: true, example: '保洁' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  kind: { name: '类别', type: 'choice', required: true, example: '投诉', values: { 表扬: [], 投诉: [], 建议: [], 咨询: [] } },
  channel: {
    name: '渠道',
    type: 'choice',
    required: true,
    example: '热线',
    values: { 热线: ['电话'], 邮箱: [], 现场: [], 线上平台: ['网站'], 会议: [] },
  },
  summary: { name: '内容', type: 'text', required: true, note: '不写姓名和电话', example: '二楼卫生间有异味' },
  received: { name: '收到时间', type: 'moment', required: true, example: '2026-09-05 10:00' },
  responded: { name: '答复时间', type: 'moment', required: false, example: '2026-09-05 10:20' },
  closed: { name: '办结时间', type: 'moment', required: false, example: '2026-09-05 15:00' },
  satisfied: { name: '回访结果', type: 'choice', required: true, example: '满意', values: { 满意: [], 不满意: [], 未回访: [] } },
  action: { name: '处理措施', type: 'text', required: false, example: '更换地漏水封' },
} as const satisfies Columns;

export default defineLog({
  id: 'feedback',
  name: '客户反馈',
  order: 50,
  about: '客户的表扬、投诉、建议和咨询，由客户服务岗位逐条登记，办结后回访。',
  date: 'received',
  location: 'location',
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [notBefore(columns, 'received', 'responded'), notBefore(columns, 'received', 'closed')],
});
