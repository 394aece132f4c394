import { addMonths, type DateText, dateOfDay, dayOf, daysInMonth, monthNumber, monthOf, yearOf } from './date.ts';

/** The time after which something is due again. */
export interface Interval {
  readonly unit: 'day' | 'month';
  readonly count: number;
}

const named: Readonly<Record<string, Interval>> = {
  每日: { unit: 'day', count: 1 },
  每周: { unit: 'day', count: 7 },
  每半月: { unit: 'day', count: 15 },
  每月: { unit: 'month', count: 1 },
  每两月: { unit: 'month', count: 2 },
  每季度: { unit: 'month', count: 3 },
  每半年: { unit: 'month', count: 6 },
  每年: { unit: 'month', count: 12 },
};

const units: Readonly<Record<string, Interval>> = {
  天: { unit: 'day', count: 1 },
  日: { unit: 'day', count: 1 },
  周: { unit: 'day', count: 7 },
  个月: { unit: 'month', count: 1 },
  年: { unit: 'month', count: 12 },
};

/** What a text names: 每半年, 30天, 每30天, 6个月; null for any other. */
export function intervalOf(text: string): Interval | null {
  const plain = text.trim();
  if (Object.hasOwn(named, plain)) return named[plain] ?? null;
  const [, digits = '', word = ''] = /^每?(\d{1,4})(天|日|周|个月|年)$/u.exec(plain) ?? [];
  const unit = units[word];
  const count = Number(digits);
  return unit === undefined || count === 0 ? null : { unit: unit.unit, count: unit.count * count };
}

/** The day so much later; where the month has no such day, its last one. */
export function plus(date: DateText, { unit, count }: Interval): DateText {
  if (unit === 'day') return dateOfDay(dayOf(date) + count);
  const month = addMonths(monthOf(date), count);
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(yearOf(month), monthNumber(month)));
  return `${month}-${String(day).padStart(2, '0')}`;
}
