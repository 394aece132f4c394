import { z } from 'zod';
import { checkColumn } from './condition.ts';
import { eachRow, type MeasureKind, rowParameters } from './judgement.ts';
import { checkRows } from './rows.ts';
import type { Tally } from './tally.ts';

const one: Tally = { kind: 'count', events: 1 };
const none: Tally = { kind: 'count', events: 0 };

/** Events against a limit, in a month, quarter or year (the target's period). */
export const countSchema = z.strictObject({
  kind: z.literal('count'),
  ...rowParameters,
  /** Whether an event is something to avoid (an accident) or to reach (a suggestion). */
  events: z.enum(['unwanted', 'wanted']),
  /** The column whose text describes the event. */
  because: z.string().optional(),
});

export const count: MeasureKind<z.infer<typeof countSchema>> = {
  judge(parameters, input, sink) {
    const counted = parameters.events === 'wanted' ? 'pass' : 'fail';
    eachRow(parameters, input, (record, excluded) => {
      const text = parameters.because === undefined ? null : record.values[parameters.because];
      if (excluded !== null) sink.row(record, 'excluded', none, excluded);
      else sink.row(record, counted, one, text === null || text === undefined ? null : String(text));
    });
  },
  check(parameters, log, registers) {
    return [
      ...checkRows(parameters, log, registers),
      ...(parameters.because === undefined
        ? []
        : checkColumn(parameters.because, ['text', 'choice'], ['because'], log, registers)),
    ];
  },
};
