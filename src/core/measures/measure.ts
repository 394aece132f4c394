import { z } from 'zod';
import { addMonths, lastDay, type Month } from '../calendar/date.ts';
import { monthsBetween } from '../calendar/period.ts';
import type { Value } from '../csv/column.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Carried } from '../logs/carried.ts';
import type { Log } from '../logs/log.ts';
import type { Occurrence, Registers } from '../registers/registers.ts';
import type { MeasureFault } from './condition.ts';
import { count, countSchema } from './count.ts';
import { coverage, coverageSchema } from './coverage.ts';
import type { Judgement, MeasureInput, Sink } from './judgement.ts';
import { mean, meanSchema } from './mean.ts';
import { share, shareSchema } from './share.ts';
import { side, sideSchema } from './side.ts';
import { Evidences, type Judged, Totals } from './sinks.ts';
import { sumShare, sumShareSchema } from './sum-share.ts';
import { add, type Tally, type TallyKind, zero } from './tally.ts';
import { within, withinSchema } from './within.ts';

const alone = [shareSchema, withinSchema, coverageSchema, countSchema, sumShareSchema, meanSchema] as const;

/** A measure of one log that stands alone. */
export const measureSchema = z.discriminatedUnion('kind', alone);

/** A measure of one log; `side` counts into one side of a ratio, so it stands in a sum only. */
const summandSchema = z.discriminatedUnion('kind', [...alone, sideSchema]);
export type Measure = z.infer<typeof summandSchema>;

/** Measures of one kind of tally, mostly of several logs, added up: Σn/ΣN. */
const sumSchema = z.strictObject({ kind: z.literal('sum'), of: z.array(summandSchema).min(2) });

/** What a part of an indicator is measured by. Another kind, `all-of`, joins several of these with a target each (see indicators). */
export const partMeasureSchema = z.discriminatedUnion('kind', [...alone, sumSchema]);
export type PartMeasure = z.infer<typeof partMeasureSchema>;

/** The measures of one log each that are added up to a part's number; mostly there is one. */
export const measuresOf = (measure: PartMeasure): readonly Measure[] => (measure.kind === 'sum' ? measure.of : [measure]);

/** The logs that a part's number rests on, each once. */
export const logsOf = (measure: PartMeasure): string[] => [...new Set(measuresOf(measure).map(({ log }) => log))];

/** Tells a sink how every row of the month, and every due occurrence without one, enters the measure. */
function judgeOwn(measure: Measure, input: MeasureInput, sink: Sink): void {
  switch (measure.kind) {
    case 'share':
      share.judge(measure, input, sink);
      break;
    case 'within':
      within.judge(measure, input, sink);
      break;
    case 'coverage':
      coverage.judge(measure, input, sink);
      break;
    case 'count':
      count.judge(measure, input, sink);
      break;
    case 'sum-share':
      sumShare.judge(measure, input, sink);
      break;
    case 'mean':
      mean.judge(measure, input, sink);
      break;
    case 'side':
      side.judge(measure, input, sink);
      break;
  }
}

/** A row as it was when a month ended: blank where it tells of a later day. */
function knownBy(month: Month, record: TableRecord, { columns }: Log): TableRecord {
  const end = lastDay(month);
  const isLater = ([field, value]: readonly [string, Value]) => {
    const column = columns[field];
    const happens = (column?.type === 'date' || column?.type === 'moment') && column.ahead !== true;
    return happens && String(value ?? '').slice(0, 10) > end;
  };
  return {
    ...record,
    values: Object.fromEntries(Object.entries(record.values).map((cell) => (isLater(cell) ? [cell[0], null] : cell))),
  };
}

const isDecided = ({ counted }: Judgement): boolean => counted !== 'unknown' && counted !== 'under-way';

/**
 * A case is judged once, in the month in which it ends or its limit runs out (DESIGN, rule 9): not again where the row that
 * told of it before was judged. As long as its outcome is not known it weighs as such in every month, so that telling it later
 * never pays; a period of several months counts only what it was last known to be. What a month that left the row out should
 * have told is not made up for in a better month: of that only a miss counts.
 */
function judgeCarried(measure: Measure, { record, before }: Carried, input: MeasureInput, sink: Sink): void {
  const asOf = (row: TableRecord, month: Month): readonly Judgement[] => {
    const then = new Evidences(input);
    judgeOwn(measure, { ...input, month, until: lastDay(month), records: [row], carried: [], open: new Set([row]) }, then);
    return then.judgements;
  };
  const last = asOf(before.record, before.month);
  if (last.some(isDecided)) return;
  const leftOut = monthsBetween(addMonths(before.month, 1), addMonths(input.month, -1));
  const couldTell = (month: Month) => asOf(knownBy(month, record, input.log), month);
  if (leftOut.some((month) => couldTell(month).some((each) => isDecided(each) && each.counted !== 'fail'))) return;
  judgeOwn(measure, { ...input, records: [record], carried: [] }, sink);
  const [known] = last;
  if (known?.counted === 'unknown') sink.settle(record, { month: before.month, contribution: known.contribution });
}

/** Tells a sink how everything enters the measure in a month: what began in it and, what was due aside, what was open before. */
function visit(measure: Measure, input: MeasureInput, sink: Sink): void {
  judgeOwn(measure, input, sink);
  if (measure.kind === 'coverage') return;
  for (const each of input.carried) judgeCarried(measure, each, input, sink);
}

/**
 * How every row, and every due occurrence without one, enters the measure in a month, with the reasons. `missed` are rounds of
 * other measures of which no row speaks, and which would have borne on this one.
 */
export function judge(measure: Measure, input: MeasureInput, missed: readonly Occurrence[] = []): Judgement[] {
  const sink = new Evidences(input);
  visit(measure, input, sink);
  for (const occurrence of missed) sink.unknown(occurrence, zero(tallyKind(measure)));
  return sink.judgements;
}

/** The same, added up by location; `judged` takes note of what is judged. */
export function totalsOf(measure: Measure, input: MeasureInput, judged: Judged): Totals {
  const sink = new Totals(tallyKind(measure), input, judged);
  visit(measure, input, sink);
  return sink;
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
    case 'side':
      return side.check(measure, log, registers);
  }
}

/** The kind of what a measure adds up to; of a sum, that of its measures, which agree. */
export function tallyKind(measure: Measure | PartMeasure): TallyKind {
  switch (measure.kind) {
    case 'sum':
      return measure.of[0] === undefined ? 'ratio' : tallyKind(measure.of[0]);
    case 'side':
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
