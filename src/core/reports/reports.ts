import type { Period } from '../calendar/period.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Result } from '../indicators/result.ts';
import type { Problem } from '../problem/problem.ts';
import { addResult, ValueBook } from './book.ts';
import { type Case, caseId } from './cases.ts';
import { type PeriodReport, periodReport } from './period.ts';
import { periodBook } from './period-book.ts';
import type { ReportValue } from './value.ts';

/** A period's facts with its numbers. */
export interface ReportFacts {
  readonly report: PeriodReport;
  readonly book: ValueBook;
}

/** Whether a period is a month that is not over, or the time up to its end. */
export function isUnderWay(assessment: Assessment, { kind, months }: Period): boolean {
  const last = months.at(-1);
  return (kind === 'month' || kind === 'ytd') && last !== undefined && assessment.underWayTo(last) !== null;
}

/** Every period's report, made when it is first asked for, and every number by its id. */
export class Reports {
  private readonly kept = new Map<string, ReportFacts | null>();
  private readonly assessment: Assessment;
  private readonly problems: readonly Problem[];

  constructor(assessment: Assessment, problems: readonly Problem[]) {
    this.assessment = assessment;
    this.problems = problems;
  }

  /** The report of a period's id; null when it is no period or has no month with data. */
  facts(id: string): ReportFacts | null {
    const kept = this.kept.get(id);
    if (kept !== undefined) return kept;
    const period = this.assessment.year.period(id);
    const report = period === null ? null : periodReport(this.assessment, period, this.problems);
    const facts = report === null ? null : { report, book: periodBook(report) };
    this.kept.set(id, facts);
    return facts;
  }

  /** Whether a period has a month with data; one that is, or ends with, a month under way has no report yet. */
  knows(id: string): boolean {
    const period = this.assessment.year.period(id);
    return (
      period?.months.some((month) => this.assessment.months.includes(month)) === true && !isUnderWay(this.assessment, period)
    );
  }

  /**
   * The result that `2026-09/cleaning.overall.completion` or `…@W01` names; a bare indicator is of the home period. Null when
   * there is no such period, indicator or location.
   */
  result(id: string, home: string): Result | null {
    const [first = '', second] = id.split('/');
    const [period, subject] =
      second === undefined ? [this.assessment.year.period(home), first] : [this.assessment.year.period(first), second];
    const [name = '', location] = subject.split('@');
    const indicator = this.assessment.all.find((each) => each.id === name);
    const known = location === undefined || this.assessment.ledger.registers.get('locations')?.byId.has(location) === true;
    if (period === null || indicator === undefined || !known || !this.within(period)) return null;
    return this.assessment.result(indicator, period, location ?? null);
  }

  private within(period: Period): boolean {
    return period.months.some((month) => this.assessment.months.includes(month));
  }

  /** What was open when a period ended. */
  openOf(home: string): readonly Case[] {
    return this.facts(home)?.report.improvement.open.cases ?? [];
  }

  /** What was open when a period ended, by its lasting name; null when it was not. */
  open(id: string, home: string): Case | null {
    return this.openOf(home).find((each) => caseId(each) === id) ?? null;
  }

  /** A number by its id. Without a period it is of the home period; an indicator alone means its value. */
  value(id: string, home: string): ReportValue | null {
    const full = this.assessment.year.period(id.split('/')[0] ?? '') === null ? `${home}/${id}` : id;
    const [period = '', subject = '', ...rest] = full.split('/');
    const result = this.result(`${period}/${subject}`, home);
    if (result === null) return this.facts(period)?.book.get(full) ?? null;
    const book = new ValueBook();
    addResult(book, result);
    return book.get(rest.length === 0 ? `${full}/value` : full) ?? this.facts(period)?.book.get(full) ?? null;
  }
}
