import { z } from 'zod';
import type { Value } from '../csv/column.ts';
import { checkColumn, type MeasureFault, unknownColumn } from './condition.ts';
import { eachCounted, type MeasureKind, rowParameters } from './judgement.ts';
import { checkRows } from './rows.ts';
import { leftOut, type Tally } from './tally.ts';

/**
 * Rows that make one side of a ratio whose other side stands in other rows, often of another log: complaints of all that was
 * asked for, devices with a fault of those inspected. It stands in a `sum` only. With `each`, the rows of a month that say the
 * same in that column count once, by the first of them, so that months and places still add up.
 */
export const sideSchema = z.strictObject({
  kind: z.literal('side'),
  ...rowParameters,
  as: z.enum(['numerator', 'denominator']),
  /** Whether a row is something to avoid (a complaint) or to reach; of a denominator, neither. */
  events: z.enum(['unwanted', 'wanted']).default('wanted'),
  /** The column by which things are counted instead of rows. */
  each: z.string().optional(),
  /** The column whose text describes the event. */
  because: z.string().optional(),
});

const contributions: Record<'numerator' | 'denominator', Tally> = {
  numerator: { kind: 'ratio', numerator: 1, denominator: 0 },
  denominator: { kind: 'ratio', numerator: 0, denominator: 1 },
};

export const side: MeasureKind<z.infer<typeof sideSchema>> = {
  judge({ as, events, each, because, ...rows }, input, sink) {
    const counted = as === 'numerator' && events === 'unwanted' ? 'fail' : 'pass';
    const name = each === undefined ? '' : (input.log.columns[each]?.name ?? each);
    const known = new Set<Value>();
    eachCounted(rows, input, { sink, none: leftOut }, (record) => {
      const thing = each === undefined ? null : (record.values[each] ?? null);
      // What is not named counts for itself where counting is the worse, and not at all where it is the better.
      if (each !== undefined && thing === null && counted === 'pass') {
        sink.row(record, 'unknown', leftOut, `“${name}”没有填写，不能判断`);
        return;
      }
      const again = thing !== null && known.has(thing);
      known.add(thing);
      const text = because === undefined ? null : (record.values[because] ?? null);
      sink.row(record, counted, again ? leftOut : contributions[as], text === null ? null : String(text));
    });
  },
  check({ each, because, ...rows }, log, registers) {
    const named: MeasureFault[] =
      each === undefined || log.columns[each] !== undefined ? [] : [unknownColumn(each, ['each'], log)];
    return [
      ...checkRows(rows, log, registers),
      ...named,
      ...(because === undefined ? [] : checkColumn(because, ['text', 'choice'], ['because'], log, registers)),
    ];
  },
};
