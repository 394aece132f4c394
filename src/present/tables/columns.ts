import type { Columns } from '../../core/csv/column.ts';
import { typeWords } from '../../core/ledger/dictionary.ts';
import type { Register } from '../../core/registers/register.ts';
import { code, quote, stressed } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';

/** The columns of a file, and the registers by whose entries some are filled in. */
export interface ColumnList {
  readonly id: string;
  readonly caption: string;
  readonly columns: Columns;
  readonly registers: readonly Register[];
}

function columnRow(field: string, column: Columns[string], registers: readonly Register[]): Row {
  const aliases = column.aliases === undefined ? '' : `、${column.aliases.join('、')}`;
  return {
    cells: [
      [stressed('strong', quote(column.name)), stressed('small', code(field), quote(aliases))],
      [quote(column.required ? '必填' : '可空')],
      [quote(typeWords(column, registers))],
      [quote(column.note ?? '—')],
      [code(column.example)],
    ],
  };
}

/** How each column of a file is filled in. */
export const columnTable = ({ id, caption, columns, registers }: ColumnList): Table => ({
  kind: 'table',
  id,
  caption: [quote(caption)],
  quiet: true,
  looks: ['columns'],
  columns: [
    { label: '列名', align: 'start', weight: 10 },
    { label: '是否必填', align: 'start', weight: 4 },
    { label: '填什么', align: 'start', weight: 20, look: 'words' },
    { label: '说明', align: 'start', weight: 16 },
    { label: '示例', align: 'start', weight: 10 },
  ],
  rows: Object.entries(columns).map(([field, column]) => columnRow(field, column, registers)),
  keepTogether: false,
});
