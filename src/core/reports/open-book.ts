import { caseKinds } from '../logs/role.ts';
import { counts, type ValueBook } from './book.ts';
import { type Case, caseId } from './cases.ts';
import type { Destination } from './destination.ts';
import { type OpenCases, ofKinds, overdueAmong, unsettledAmong } from './open.ts';
import { keepsAny } from './roles.ts';

/** Where an open case stands in the book: `2026-10/open.requests.2026-09.L21`. */
export const caseSubject = (prefix: string, each: Pick<Case, 'first'>): string => `${prefix}/open.${caseId(each)}`;

/** What was open at the end: how many of which kind, how many past their limit, and of each how long. */
export function addOpen(book: ValueBook, prefix: string, { cases, kept }: OpenCases, to: Destination): void {
  const add = (subject: string, own: readonly Case[], unit = '件') => {
    const overdue = overdueAmong(own);
    counts(book, subject, to, unit, { open: own.length, overdue: overdue.length });
    counts(book, subject, to, '天', { longest: Math.max(0, ...overdue.map(({ over }) => over)) });
  };
  if (!keepsAny(kept, caseKinds)) return;
  add(`${prefix}/open`, cases);
  add(`${prefix}/open.unsettled`, unsettledAmong(cases));
  for (const kind of caseKinds.filter((each) => kept.has(each)))
    add(`${prefix}/open.${kind}`, ofKinds(cases, [kind]), kind === 'measure' ? '项' : '件');
  for (const each of cases) counts(book, caseSubject(prefix, each), to, '天', { days: each.days, over: each.over });
}
