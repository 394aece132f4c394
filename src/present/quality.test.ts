import { describe, expect, it } from 'vitest';
import { Assessment } from '../core/indicators/assessment.ts';
import { deliveryHistories } from '../core/reports/lateness.ts';
import { qualityReport, repairsIn } from '../core/reports/quality.ts';
import { ledgerOf, present, roundsHeader, slipHeader } from '../core/testing/ledger.ts';
import { cellCount, latenessWords, monthQualitySentence, repairWords } from './quality.ts';

/** September: one log of three came, two days late, with two cells repaired. */
const { value: ledger, problems } = ledgerOf({
  'data/2026-09/delivery.csv': `${slipHeader}\n巡查,1,2026-10-12,GL-01\n`,
  'data/2026-09/rounds.csv': `${roundsHeader}\n2026/9/2,W01,大堂,１０,10,合格,\n`,
});
const assessment = new Assessment(ledger, [], { start: '2026-09-01', smallSample: 10 });
const september = present(qualityReport(assessment, problems).months[0]);

describe('the quality of a month in words', () => {
  it('tells what came, how late, and what became of the rows', () => {
    expect(monthQualitySentence(september)).toBe('2026年9月应交3种台账，已交1种，1种迟交；读入1行，统一写法2格，退回0行。');
  });

  it('says what was done to a cell without the count', () => {
    expect(cellCount(repairsIn(september))).toBe(2);
    for (const each of repairsIn(september)) expect(repairWords(each)).toMatch(/^“(日期|应检数)”列的.*已统一$/u);
  });

  it('tells a log’s late months', () => {
    const [rounds, checks] = deliveryHistories(assessment, 10);
    expect(latenessWords(present(rounds))).toBe('2026年9月迟2天');
    expect(latenessWords(present(checks))).toBe('从未迟交');
  });
});
