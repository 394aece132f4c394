import { z } from 'zod';
import type { TableRecord } from '../csv/table.ts';
import { checkColumn } from './condition.ts';
import { minutesBetween } from './duration.ts';
import { eachRow, type MeasureKind, rowParameters } from './judgement.ts';
import { checkRows } from './rows.ts';
import type { Tally } from './tally.ts';

/** The mean of a number column, or of the minutes between two moments. */
export const meanSchema = z.strictObject({
  kind: z.literal('mean'),
  ...rowParameters,
  of: z.union([z.string(), z.strictObject({ from: z.string(), to: z.string() })]),
});
type Parameters = z.infer<typeof meanSchema>;

/** What a row adds to the sum: the cell, or the minutes; null when it is not known. */
function amountOf(record: TableRecord, of: Parameters['of']): number | null {
  if (typeof of === 'string') {
    const value = record.values[of];
    return typeof value === 'number' ? value : null;
  }
  const [from, to] = [record.values[of.from], record.values[of.to]];
  return typeof from === 'string' && typeof to === 'string' ? minutesBetween(from, to) : null;
}

const none: Tally = { kind: 'mean', sum: 0, count: 0 };

export const mean: MeasureKind<Parameters> = {
  judge(parameters, input, sink) {
    eachRow(parameters, input, (record, excluded) => {
      const amount = excluded === null ? amountOf(record, parameters.of) : null;
      if (amount === null) sink.row(record, 'excluded', none, excluded ?? '月末尚未填写，无法计算');
      else sink.row(record, 'pass', { kind: 'mean', sum: amount, count: 1 }, null);
    });
  },
  check(parameters, log, registers) {
    const { of } = parameters;
    const columns =
      typeof of === 'string'
        ? checkColumn(of, ['integer', 'decimal'], ['of'], log, registers)
        : [
            ...checkColumn(of.from, ['moment'], ['of', 'from'], log, registers),
            ...checkColumn(of.to, ['moment'], ['of', 'to'], log, registers),
          ];
    return [...checkRows(parameters, log, registers), ...columns];
  },
};
