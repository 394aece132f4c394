import type { Month } from '../calendar/date.ts';
import type { TableRecord } from '../csv/table.ts';
import type { LogMonth } from '../logs/log.ts';
import { compile } from '../registers/condition.ts';
import { type Occurrence, occurrencesOf } from '../registers/registers.ts';
import type { Assessment } from './assessment.ts';

/** What became of some rows, or of what was due: `judged` + `declared` + the rest are all. */
export interface Account<T> {
  readonly all: number;
  readonly judged: number;
  /** Not judged, for a reason that the contract declares. */
  readonly declared: number;
  /** Neither: nobody would notice if they were not there. */
  readonly rest: readonly T[];
}

/** The account of a log in a month. */
export interface LogAccount {
  readonly handed: LogMonth;
  readonly records: Account<TableRecord>;
  readonly due: Account<Occurrence>;
}

function accountOf<T>(items: readonly T[], isJudged: (item: T) => boolean, isDeclared: (item: T) => boolean): Account<T> {
  const others = items.filter((each) => !isJudged(each));
  const rest = others.filter((each) => !isDeclared(each));
  return { all: items.length, judged: items.length - others.length, declared: others.length - rest.length, rest };
}

/** What logs of a month add up to. */
export function sumOf<T>(accounts: readonly Account<T>[]): Account<T> {
  return {
    all: accounts.reduce((sum, { all }) => sum + all, 0),
    judged: accounts.reduce((sum, { judged }) => sum + judged, 0),
    declared: accounts.reduce((sum, { declared }) => sum + declared, 0),
    rest: accounts.flatMap(({ rest }) => rest),
  };
}

/**
 * The account of every log that came in for a month (DESIGN, rule 3: conservation). A log declares rows by conditions, with a
 * reason; an entry of the schedule by its own words in the column `unjudged`.
 */
export function conservation(assessment: Assessment, month: Month): LogAccount[] {
  const { ledger } = assessment;
  const { registers, calendar } = ledger;
  const { records, occurrences } = assessment.judged(month);
  const handedIn = [...(ledger.months.find((each) => each.month === month)?.logs.values() ?? [])];
  return handedIn
    .filter(({ handed }) => handed.state !== 'absent')
    .map((handed): LogAccount => {
      const { log } = handed;
      const tests = log.unjudged.map(({ where }) => compile(where, log, registers));
      const { through } = handed;
      // Of a month under way only that is due whose time is over.
      const due = occurrencesOf(registers, calendar, log.id, month).filter(({ slot }) => through === null || slot.to <= through);
      return {
        handed,
        records: accountOf(
          handed.records,
          (record) => records.has(record),
          ({ values }) => tests.some((test) => test(values)),
        ),
        due: accountOf(
          due,
          ({ id }) => occurrences.has(id),
          ({ entry }) => (entry.unjudged ?? null) !== null,
        ),
      };
    });
}
