import { expect, it } from 'vitest';
import { monthPeriod } from '../../src/core/calendar/period.ts';
import { Assessment } from '../../src/core/indicators/assessment.ts';
import { unplaced } from '../../src/core/indicators/result.ts';
import { absentLog } from '../../src/core/logs/log.ts';
import { present } from '../../src/core/testing/ledger.ts';
import { sample } from '../sample.ts';

const { assessment, ledger, contract } = sample;
const month = '2025-02';

/** The verdict of an indicator on what belongs to no place, when some logs were not handed in. */
function verdict(indicator: string, absent: readonly string[]): string {
  const months = ledger.months.map((each) => {
    if (each.month !== month) return each;
    const logs = [...each.logs].map(([id, log]) => [id, absent.includes(id) ? absentLog(log.log, month) : log] as const);
    return { ...each, logs: new Map(logs) };
  });
  const all = new Assessment({ ...ledger, months }, assessment.all, contract);
  return all.result(present(assessment.all.find(({ id }) => id === indicator)), monthPeriod(month), unplaced).verdict;
}

it('does not call green what belongs to no place where a log that may have told of it was not handed in', () => {
  expect(verdict('cleaning.safety.operation', [])).toBe('incomplete');
  expect(verdict('cleaning.safety.operation', ['supervision'])).toBe('incomplete');
  expect(verdict('cleaning.safety.operation', ['incidents'])).toBe('no-data');
});
