import { z } from 'zod';
import { checkColumn } from './condition.ts';
import { type MeasureKind, onRow, rowParameters, selectRows } from './judgement.ts';
import { checkRows } from './rows.ts';

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
  judge(parameters, input) {
    return selectRows(parameters, input).map(({ record, excluded }) => {
      if (excluded !== null) return onRow(record, input, 'excluded', excluded, { kind: 'count', events: 0 });
      const text = parameters.because === undefined ? null : record.values[parameters.because];
      const reason = text === null || text === undefined ? null : String(text);
      return onRow(record, input, parameters.events === 'wanted' ? 'pass' : 'fail', reason, { kind: 'count', events: 1 });
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
