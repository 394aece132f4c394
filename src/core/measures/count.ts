import { z } from 'zod';
import { type Conditions, conditionsSchema } from '../csv/condition.ts';
import { compile } from '../registers/condition.ts';
import { checkColumn, checkConditions } from './condition.ts';
import { eachCounted, hiddenBy, type MeasureKind, rowParameters } from './judgement.ts';
import { checkRows } from './rows.ts';
import type { Tally } from './tally.ts';

const one: Tally = { kind: 'count', events: 1 };
const none: Tally = { kind: 'count', events: 0 };

/**
 * Events against a limit, in a month, quarter or year (the target's period). That something unwanted did not happen counts only
 * where somebody looked: at rows of the log itself, or on the rounds of other indicators.
 */
export const countSchema = z.strictObject({
  kind: z.literal('count'),
  ...rowParameters,
  /** Whether an event is something to avoid (an accident) or to reach (a suggestion). */
  events: z.enum(['unwanted', 'wanted']),
  /** Unwanted events: the rows of the log that could have been one; all unless said otherwise. */
  among: conditionsSchema.optional(),
  /** Unwanted events: the indicators whose rounds would have seen one, where the log holds nothing but events. */
  seenBy: z.array(z.string()).default([]),
  /** The column whose text describes the event. */
  because: z.string().optional(),
});

export type Count = z.infer<typeof countSchema>;
type Parameters = Count;

/** The rows that a count looks at: its events, and where they are unwanted, what could have been one. */
export const lookedAt = ({ events, where, among, seenBy }: Parameters): Conditions | undefined =>
  events === 'wanted' || seenBy.length > 0 ? where : among;

export const count: MeasureKind<Parameters> = {
  judge(parameters, input, sink) {
    const { events, where, because } = parameters;
    const isEvent = compile(where, input.log, input.registers);
    const hidden = hiddenBy(where, input);
    eachCounted({ ...parameters, where: lookedAt(parameters) }, input, { sink, none }, (record) => {
      const text = because === undefined ? null : record.values[because];
      const words = text === null || text === undefined ? null : String(text);
      if (isEvent(record.values)) sink.row(record, events === 'wanted' ? 'pass' : 'fail', one, words);
      else {
        const reason = hidden(record.values);
        sink.row(record, reason === null ? 'pass' : 'unknown', none, reason);
      }
    });
  },
  check(parameters, log, registers) {
    return [
      ...checkRows(parameters, log, registers),
      ...checkConditions(parameters.among, ['among'], log, registers),
      ...(parameters.because === undefined
        ? []
        : checkColumn(parameters.because, ['text', 'choice'], ['because'], log, registers)),
    ];
  },
};
