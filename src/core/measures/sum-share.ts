import { z } from 'zod';
import { checkColumn } from './condition.ts';
import { eachCounted, type MeasureKind, rowParameters } from './judgement.ts';
import { checkRows } from './rows.ts';
import { leftOut, type Tally } from './tally.ts';

/** Σa / Σb over rows that count or weigh things: what is left of all that was served, sound of all that was looked at. */
export const sumShareSchema = z.strictObject({
  kind: z.literal('sum-share'),
  ...rowParameters,
  numerator: z.string(),
  denominator: z.string(),
  /** Whether a faultless row has all of the denominator in the numerator (alive plants) or none (infested plants). */
  faultless: z.enum(['all', 'none']),
});

export const sumShare: MeasureKind<z.infer<typeof sumShareSchema>> = {
  judge(parameters, input, sink) {
    const { numerator, denominator, faultless } = parameters;
    const name = (field: string) => input.log.columns[field]?.name ?? field;
    eachCounted(parameters, input, { sink, none: leftOut }, (record) => {
      const [part, whole] = [record.values[numerator], record.values[denominator]];
      if (typeof part !== 'number' || typeof whole !== 'number') {
        sink.row(record, 'unknown', leftOut, '没有填写数量，不能判断');
        return;
      }
      const contribution: Tally = { kind: 'ratio', numerator: part, denominator: whole };
      if (part === (faultless === 'all' ? whole : 0)) sink.row(record, 'pass', contribution, null);
      else sink.row(record, 'fail', contribution, () => `${name(numerator)} ${part}，${name(denominator)} ${whole}`);
    });
  },
  check(parameters, log, registers) {
    return [
      ...checkRows(parameters, log, registers),
      ...checkColumn(parameters.numerator, ['integer', 'decimal'], ['numerator'], log, registers),
      ...checkColumn(parameters.denominator, ['integer', 'decimal'], ['denominator'], log, registers),
    ];
  },
};
