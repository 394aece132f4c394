import { z } from 'zod';
import { alternativesSchema, checkAlternatives, checkColumn, compileAny } from './condition.ts';
import { type MeasureKind, onRow, rowParameters, selectRows } from './judgement.ts';
import { checkRows, failing, withText } from './rows.ts';

/** Passing of eligible rows. */
export const shareSchema = z.strictObject({
  kind: z.literal('share'),
  ...rowParameters,
  pass: alternativesSchema,
  /** The column whose text says why a row failed. */
  because: z.string().optional(),
});

export const share: MeasureKind<z.infer<typeof shareSchema>> = {
  judge(parameters, input) {
    const passes = compileAny(parameters.pass, input.log, input.registers);
    return selectRows(parameters, input).map(({ record, excluded }) => {
      if (excluded !== null) return onRow(record, input, 'excluded', excluded, { kind: 'ratio', numerator: 0, denominator: 0 });
      if (passes(record)) return onRow(record, input, 'pass', null, { kind: 'ratio', numerator: 1, denominator: 1 });
      const reason = withText(failing(parameters.pass, record, input.log, input.registers), record, parameters.because);
      return onRow(record, input, 'fail', reason, { kind: 'ratio', numerator: 0, denominator: 1 });
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
