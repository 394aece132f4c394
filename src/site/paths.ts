import type { Month } from '../core/calendar/date.ts';
import type { Reads } from '../present/pages/inputs.ts';
import { everything, pageOf, pageOfAll } from './library.ts';

/** A month's neighbours among the months of the contract. */
export interface Neighbours {
  readonly previous: Month | null;
  readonly next: Month | null;
}

function neighboursOf(month: Month): Neighbours {
  const { months } = everything().project.assessment;
  const index = months.indexOf(month);
  return { previous: months[index - 1] ?? null, next: months[index + 1] ?? null };
}

/** What the pages of one month read: its rows and earlier ones, and what is measured. */
const readsOf = (month: Month): Reads => ({ through: month, content: ['indicators', 'plan'] });

/** One page for each month. */
export const monthPaths = () =>
  everything().project.assessment.months.map((month) => pageOf(readsOf(month), { month }, { month, ...neighboursOf(month) }));

/** One page for each log of each month that was handed in. */
export const recordPaths = () =>
  everything().project.ledger.months.flatMap(({ month, logs }) =>
    [...logs.values()]
      .filter(({ handed }) => handed.state !== 'absent')
      .map(({ log: { id } }) => pageOf(readsOf(month), { month, log: id }, { month, log: id })),
  );

/** One page for each procedure. */
export const procedurePaths = () =>
  everything().project.content.procedures.map((procedure) => pageOfAll({ id: procedure.id }, { procedure }));

/** One page for each address that has changed; it leads to the new one. */
export function movedPaths() {
  const redirects = everything().project.content.redirects?.data.redirects ?? [];
  return redirects.map((redirect) => pageOfAll({ moved: redirect.from.replace(/^\/|\/$/gu, '') }, redirect));
}
