import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
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

/** Failed rows that somebody picked from the files of six months without knowing this code. */
const picked = z
  .object({
    months: z.record(z.string(), z.array(z.object({ log: z.string(), line: z.int(), place: z.string(), closed: z.string() }))),
  })
  .parse(JSON.parse(readFileSync('tests/reviewer/notices.json', 'utf8'))).months;

it('has an item for every row that a stranger called failed, at the same place and with the same end', () => {
  const wrong = Object.entries(picked).flatMap(([month, rows]) => {
    const items = noticesOf(assessment, month);
    return rows.filter(({ log, line, place, closed }) => {
      const file = `data/${month}/${log}.csv`;
      const item = items.find(({ failures }) => failures.some(({ record }) => record?.file === file && record.line === line));
      const own = item?.failures.find(({ record }) => record?.line === line)?.found;
      // What was closed later was open when the month ended; of some logs the stranger read no end.
      const isSame = closed === '未写明' || closed.slice(0, 7) > month || own?.closed?.replace('T', ' ') === closed;
      return item === undefined || ![item.place.value, item.kind.value].includes(place) || !isSame;
    });
  });
  expect(Object.values(picked).flat()).toHaveLength(187);
  expect(wrong).toEqual([]);
});
