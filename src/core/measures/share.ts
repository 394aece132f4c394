import { z } from 'zod';
import { alternativesSchema } from '../csv/condition.ts';
import type { TableRecord } from '../csv/table.ts';
import { compileAny } from '../registers/condition.ts';
import { checkAlternatives, checkColumn } from './condition.ts';
import { eachCounted, type MeasureKind, rowParameters } from './judgement.ts';
import { passingIn, recheckSchema } from './recheck.ts';
import { checkRows, failing, withText } from './rows.ts';
import { failed, leftOut, passed } from './tally.ts';

/** Passing of eligible rows. */
export const shareSchema = z.strictObject({
  kind: z.literal('share'),
  ...rowParameters,
  pass: alternativesSchema,
  recheck: recheckSchema.optional(),
  /** The column whose text says why a row failed. */
  because: z.string().optional(),
});

export const share: MeasureKind<z.infer<typeof shareSchema>> = {
  judge(parameters, input, sink) {
    const { log, registers } = input;
    const passes = compileAny(passingIn(input, parameters.pass, parameters.recheck).alternatives, log, registers);
    const why = (record: TableRecord) => () =>
      withText(failing(parameters.pass, record, log, registers), record, parameters.because);
    eachCounted(parameters, input, { sink, none: leftOut }, (record) => {
      if (passes(record.values)) sink.row(record, 'pass', passed, null);
      else sink.row(record, 'fail', failed, why(record));
    });
  },
  check(parameters, log, registers) {
    return [
      ...checkRows(parameters, log, registers),
      ...checkAlternatives(parameters.pass, ['pass'], log, registers),
      ...(parameters.because === undefined
        ? []
        : checkColumn(parameters.because, ['text', 'choice'], ['because'], log, registers)),
    ];
  },
};
