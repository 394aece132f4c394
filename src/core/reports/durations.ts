import type { Month } from '../calendar/date.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Part } from '../indicators/indicator.ts';
import { minutesBetween } from '../measures/duration.ts';
import { limitFor, limitsOf } from '../measures/within.ts';

/** The cases that one limit applied to. */
export interface TimedCases {
  /** The values for which the limit holds: 紧急; none where it holds for every row. */
  readonly values: readonly string[];
  /** The limit in minutes; 0 where the planned moment itself is the limit. */
  readonly limit: number;
  /** What each finished case took in minutes, shortest first; negative when it was done before the planned moment. */
  readonly minutes: readonly number[];
  /** Cases that broke the limit without being finished by the end of their month. */
  readonly open: number;
}

/**
 * How long the counted rows of a part took over some months, under each of its limits in their order. Rows that did not
 * count are left out as they are from the verdict. Empty for measures without limits.
 */
export function timedCases(assessment: Assessment, part: Part, months: readonly Month[]): TimedCases[] {
  const { measure } = part;
  const { logs, registers } = assessment.ledger;
  const log = measure.kind === 'within' ? logs.find(({ id }) => id === measure.log) : undefined;
  if (measure.kind !== 'within' || log === undefined) return [];
  const limits = limitsOf(measure, log, registers);
  const found = new Map(limits.map((limit) => [limit, { minutes: [] as number[], open: 0 }]));
  for (const { record, counted } of months.flatMap((month) => assessment.judgements(part, month))) {
    const [from, to] = [record?.values[measure.from], record?.values[measure.to]];
    if (record === null || counted === 'excluded' || counted === 'under-way' || typeof from !== 'string') continue;
    const limit = limitFor(record, from, limits);
    const cases = limit === null ? undefined : found.get(limit);
    if (cases === undefined) continue;
    if (typeof to === 'string') cases.minutes.push(minutesBetween(from, to));
    else cases.open += 1;
  }
  return [...found]
    .filter(([, { minutes, open }]) => minutes.length + open > 0)
    .map(([limit, { minutes, open }]) => ({
      values: limit.values,
      limit: limit.minutes,
      minutes: minutes.sort((a, b) => a - b),
      open,
    }));
}
