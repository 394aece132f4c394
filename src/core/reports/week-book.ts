import { findingKinds } from '../logs/role.ts';
import { counts, ValueBook } from './book.ts';
import type { Destination } from './destination.ts';
import { ofKinds } from './open.ts';
import { addOpen } from './open-book.ts';
import { keepsAny } from './roles.ts';
import type { WeekReport } from './week.ts';

/** Every number of a week's report. */
export function weekBook(report: WeekReport): ValueBook {
  const book = new ValueBook();
  const prefix = report.week.id;
  const to = (id: string): Destination => ({ kind: 'part', report: prefix, id });
  const share = (id: string, numerator: number, denominator: number, part: string) =>
    book.add(id, { kind: 'share', numerator, denominator }, to(part));
  for (const { log, due, done } of report.work) {
    counts(book, `${prefix}/work.${log.id}`, to('work'), '次', { due, done, failed: due - done });
  }
  for (const { log, due } of report.unknown) counts(book, `${prefix}/unknown.${log.id}`, to('work'), '次', { due });
  const sum = (field: 'due' | 'done') => report.work.reduce((total, each) => total + each[field], 0);
  counts(book, `${prefix}/work`, to('work'), '次', { due: sum('due'), failed: sum('due') - sum('done') });
  share(`${prefix}/work/done`, sum('done'), sum('due'), 'work');
  const { cases, kept } = report.open;
  if (kept.has('request')) {
    const settled = report.requests.filter(({ done }) => done).length;
    counts(book, `${prefix}/requests`, to('requests'), '件', { received: report.requests.length });
    share(`${prefix}/requests/settled`, settled, report.requests.length, 'requests');
  }
  for (const { kind, rows } of report.feedback)
    counts(book, `${prefix}/feedback.${kind}`, to('requests'), '件', { received: rows.length });
  if (keepsAny(kept, findingKinds))
    counts(book, `${prefix}/findings`, to('actions'), '件', {
      found: report.found.length,
      settled: report.settled.length,
      open: ofKinds(cases, findingKinds).length,
    });
  if (kept.has('measure'))
    counts(book, `${prefix}/measures`, to('actions'), '项', {
      raised: report.raised.length,
      done: report.carriedOut.length,
      waiting: ofKinds(cases, ['measure']).length,
    });
  addOpen(book, prefix, report.open, to('open'));
  return book;
}
