import { expect, it } from 'vitest';
import { monthPeriod } from '../../src/core/calendar/period.ts';
import { Assessment } from '../../src/core/indicators/assessment.ts';
import { evidenceOf } from '../../src/core/indicators/evidence.ts';
import { ledgerThrough } from '../../src/core/ledger/around.ts';
import { present } from '../../src/core/testing/ledger.ts';
import { sample } from '../sample.ts';

const { assessment, ledger, contract } = sample;

/** What a month says, row by row. */
const said = (from: Assessment, month: string) =>
  from.all.map((indicator) => {
    const { result, parts } = evidenceOf(from, indicator, month);
    const rows = parts.flatMap(({ failed, passed, excluded, unknown, underWay }) =>
      [failed, passed, excluded, unknown, underWay].flat().map(({ record, occurrence, counted }) => {
        return [record?.file, record?.line, occurrence?.slot, counted];
      }),
    );
    return { id: indicator.id, verdict: result.verdict, parts: result.parts.map(({ tally }) => tally), rows };
  });

it('says the same of a month with the later months left away as with them: a week that ends in the next was open for ever', () => {
  for (const month of assessment.months) {
    const alone = new Assessment(ledgerThrough(ledger, month), assessment.all, contract);
    expect(said(alone, month), month).toEqual(said(assessment, month));
  }
  const week = assessment.result(present(assessment.all.find(({ id }) => id === 'electrical.specific.weekly-inspection')), {
    ...monthPeriod('2025-10'),
  });
  expect(week.verdict).toBe('missed');
}, 120_000);
