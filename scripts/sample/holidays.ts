import { type DateText, dateOfDay, dayOf } from '../../src/core/calendar/date.ts';
import { isWorkday, type SpecialDay, type WorkCalendar } from '../../src/core/calendar/workdays.ts';
import type { Row } from './csv.ts';

interface Holiday {
  readonly name: string;
  readonly from: DateText;
  readonly to: DateText;
  /** Weekend days worked in exchange (调休上班). */
  readonly worked: readonly DateText[];
}

/** The State Council's notices for 2025 and 2026; no public holiday lies in November or December 2024. */
const holidays: readonly Holiday[] = [
  { name: '元旦', from: '2025-01-01', to: '2025-01-01', worked: [] },
  { name: '春节', from: '2025-01-28', to: '2025-02-04', worked: ['2025-01-26', '2025-02-08'] },
  { name: '清明节', from: '2025-04-04', to: '2025-04-06', worked: [] },
  { name: '劳动节', from: '2025-05-01', to: '2025-05-05', worked: ['2025-04-27'] },
  { name: '端午节', from: '2025-05-31', to: '2025-06-02', worked: [] },
  { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08', worked: ['2025-09-28', '2025-10-11'] },
  { name: '元旦', from: '2026-01-01', to: '2026-01-03', worked: ['2026-01-04'] },
  { name: '春节', from: '2026-02-15', to: '2026-02-23', worked: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06', worked: [] },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05', worked: ['2026-05-09'] },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21', worked: [] },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27', worked: [] },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07', worked: ['2026-09-20', '2026-10-10'] },
];

const datesFrom = (from: DateText, to: DateText) =>
  Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, index) => dateOfDay(dayOf(from) + index));

/** The rows of calendar.csv in order of date. */
export const calendarRows: readonly Row[] = holidays
  .flatMap(({ name, from, to, worked }) => [
    ...datesFrom(from, to).map((date) => ({ date, kind: '节假日', name })),
    ...worked.map((date) => ({ date, kind: '调休上班', name: `${name}调休` })),
  ])
  .sort((a, b) => (a.date < b.date ? -1 : 1));

/** The same days as the site reads them from calendar.csv. */
export const workCalendar: WorkCalendar = new Map<DateText, SpecialDay>(
  holidays.flatMap(({ from, to, worked }) => [
    ...datesFrom(from, to).map((date): [DateText, SpecialDay] => [date, 'holiday']),
    ...worked.map((date): [DateText, SpecialDay] => [date, 'workday']),
  ]),
);

export const isWorkingDay = (date: DateText): boolean => isWorkday(date, workCalendar);
