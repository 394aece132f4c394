import { describe, expect, it } from 'vitest';
import { Assessment } from '../indicators/assessment.ts';
import { problem } from '../problem/problem.ts';
import { ledgerOf, present, roundsHeader, slipHeader } from '../testing/ledger.ts';
import { deliveriesOf } from './deliveries.ts';
import { qualityReport, refusalsIn, remarksIn, repairsIn } from './quality.ts';

/** August was not handed in at all; of September the slip lists a round more than the file has, late, and a nil return; one date is repaired, one row refused. */
const { value: ledger, problems } = ledgerOf({
  'data/2026-09/delivery.csv': `${slipHeader}\n巡查,3,2026-10-12,GL-01\n现场检查,0,2026-10-03,GL-01\n`,
  'data/2026-09/rounds.csv': `${roundsHeader}\n2026/9/2,W01,大堂,10,10,合格,\n2026-09-03,W01,大堂,10,11,合格,\n`,
});
const elsewhere = problem('cell/repaired', { file: 'data/registers/areas.csv', line: 3, column: 1 }, '全角字符已按半角读取');
const quality = qualityReport(new Assessment(ledger, [], { start: '2026-08-01', smallSample: 10 }), [elsewhere, ...problems]);
const [september, august] = [present(quality.months[0]), present(quality.months[1])];

describe('qualityReport', () => {
  it('goes back to the first month of the contract, latest first', () => {
    expect(quality.months.map(({ month }) => month)).toEqual(['2026-09', '2026-08']);
  });

  it('counts every log once by how it came in', () => {
    expect(september.counts).toEqual({ absent: 1, nil: 1, complete: 0, incomplete: 1 });
    expect(september.late).toBe(1);
    expect(september.rows).toEqual({ given: 2, read: 1, repaired: 1, refused: 1, carried: 0 });
  });

  it('counts the logs of a month without a folder as absent', () => {
    expect(august.counts).toEqual({ absent: 3, nil: 0, complete: 0, incomplete: 0 });
    expect([august.late, august.problems]).toEqual([0, []]);
    expect(august.rows).toEqual({ given: 0, read: 0, repaired: 0, refused: 0, carried: 0 });
    expect(deliveriesOf(ledger, '2026-08').map(({ file }) => file)).toContain('data/2026-08/rounds.csv');
  });

  it('places the findings in their month, and the rest elsewhere', () => {
    expect(september.problems.map(({ code, line }) => [code, line])).toEqual([
      ['delivery/row-count', 2],
      ['cell/repaired', 2],
      ['row/contradiction', 3],
    ]);
    expect(quality.elsewhere).toEqual([elsewhere]);
  });

  it('tells repairs with their cells, refusals and the rest apart', () => {
    expect(repairsIn(september).flatMap(({ cells }) => cells ?? [])).toEqual([
      { line: 2, column: 1, raw: '2026/9/2', value: '2026-09-02' },
    ]);
    expect(refusalsIn(september).map(({ code, line }) => [code, line])).toEqual([['row/contradiction', 3]]);
    expect(remarksIn(september).map(({ code }) => code)).toEqual(['delivery/row-count']);
  });
});
