import { z } from 'zod';
import type { TableRecord } from '../csv/table.ts';
import { checkColumn } from './condition.ts';
import { durationWords, minutesBetween } from './duration.ts';
import { eachCounted, endWords, type MeasureInput, type MeasureKind, rowParameters, type Sink } from './judgement.ts';
import { checkRows } from './rows.ts';
import { caseOf, zero } from './tally.ts';

/** The mean of a number column, or of the minutes between two moments. */
export const meanSchema = z.strictObject({
  kind: z.literal('mean'),
  ...rowParameters,
  of: z.union([z.string(), z.strictObject({ from: z.string(), to: z.string() })]),
});
type Parameters = z.infer<typeof meanSchema>;

/** What a row adds to the sum, the cell or the minutes, and whether that is final; null when nothing of it is known. */
interface Amount {
  readonly value: number;
  readonly final: boolean;
}

/** A case that has not ended when the days told of have, or of which only a later day tells the end, has lasted until then at least. */
function amountOf(record: TableRecord, of: Parameters['of'], { until, open }: MeasureInput): Amount | null {
  if (typeof of === 'string') {
    const value = record.values[of];
    return typeof value === 'number' ? { value, final: true } : null;
  }
  const [from, to] = [record.values[of.from], record.values[of.to]];
  if (typeof from !== 'string') return null;
  const known = typeof to === 'string' && (to.slice(0, 10) <= until || !open.has(record));
  if (known) return { value: minutesBetween(from, to), final: true };
  return { value: minutesBetween(from, `${until}T23:59`) + 1, final: false };
}

function judgeRow(record: TableRecord, { of }: Parameters, input: MeasureInput, sink: Sink): void {
  const amount = amountOf(record, of, input);
  if (amount === null) sink.row(record, 'unknown', none, '没有填写，不能判断');
  else if (amount.final) sink.row(record, 'pass', caseOf(amount.value), null);
  else
    sink.row(
      record,
      'unknown',
      caseOf(amount.value),
      () => `${endWords(input)}尚未结束，已 ${durationWords(amount.value)}，先按此计`,
    );
}

const none = zero('mean');

export const mean: MeasureKind<Parameters> = {
  judge(parameters, input, sink) {
    eachCounted(parameters, input, { sink, none }, (record) => judgeRow(record, parameters, input, sink));
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
