import type { PartResult, Result } from '../indicators/assessment.ts';
import { verdicts } from '../indicators/verdict.ts';
import type { Destination } from './destination.ts';
import type { MonthReport } from './month.ts';
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

  all(): ReportValue[] {
    return [...this.values.values()];
  }
}

/** `2026-09/cleaning.overall.completion`, with the number of the part where the indicator has several, and the location where it is one's own. */
export function subjectOf({ indicator, period, location, parts }: Result, part: PartResult): string {
  const place = location === null ? '' : `@${location}`;
  const number = parts.length > 1 ? `/${parts.indexOf(part) + 1}` : '';
  return `${period.id}/${indicator.id}${place}${number}`;
}

/** The values of a result: of each part the value, its cases and its target. A part without data has no value. */
export function addResult(book: ValueBook, result: Result): void {
  const month = result.period.months.at(-1) ?? '';
  const to: Destination = { kind: 'evidence', month, indicator: result.indicator.id };
  for (const part of result.parts) {
    const subject = subjectOf(result, part);
    const { tally, target } = part;
    if (target !== null)
      book.add(`${subject}/target`, { kind: 'target', target }, { kind: 'indicator', indicator: result.indicator.id });
    if (part.verdict === 'no-data') continue;
    book.add(`${subject}/value`, { kind: 'tally', tally, target }, to);
    if (tally.kind !== 'count') book.add(`${subject}/cases`, { kind: 'cases', tally }, to);
  }
}

/** Every number of a month's report. */
export function monthBook(report: MonthReport): ValueBook {
  const book = new ValueBook();
  const { month } = report;
  for (const verdict of verdicts)
    book.add(
      `${month}/counts/${verdict}`,
      { kind: 'count', count: report.counts[verdict], unit: '项' },
      { kind: 'compliance', month },
    );
  book.add(`${month}/counts/results`, { kind: 'count', count: report.results.length, unit: '项' }, { kind: 'compliance', month });
  for (const result of report.results) addResult(book, result);
  return book;
}
