import { addMonths, isMonth, type Month, monthNumber, yearOf } from './date.ts';

/**
 * A span of whole months over which an indicator is judged. Its id is `2026-09`, `2026-Q3`, `2026` or `2026-09-ytd`; of a business
 * year that does not begin in January `FY2026` and `FY2026-Q1`, which no calendar year can be taken for.
 */
export interface Period {
  readonly kind: 'month' | 'quarter' | 'year' | 'ytd';
  readonly id: string;
  /** The calendar months of the period, in order, whether or not data exist for them. */
  readonly months: readonly Month[];
}

const run = (from: Month, count: number): Month[] => Array.from({ length: count }, (_, index) => addMonths(from, index));

export const monthPeriod = (month: Month): Period => ({ kind: 'month', id: month, months: [month] });

/** Every month from the first to the last, both included; empty when last lies before first. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const count = (yearOf(last) - yearOf(first)) * 12 + monthNumber(last) - monthNumber(first) + 1;
  return count > 0 ? run(first, count) : [];
}

/** The years and quarters of a contract, by the month in which its year begins (1 to 12); it bears the number of the calendar year then. */
export class BusinessYear {
  private readonly from: number;

  constructor(from: number) {
    this.from = from;
  }

  /** How many months of its year lie before a month. */
  private past(month: Month): number {
    return (monthNumber(month) - this.from + 12) % 12;
  }

  private idOf(first: Month): string {
    return `${this.from === 1 ? '' : 'FY'}${yearOf(first)}`;
  }

  /** The year in which a month lies. */
  year(month: Month): Period {
    const first = addMonths(month, -this.past(month));
    return { kind: 'year', id: this.idOf(first), months: run(first, 12) };
  }

  /** The quarter in which a month lies. */
  quarter(month: Month): Period {
    const first = addMonths(month, -this.past(month));
    const before = Math.floor(this.past(month) / 3);
    return { kind: 'quarter', id: `${this.idOf(first)}-Q${before + 1}`, months: run(addMonths(first, before * 3), 3) };
  }

  /** From the first month of a month's year to the month itself. */
  toDate(month: Month): Period {
    const count = this.past(month);
    return { kind: 'ytd', id: `${month}-ytd`, months: run(addMonths(month, -count), count + 1) };
  }

  /** The years to date of some months that are neither one month nor a whole year, and so say something of their own. */
  toDates(months: readonly Month[]): Period[] {
    return months.map((month) => this.toDate(month)).filter(({ months: own }) => own.length > 1 && own.length < 12);
  }

  /** The period of the same kind that ends `count` months earlier. */
  earlier(period: Period, count: number): Period {
    const last = addMonths(period.months[period.months.length - 1] ?? '', -count);
    switch (period.kind) {
      case 'month':
        return monthPeriod(last);
      case 'quarter':
        return this.quarter(last);
      case 'year':
        return this.year(last);
      case 'ytd':
        return this.toDate(last);
    }
  }

  /** The period of an id; null for anything else, such as a year of another kind. */
  period(id: string): Period | null {
    const month = id.replace(/-ytd$/u, '');
    if (isMonth(month)) return id === month ? monthPeriod(month) : this.toDate(month);
    const [, year = '', quarter] = /^(?:FY)?(\d{4})(?:-Q([1-4]))?$/u.exec(id) ?? [];
    if (year === '') return null;
    const first = `${year}-${String(this.from).padStart(2, '0')}`;
    const found = quarter === undefined ? this.year(first) : this.quarter(addMonths(first, (Number(quarter) - 1) * 3));
    return found.id === id ? found : null;
  }

  /** Unique periods of the given kind that touch any of the months, in order. */
  periods(kind: 'quarter' | 'year', months: readonly Month[]): Period[] {
    const all = months.map((month) => this[kind](month));
    return [...new Map(all.map((period) => [period.id, period])).values()];
  }
}

/** The year from January to December. */
export const calendarYear = new BusinessYear(1);
