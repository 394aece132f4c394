import type { Columns } from '../csv/column.ts';
import { atMost, defineLog } from './log.ts';

const columns = {
  date: { name: '日期', type: 'date', required: true, example: '2026-09-05' },
  location: { name: '网点编号', type: 'reference', register: 'locations', required: true, example: 'W01' },
  species: { name: '植物名称', type: 'reference', register: 'plants', required: true, example: '绿萝' },
  total: { name: '应摆数量', type: 'integer', required: true, min: 1, unit: '盆', example: '12' },
  alive: { name: '存活数量', type: 'integer', required: true, min: 0, unit: '盆', example: '12' },
  healthy: { name: '长势合格数', type: 'integer', required: true, min: 0, unit: '盆', example: '11' },
  infested: { name: '病虫害数量', type: 'integer', required: true, min: 0, unit: '盆', example: '0' },
  staff: { name: '盘点岗位', type: 'reference', register: 'posts', required: true, example: 'BJ-01' },
} as const satisfies Columns;

export default defineLog({
  id: 'plant-census',
  name: '绿植盘点',
  order: 90,
  about: '绿植养护岗位每月逐网点逐品种盘点，填盆数，不填百分比。',
  date: 'date',
  location: 'location',
  sequence: null,
  columns,
  key: ['date', 'location', 'species'],
  rules: [atMost(columns, 'alive', 'total'), atMost(columns, 'healthy', 'alive'), atMost(columns, 'infested', 'total')],
});
