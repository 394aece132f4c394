import { z } from 'zod';
import { checkColumn } from './condition.ts';
import { type MeasureKind, onRow, rowParameters, selectRows } from './judgement.ts';
import { checkRows } from './rows.ts';

/** Σa / Σb over rows that count things: alive of all plants, correctly sorted of sampled items. */
export const sumShareSchema = z.strictObject({
  kind: z.literal('sum-share'),
  ...rowParameters,
  numerator: z.string(),
  denominator: z.string(),
  /** Whether a faultless row has all of the denominator in the numerator (alive plants) or none (infested plants). */
  faultless: z.enum(['all', 'none']),
});

export const sumShare: MeasureKind<z.infer<typeof sumShareSchema>> = {
  judge(parameters, input) {
    const name = (field: string) => input.log.columns[field]?.name ?? field;
    return selectRows(parameters, input).map(({ record, excluded }) => {
      const [part, whole] = [record.values[parameters.numerator], record.values[parameters.denominator]];
      if (excluded !== null || typeof part !== 'number' || typeof whole !== 'number') {
        return onRow(record, input, 'excluded', excluded ?? '没有填写数量', { kind: 'ratio', numerator: 0, denominator: 0 });
      }
      const contribution = { kind: 'ratio', numerator: part, denominator: whole } as const;
      if (part === (parameters.faultless === 'all' ? whole : 0)) return onRow(record, input, 'pass', null, contribution);
      return onRow(
        record,
        input,
        'fail',
        `${name(parameters.numerator)} ${part}，${name(parameters.denominator)} ${whole}`,
        contribution,
      );
    });
  },
  check(parameters, log, registers) {
    return [
      ...checkRows(parameters, log, registers),
      ...checkColumn(parameters.numerator, ['integer'], ['numerator'], log, registers),
      ...checkColumn(parameters.denominator, ['integer'], ['denominator'], log, registers),
    ];
  },
};
