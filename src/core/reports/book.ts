import { isUntold, type PartResult, type Result } from '../indicators/result.ts';
import type { Destination } from './destination.ts';
import type { Quantity, ReportValue } from './value.ts';

/** The numbers of a report by their ids. A number that is not in the book cannot be printed. */
export class ValueBook {
  private readonly values = new Map<string, ReportValue>();

  add(id: string, quantity: Quantity, to: Destination): void {
    this.values.set(id, { id, quantity, to });
  }

  get(id: string): ReportValue | null {
    return this.values.get(id) ?? null;
  }

  all(): readonly ReportValue[] {
    return [...this.values.values()];
  }
}

/** Adds the fields of one subject: `2026-09/feedback.complaint` with `received`, `closed` … */
export function counts(
  book: ValueBook,
  subject: string,
  to: Destination,
  unit: string,
  fields: Readonly<Record<string, number>>,
): void {
  for (const [field, count] of Object.entries(fields)) book.add(`${subject}/${field}`, { kind: 'count', count, unit }, to);
}

/**
 * Where a part of a result stands in the book: `2026-09/cleaning.overall.completion`, `…@W01` at one location, and the part's
 * number behind it where the indicator has several.
 */
export function subjectOf({ indicator, period, location, parts }: Result, part: PartResult): string {
  const place = location === null ? '' : `@${location}`;
  const number = parts.length > 1 ? `/${parts.indexOf(part) + 1}` : '';
  return `${period.id}/${indicator.id}${place}${number}`;
}

/** A month's value is proved by its evidence page; that of a longer period by the verdicts of its months, in its own report. */
export const proofOf = ({ indicator, period }: Pick<Result, 'indicator' | 'period'>): Destination =>
  period.kind === 'month'
    ? { kind: 'evidence', month: period.id, indicator: indicator.id }
    : { kind: 'month-row', period: period.id, indicator: indicator.id };

/** The values of a result: of each part the value, its cases and its target. A part without data has no value. */
export function addResult(book: ValueBook, result: Result): void {
  const to = proofOf(result);
  for (const part of result.parts) {
    const subject = subjectOf(result, part);
    const { tally, target } = part;
    if (target !== null)
      book.add(`${subject}/target`, { kind: 'target', target }, { kind: 'indicator', indicator: result.indicator.id });
    if (isUntold(part)) continue;
    book.add(`${subject}/value`, { kind: 'tally', tally, target, unit: part.part.figure }, to);
    if (tally.kind !== 'count') book.add(`${subject}/cases`, { kind: 'cases', tally }, to);
  }
}
