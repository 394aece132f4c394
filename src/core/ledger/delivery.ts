import type { Columns } from '../csv/column.ts';
import type { Table } from '../csv/table.ts';

/** The delivery slip of a month (交付清单): one line for each log handed in, with its row count; 0 rows is a nil return. */
export const deliveryColumns = {
  log: { name: '台账', type: 'reference', register: 'logs', required: true, note: '台账名称或代码', example: '现场检查' },
  rows: {
    name: '行数',
    type: 'integer',
    required: true,
    min: 0,
    unit: '行',
    note: '不含表头；没有发生填 0（零报告）',
    example: '820',
  },
  on: { name: '交付日期', type: 'date', required: true, example: '2026-10-03' },
  post: { name: '交付岗位', type: 'reference', register: 'posts', required: true, example: 'GL-01' },
  note: { name: '备注', type: 'text', required: false, example: '春节后补交' },
} as const satisfies Columns;

export const deliveryTable: Table = { columns: deliveryColumns, key: ['log'], rules: [] };

export const deliveryFile = 'delivery.csv';
