import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Month } from '../src/core/calendar/date.ts';
import { noticesOf } from '../src/core/reports/notices.ts';
import { sample } from './sample.ts';

const { assessment } = sample;
const { months } = assessment;
const anyMonth = fc.constantFrom(...months);

/** What failed of every indicator, read from the judgements themselves: rows by file and line, what was due by its entry and slot. */
function failedIn(month: Month): Set<string> {
  const judged = assessment.indicators.flatMap(({ parts }) => parts.flatMap((part) => assessment.judgements(part, month)));
  return new Set(
    judged
      .filter(({ counted }) => counted === 'fail')
      .map(({ record, occurrence }) => (record === null ? `${occurrence?.id}` : `${record.file}:${record.line}`)),
  );
}

const idsIn = (month: Month) =>
  noticesOf(assessment, month).flatMap(({ failures }) =>
    failures.map(({ record, occurrence }) => (record === null ? `${occurrence?.id}` : `${record.file}:${record.line}`)),
  );

it('has an item for every failed row and every due occurrence without one, in every month', () => {
  expect(months).toHaveLength(24);
  for (const month of months) {
    const held = new Set(idsIn(month));
    expect([...failedIn(month)].filter((id) => !held.has(id))).toEqual([]);
  }
});

it('holds each of them in one item, and what it holds beside them is a finding', () => {
  fc.assert(
    fc.property(anyMonth, (month) => {
      const ids = idsIn(month);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { failures } of noticesOf(assessment, month))
        for (const { failing, found } of failures) expect(failing.length > 0 || found !== null).toBe(true);
    }),
    { numRuns: months.length },
  );
});

it('counts one row that fails several indicators once, and names them all', () => {
  const many = months.flatMap((month) =>
    noticesOf(assessment, month).flatMap(({ failures }) => failures.filter(({ failing }) => failing.length > 1)),
  );
  expect(many.length).toBeGreaterThan(0);
  for (const { failing } of many) expect(new Set(failing.map(({ indicator }) => indicator.id)).size).toBe(failing.length);
});

it('gives an item the rows of one log at one place', () => {
  for (const month of months)
    for (const { log, unrecorded, failures } of noticesOf(assessment, month).filter(({ unrecorded }) => !unrecorded)) {
      expect(unrecorded).toBe(false);
      expect(new Set(failures.map((each) => each.log.id))).toEqual(new Set([log.id]));
      expect(new Set(failures.map(({ record }) => record?.values[log.location ?? ''])).size).toBe(1);
    }
});

it('says the same of a month whatever came in after it', () => {
  fc.assert(
    fc.property(anyMonth, (month) => {
      const told = (those: ReturnType<typeof noticesOf>) =>
        those.map(({ number, before, repeats, state, limit, deadline, posts, failures }) => ({
          ...{ number, before, repeats, state, limit, deadline, posts },
          lines: failures.map(({ record }) => record?.line ?? null),
        }));
      expect(told(noticesOf(assessment, month))).toEqual(told(noticesOf(assessment.through(month), month)));
    }),
    { numRuns: 6 },
  );
});

it('tells five failed checks of one room as one item that came again', () => {
  const [item] = noticesOf(assessment, '2026-10').filter(({ failures }) => failures.length === 5);
  expect(item?.place.value).toBe('W03-T1');
  expect(item).toMatchObject({ repeats: 4, before: 0, state: 'closed', posts: [], checking: 'unwritten' });
});
