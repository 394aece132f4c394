import type { TableRecord } from '../../core/csv/table.ts';
import type { Destination } from '../../core/reports/destination.ts';

/** The row of a record, by its file's path. */
export function rowOf({ file, line }: TableRecord): Destination {
  const [, month = '', name = ''] = file.split('/');
  return { kind: 'row', month, log: name.replace(/\.csv$/u, ''), line };
}
