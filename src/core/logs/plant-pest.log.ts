import type { Columns } from '../csv/column.ts';
import { defineLog, notBefore, running } from './log.ts';

const columns = {
  id: { name: '病虫编号', type: 'id', required: true, example: 'BC-202609-001', ...running('BC') },
  found: { name: '发现时间', type: 'moment', required: true, example: '2026-09-05 09:20' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  species: { name: '植物名称', type: 'reference', register: 'plants', required: true, example: '绿萝' },
  kind: { name: '类别', type: 'choice', required: true, example: '虫害', values: { 虫害: [], 病害: [] } },
  pest: { name: '病虫名称', type: 'text', required: true, example: '红蜘蛛' },
  plants: { name: '受害盆数', type: 'integer', required: true, min: 1, unit: '盆', example: '2' },
  treated: {
    name: '防治时间',
    type: 'moment',
    required: false,
    note: '第一次防治完成的时间；月末仍未防治时留空',
    example: '2026-09-05 15:00',
  },
  method: {
    name: '防治方法',
    type: 'choice',
    required: false,
    note: '已防治时必填',
    example: '人工',
    values: { 人工: [], 物理: [], 药剂: [] },
  },
  action: { name: '防治措施', type: 'text', required: false, note: '已防治时必填', example: '隔离，摘除病叶，擦洗叶背' },
  closed: { name: '消除时间', type: 'moment', required: false, note: '复查确认消除的时间', example: '2026-09-12 10:00' },
  staff: { name: '养护岗位', type: 'reference', register: 'posts', required: true, example: 'LZ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'plant-pest',
  name: '绿植病虫害',
  order: 210,
  about: '养护中发现的绿植病虫害，一个网点一个品种一次一行，发现即登，防治和消除后补填；没有发现的月份填零报告。',
  date: 'found',
  location: 'location',
  sequence: 'id',
  columns,
  key: ['id'],
  rules: [
    notBefore(columns, 'found', 'treated'),
    notBefore(columns, 'treated', 'closed'),
    {
      columns: ['treated', 'method', 'action', 'closed'],
      words: '防治时间、防治方法、防治措施要么都填，要么都留空；填了消除时间的，三栏都要填。',
      check: (row) => {
        const filled = [row.treated, row.method, row.action].filter((value) => value !== null).length;
        if (row.closed !== null && filled < 3)
          return { message: '填了“消除时间”，但防治时间、防治方法、防治措施没有填全', hint: '请补上是怎样防治的' };
        return filled === 0 || filled === 3
          ? null
          : { message: '防治时间、防治方法、防治措施没有填全', hint: '三栏要么都填，要么都留空' };
      },
    },
  ],
});
