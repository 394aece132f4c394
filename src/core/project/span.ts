import { monthOf, yearOf } from '../calendar/date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Problem, problem } from '../problem/problem.ts';

/** The latest day on which any slip says that a log was handed in; null where no slip says it. */
function latestDelivery({ months }: Ledger): string | null {
  const days = months.flatMap(({ slip }) => slip.map(({ values }) => String(values.on ?? '')));
  return days.reduce<string | null>((last, day) => (day !== '' && (last === null || day > last) ? day : last), null);
}

/** Months that lie outside the time of which the data can speak: before the contract began, or after the newest slip was written. */
function oddMonths(ledger: Ledger, start: string): Problem[] {
  const handed = latestDelivery(ledger);
  return ledger.months.flatMap(({ month }): Problem[] => {
    const place = { file: `data/${month}/delivery.csv` };
    if (month < monthOf(start))
      return [
        problem('month/before-start', place, `${month} 早于合同起始日 ${start}，不计入任何结论`, '请核对文件夹或合同的 start'),
      ];
    if (handed === null || month <= monthOf(handed)) return [];
    const message = `${month} 晚于全部交付清单中最晚的交付日期 ${handed}，这个月还没有到`;
    return [problem('month/ahead', place, message, '请核对文件夹的年份和月份；没有交付的月份不要建文件夹')];
  });
}

/** Years with months, but without a day in the calendar, where something is due on working days. */
function unknownYears({ months, registers, calendar }: Ledger): Problem[] {
  const asks = (registers.get('schedule')?.records ?? []).some(({ values }) => values.frequency === '每工作日');
  if (!asks) return [];
  const known = new Set([...calendar.keys()].map((day) => yearOf(monthOf(day))));
  const years = [...new Set(months.map(({ month }) => yearOf(month)))].filter((year) => !known.has(year));
  const place = { file: 'data/registers/calendar.csv' };
  return years.map((year) =>
    problem(
      'calendar/missing-year',
      place,
      `工作日历没有 ${year} 年，工作日暂按周一至周五推算`,
      '请补上这一年的节假日和调休上班日',
    ),
  );
}

/** Whether the months handed in are such as the contract's time and calendar can judge. Reports `month/*` and `calendar/missing-year`. */
export const checkSpan = (ledger: Ledger, start: string): Problem[] => [...oddMonths(ledger, start), ...unknownYears(ledger)];
