import { z } from 'zod';
import type { Log } from '../logs/log.ts';
import type { Registers } from '../registers/registers.ts';
import type { MeasureFault } from './condition.ts';
import { count, countSchema } from './count.ts';
import { coverage, coverageSchema } from './coverage.ts';
import type { Judgement, MeasureInput } from './judgement.ts';
import { mean, meanSchema } from './mean.ts';
import { share, shareSchema } from './share.ts';
import { sumShare, sumShareSchema } from './sum-share.ts';
import { add, type Tally, type TallyKind, zero } from './tally.ts';
import { within, withinSchema } from './within.ts';

/** A measure of one log. The seventh kind, `all-of`, joins several of these with a target each (see indicators). */
export const measureSchema = z.discriminatedUnion('kind', [
  shareSchema,
  withinSchema,
  coverageSchema,
  countSchema,
  sumShareSchema,
  meanSchema,
]);
export type Measure = z.infer<typeof measureSchema>;

/** How every row, and every due occurrence without one, enters the measure in a month. */
export function judge(measure: Measure, input: MeasureInput): Judgement[] {
  switch (measure.kind) {
    case 'share':
      return share.judge(measure, input);
    case 'within':
      return within.judge(measure, input);
    case 'coverage':
      return coverage.judge(measure, input);
    case 'count':
      return count.judge(measure, input);
    case 'sum-share':
      return sumShare.judge(measure, input);
    case 'mean':
      return mean.judge(measure, input);
  }
}

/** Parameters that do not fit the log's schema, each at its path inside the measure. */
export function checkMeasure(measure: Measure, log: Log, registers: Registers): MeasureFault[] {
  switch (measure.kind) {
    case 'share':
      return share.check(measure, log, registers);
    case 'within':
      return within.check(measure, log, registers);
    case 'coverage':
      return coverage.check(measure, log, registers);
    case 'count':
      return count.check(measure, log, registers);
    case 'sum-share':
      return sumShare.check(measure, log, registers);
    case 'mean':
      return mean.check(measure, log, registers);
  }
}

export function tallyKind(measure: Measure): TallyKind {
  switch (measure.kind) {
    case 'share':
    case 'within':
    case 'coverage':
    case 'sum-share':
      return 'ratio';
    case 'count':
      return 'count';
    case 'mean':
      return 'mean';
  }
}

/** The sum of the judgements' contributions. */
export function tallyOf(measure: Measure, judgements: readonly Judgement[]): Tally {
  return judgements.reduce((sum, { contribution }) => add(sum, contribution), zero(tallyKind(measure)));
}
