import type { Month } from '../../core/calendar/date.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { monthWords } from '../dates.ts';
import type { Block } from '../paper/block.ts';
import type { Inputs, Reads } from './inputs.ts';

/** A month and its neighbours among the months of the contract. */
export interface MonthKey {
  readonly month: Month;
  readonly previous: Month | null;
  readonly next: Month | null;
}

/** Every month of the contract. */
export const monthKeys = ({ project }: Inputs): MonthKey[] => {
  const { months } = project.assessment;
  return months.map((month, at) => ({ month, previous: months[at - 1] ?? null, next: months[at + 1] ?? null }));
};

/** What the pages of one month read: its rows and earlier ones, and what is measured. */
export const measuredThrough = (month: Month): Reads => ({ through: month, content: ['indicators', 'plan'] });

/** The way to the same page of the month before and after. */
export function neighbourPager({ previous, next }: MonthKey, to: (month: Month) => Destination): Block {
  const neighbour = (month: Month | null) => (month === null ? null : { label: monthWords(month), to: to(month) });
  return { kind: 'pager', previous: neighbour(previous), next: neighbour(next) };
}
