import { z } from 'zod';
import { conditionsSchema } from '../csv/condition.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Log } from '../logs/log.ts';
import { compile, type Test } from '../registers/condition.ts';
import type { Registers } from '../registers/registers.ts';
import { checkColumn, checkConditions } from './condition.ts';
import { durationUnit, durationWords, inMinutes, minutesBetween } from './duration.ts';
import { eachCounted, endWords, type MeasureInput, type MeasureKind, rowParameters, type Sink } from './judgement.ts';
import { checkRows } from './rows.ts';
import { failed, leftOut, passed } from './tally.ts';

/** Rows whose duration keeps a limit, by priority. */
export const withinSchema = z.strictObject({
  kind: z.literal('within'),
  ...rowParameters,
  from: z.string(),
  to: z.string(),
  /** The first limit in force whose conditions hold applies; a later `since` replaces an earlier one for rows that begin from that day. */
  limits: z
    .array(
      z.strictObject({
        where: conditionsSchema.optional(),
        max: z.number().min(0),
        unit: durationUnit,
        since: z.iso.date().optional(),
      }),
    )
    .min(1),
});
type Parameters = z.infer<typeof withinSchema>;

/** One limit of a measure, ready to be asked. */
export interface Limit {
  readonly test: Test;
  readonly minutes: number;
  readonly since: string;
  /** The values for which it holds: 紧急; none where it holds for every row. */
  readonly values: readonly string[];
}

/** A measure's limits in their order. */
export function limitsOf({ limits }: Parameters, log: Log, registers: Registers): Limit[] {
  return limits.map(({ where, max, unit, since }) => ({
    test: compile(where, log, registers),
    minutes: inMinutes(max, unit),
    since: since ?? '',
    values: Object.values(where ?? {}).flatMap((condition) =>
      typeof condition !== 'object' ? [String(condition)] : Array.isArray(condition) ? condition.map(String) : [],
    ),
  }));
}

/** The limit that applies to a row that began at `from`: of those whose conditions hold, the one that came into force last before. */
export function limitFor(record: TableRecord, from: string, limits: readonly Limit[]): Limit | null {
  const inForce = limits.filter(({ test, since }) => since <= from && test(record.values));
  return inForce.reduce<Limit | null>((best, each) => (best === null || each.since > best.since ? each : best), null);
}

const lateWords = (took: number, limit: number): string =>
  limit === 0 ? `晚于计划 ${durationWords(took)}` : `用时 ${durationWords(took)}，超过 ${durationWords(limit)}`;

function judgeRow(
  record: TableRecord,
  limit: number,
  from: string,
  parameters: Parameters,
  input: MeasureInput,
  sink: Sink,
): void {
  const to = record.values[parameters.to];
  const took = typeof to === 'string' ? minutesBetween(from, to) : null;
  const ended = typeof to === 'string' && to.slice(0, 10) <= input.until;
  if (took !== null && (ended || !input.open.has(record))) {
    if (took <= limit) sink.row(record, 'pass', passed, null);
    else sink.row(record, 'fail', failed, () => lateWords(took, limit));
    return;
  }
  const open = minutesBetween(from, `${input.until}T23:59`) + 1;
  const name = input.log.columns[parameters.to]?.name ?? parameters.to;
  const over = limit === 0 ? '已过计划时间' : `已超过 ${durationWords(limit)}`;
  const state = `${endWords(input)}仍无“${name}”`;
  if (open > limit) sink.row(record, 'fail', failed, () => (took === null ? `${state}，${over}` : lateWords(took, limit)));
  // A later month judges what is handed in again then; of what is not, nobody will ever know.
  else if (input.open.has(record)) sink.row(record, 'under-way', leftOut, `${state}，时限未到`);
  else sink.row(record, 'unknown', leftOut, `${state}，时限未到`);
}

export const within: MeasureKind<Parameters> = {
  judge(parameters, input, sink) {
    const limits = limitsOf(parameters, input.log, input.registers);
    const name = input.log.columns[parameters.from]?.name ?? parameters.from;
    eachCounted(parameters, input, { sink, none: leftOut }, (record) => {
      const from = record.values[parameters.from];
      const limit = typeof from === 'string' ? (limitFor(record, from, limits)?.minutes ?? null) : null;
      if (typeof from !== 'string') sink.row(record, 'unknown', leftOut, `“${name}”没有填写，不能判断`);
      else if (limit === null) sink.row(record, 'excluded', leftOut, '没有适用的时限');
      else judgeRow(record, limit, from, parameters, input, sink);
    });
  },
  check(parameters, log, registers) {
    return [
      ...checkRows(parameters, log, registers),
      ...checkColumn(parameters.from, ['moment', 'date'], ['from'], log, registers),
      ...checkColumn(parameters.to, ['moment', 'date'], ['to'], log, registers),
      ...parameters.limits.flatMap(({ where }, index) => checkConditions(where, ['limits', index, 'where'], log, registers)),
    ];
  },
};
