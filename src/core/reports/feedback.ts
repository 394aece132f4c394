import { lastDay } from '../calendar/date.ts';
import type { Assessment, Result } from '../indicators/assessment.ts';
import type { LogMonth } from '../logs/log.ts';
import { type LogRow, reachedBy } from './cases.ts';

/** What customers said, by kind; the word is the log's own. */
export const feedbackKinds = [
  { id: 'praise', word: '表扬' },
  { id: 'complaint', word: '投诉' },
  { id: 'suggestion', word: '建议' },
  { id: 'enquiry', word: '咨询' },
] as const;
export type FeedbackKind = (typeof feedbackKinds)[number]['id'];

/** Entries of one kind and what had become of them on the last day of the period. */
export interface FeedbackCount {
  readonly kind: FeedbackKind;
  readonly word: string;
  readonly received: number;
  readonly answered: number;
  readonly closed: number;
  /** Found satisfied, or not, when asked afterwards. */
  readonly satisfied: number;
  readonly dissatisfied: number;
  readonly rows: readonly LogRow[];
}

export interface Feedback {
  /** Months whose log was not handed in, or not whole: what it would have told is missing here. */
  readonly gaps: readonly LogMonth[];
  /** False when the log came in for no month: then nothing is known, which is not zero. */
  readonly known: boolean;
  readonly counts: readonly FeedbackCount[];
  /** Results of the indicators that are measured by surveys. */
  readonly satisfaction: readonly Result[];
}

/** Praise, complaints, suggestions and enquiries in some deliveries, and the surveyed satisfaction among some results. */
export function feedbackOf(
  deliveries: readonly LogMonth[],
  results: readonly Result[],
  indicators: Assessment['indicators'],
): Feedback {
  const own = deliveries.filter(({ log }) => log.id === 'feedback');
  // What was answered or closed later was not yet so then.
  const day = lastDay(deliveries.at(-1)?.month ?? '');
  const rows = own.flatMap(({ log, records }) => records.map((record): LogRow => ({ log, record })));
  const counts = feedbackKinds.map(({ id, word }): FeedbackCount => {
    const kind = rows.filter(({ record }) => record.values.kind === word);
    const count = (test: (record: LogRow['record']) => boolean) => kind.filter(({ record }) => test(record)).length;
    return {
      kind: id,
      word,
      received: kind.length,
      answered: count((record) => reachedBy(record, 'responded', day) !== null),
      closed: count((record) => reachedBy(record, 'closed', day) !== null),
      satisfied: count(({ values }) => values.satisfied === '满意'),
      dissatisfied: count(({ values }) => values.satisfied === '不满意'),
      rows: kind,
    };
  });
  const surveyed = new Set(
    indicators.filter(({ parts }) => parts.some(({ measure }) => measure.log === 'surveys')).map(({ id }) => id),
  );
  return {
    gaps: own.filter(({ handed: { state } }) => state === 'absent' || state === 'incomplete'),
    known: own.some(({ handed: { state } }) => state !== 'absent'),
    counts,
    satisfaction: results.filter(({ indicator }) => surveyed.has(indicator.id)),
  };
}
