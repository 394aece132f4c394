import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDay, type Month } from '../../src/core/calendar/date.ts';
import { monthPeriod } from '../../src/core/calendar/period.ts';
import { merit } from '../../src/core/indicators/verdict.ts';
import { logsOf, measuresOf } from '../../src/core/measures/measure.ts';
import { present } from '../../src/core/testing/ledger.ts';
import type { Cells } from '../tampering.ts';
import { type Chapter, Histories, judgementsOf, type Told } from './histories.ts';

const contract = new Histories();
const months: readonly Month[] = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];

/** What happened, whoever wrote it down: minutes from the report to the answer and to the end, null where there was none. */
interface Event {
  readonly at: Date;
  readonly answered: number | null;
  readonly ended: number | null;
  readonly urgent: boolean;
}

/** How the events of a log are written: what is always there, and the columns of the three moments. */
interface Writing {
  readonly log: string;
  readonly series: string;
  readonly begun: string;
  readonly answered: string;
  readonly ended: string;
  readonly cells: (event: Event, isEnded: boolean) => Cells;
}

const writings: readonly Writing[] = [
  {
    log: 'faults',
    series: 'BX',
    begun: 'reported',
    answered: 'responded',
    ended: 'repaired',
    cells: () => ({ location: 'W04', device: 'W04-S1', fault: '插座回路漏电跳闸', diagnosis: '准确', staff: 'DG-02' }),
  },
  {
    log: 'requests',
    series: 'QQ',
    begun: 'reported',
    answered: 'responded',
    ended: 'completed',
    cells: ({ urgent }, isEnded) => ({
      service: '保洁',
      priority: urgent ? '紧急' : '一般',
      location: 'W08',
      subject: '门头字牌积灰',
      outcome: isEnded ? '已完成' : '处理中',
      staff: 'BJ-03',
    }),
  },
  {
    log: 'feedback',
    series: 'FK',
    begun: 'received',
    answered: 'responded',
    ended: 'closed',
    cells: ({ urgent }, isEnded) => ({
      service: '保洁',
      location: 'W07',
      kind: urgent ? '投诉' : '建议',
      channel: '热线',
      summary: '走廊有烟头未清',
      satisfied: isEnded ? '满意' : '未回访',
    }),
  },
];

const text = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');
const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
const monthOf = (at: Date): Month => text(at).slice(0, 7);

/** A moment as it is known when a month has ended: blank where it has not come. */
const knownIn = ({ at }: Event, minutes: number | null, month: Month): string => {
  const moment = minutes === null ? '' : text(later(at, minutes));
  return moment.slice(0, 10) > lastDay(month) ? '' : moment;
};

/** The files of all months as an honest clerk hands them in: what the month before left open, then what began in it. */
function written(events: readonly Event[], writing: Writing): Chapter[] {
  const numbered = events.map((event, at) => {
    const before = events.slice(0, at).filter((each) => monthOf(each.at) === monthOf(event.at)).length;
    return { event, id: `${writing.series}-${monthOf(event.at).replace('-', '')}-${String(before + 1).padStart(3, '0')}` };
  });
  return months.map((month, place) => {
    const rows = numbered.filter(({ event }) => {
      const begun = monthOf(event.at);
      return begun === month || (begun < month && knownIn(event, event.ended, months[place - 1] ?? '') === '');
    });
    return {
      month,
      rows: rows.map(({ event, id }) => {
        const ended = knownIn(event, event.ended, month);
        return {
          ...writing.cells(event, ended !== ''),
          id,
          [writing.begun]: text(event.at),
          [writing.answered]: knownIn(event, event.answered, month),
          [writing.ended]: ended,
        };
      }),
    };
  });
}

const event = fc
  .record({
    minute: fc.integer({ min: 0, max: 181 * 1440 - 1 }),
    // Many begin in the last hours of a month.
    late: fc.option(fc.record({ month: fc.constantFrom(...months), before: fc.integer({ min: 1, max: 3000 }) })),
    answered: fc.option(fc.integer({ min: 0, max: 4000 }), { freq: 6 }),
    rest: fc.option(fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 140_000 })), { freq: 4 }),
    urgent: fc.boolean(),
  })
  .map(({ minute, late, answered, rest, urgent }): Event => {
    const start = new Date('2026-02-01T00:00Z');
    const at = late === null ? later(start, minute) : later(new Date(`${lastDay(late.month)}T24:00Z`), -late.before);
    return { at, answered, ended: answered === null || rest === null ? null : answered + rest, urgent };
  })
  .filter(({ at }) => months.includes(monthOf(at)));

const history = fc.record({ writing: fc.constantFrom(...writings), events: fc.array(event, { minLength: 1, maxLength: 7 }) });

const reading = (log: string) =>
  contract.project.assessment.all.filter(({ parts }) => parts.some(({ measure }) => logsOf(measure).includes(log)));

/** Every result of a month: verdict and tallies of each indicator that reads the log. */
const resultsOf = ({ assessment }: Told, log: string, month: Month) =>
  reading(log).map((indicator) => {
    const { verdict, parts } = assessment.result(indicator, monthPeriod(month));
    return { id: indicator.id, verdict, tallies: parts.map(({ tally, unknown, underWay }) => ({ tally, unknown, underWay })) };
  });

describe('cases of up to six months', () => {
  it('are read without a problem, and are left open where they are', () => {
    fc.assert(
      fc.property(history, ({ writing, events }) => {
        const chapters = written(events, writing);
        const { assessment, problems } = contract.told(writing.log, chapters);
        expect(problems).toEqual([]);
        const last = present(assessment.ledger.months.at(-1)).left.get(writing.log);
        const open = events.filter((each) => knownIn(each, each.ended, '2026-07') === '');
        expect(last?.size).toBe(open.length);
      }),
      { numRuns: 60 },
    );
  });

  it('are each judged exactly once, or are open: by every measure that reads them', () => {
    fc.assert(
      fc.property(history, ({ writing, events }) => {
        const { log } = writing;
        const chapters = written(events, writing);
        const told = contract.told(log, chapters);
        const open = present(told.assessment.ledger.months.at(-1)).left.get(log);
        const parts = reading(log).flatMap((indicator) =>
          indicator.parts.filter(({ measure }) => measuresOf(measure).every((each) => each.log === log)),
        );
        const keys = new Set(chapters.flatMap(({ rows }) => rows.map(({ id = '' }) => id)));
        for (const part of parts) {
          const byMonth = months.map((month) => told.assessment.judgements(part, month));
          for (const key of keys) {
            const all = byMonth.flatMap((judgements) => judgementsOf(judgements, key, contract.log(log)));
            const decided = all.filter(({ counted }) => counted !== 'unknown' && counted !== 'under-way');
            // A measure that does not mean the case never speaks of it.
            const wanted = all.length === 0 || (decided.length === 0 && open?.has(key) === true) ? 0 : 1;
            expect([part.measure.kind, key, decided.length]).toEqual([part.measure.kind, key, wanted]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are judged in the month in which they end or their limit runs out: repairs, within 24 hours', () => {
    const part = present(contract.project.assessment.all.find(({ id }) => id === 'electrical.specific.fault-repair')?.parts[0]);
    const [writing] = writings;
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 7 }), (events) => {
        const chapters = written(events, present(writing));
        const { assessment } = contract.told('faults', chapters);
        const told = months.flatMap((month) =>
          assessment
            .judgements(part, month)
            .filter(({ counted }) => counted === 'pass' || counted === 'fail')
            .map(({ counted }) => `${month} ${counted}`),
        );
        const wanted = events.map(({ at, ended }) =>
          ended !== null && ended <= 1440 ? `${monthOf(later(at, ended))} pass` : `${monthOf(later(at, 1440))} fail`,
        );
        expect(told.sort()).toEqual(wanted.filter((each) => each < '2026-08').sort());
      }),
      { numRuns: 100 },
    );
  });

  it('do not pay when a row that continues one is dropped, delayed, blanked or dated otherwise: no verdict of any month', () => {
    const tampering = fc.record({ history, what: fc.constantFrom('drop', 'delay', 'blank', 're-date'), pick: fc.nat() });
    let tried = 0;
    fc.assert(
      fc.property(tampering, ({ history: { writing, events }, what, pick }) => {
        const { log } = writing;
        const chapters = written(events, writing);
        const carried = chapters.flatMap(({ month, rows }) =>
          rows.filter(({ id = '' }) => !id.includes(month.replace('-', ''))).map(({ id = '' }) => ({ month, id })),
        );
        const chosen = carried[pick % Math.max(1, carried.length)];
        if (chosen === undefined) return;
        tried += 1;
        const filled = [writing.begun, writing.answered, writing.ended];
        const changed = (row: Cells): Cells[] => {
          const column = filled.filter((each) => (row[each] ?? '') !== '')[pick % 3] ?? writing.begun;
          switch (what) {
            case 'drop':
            case 'delay':
              return [];
            case 'blank':
              return [{ ...row, [column]: '' }];
            case 're-date':
              return [{ ...row, [writing.begun]: `${chosen.month}-01 00:00` }];
          }
        };
        const after = chapters.map(({ month, rows }) => {
          const meant = month === chosen.month || (what === 'drop' && month > chosen.month);
          return { month, rows: rows.flatMap((row) => (meant && row.id === chosen.id ? changed(row) : [row])) };
        });
        const [honest, tampered] = [contract.told(log, chapters), contract.told(log, after)];
        for (const month of months) {
          const before = resultsOf(honest, log, month);
          const better = resultsOf(tampered, log, month).filter(
            ({ verdict }, at) => merit[verdict] > merit[present(before[at]).verdict],
          );
          expect(better.map(({ id, verdict }) => `${what} ${chosen.month} ${chosen.id}: ${month} ${id} ${verdict}`)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    expect(tried).toBeGreaterThan(400);
  });

  it('leave a month as it was, whatever later months tell', () => {
    fc.assert(
      fc.property(history, fc.nat(4), ({ writing, events }, at) => {
        const { log } = writing;
        const chapters = written(events, writing);
        const [whole, then] = [contract.told(log, chapters), contract.told(log, chapters.slice(0, at + 1))];
        for (const month of months.slice(0, at + 1)) expect(resultsOf(whole, log, month)).toEqual(resultsOf(then, log, month));
      }),
      { numRuns: 60 },
    );
  });
});
