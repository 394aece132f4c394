import { expect, it } from 'vitest';
import { indicatorWith, ledgerOf, present, roundsHeader, september, targetOf } from '../testing/ledger.ts';
import { Assessment } from './assessment.ts';
import { evidenceOf } from './evidence.ts';

const month = '2026-09';
const round = { match: { location: 'location', item: 'item' }, log: 'rounds', kind: 'coverage' };
const covered = (where: object | undefined, id: string) =>
  indicatorWith({ measure: { ...round, ...(where === undefined ? {} : { where }) }, targets: [targetOf('>=', 100)] }, id);
/** The first asks for a row that passed, the second for any row: a round without a row may have been one that failed. */
const passed = covered({ result: '合格' }, 'a.b.passed');
const made = covered(undefined, 'a.b.made');
const failed = indicatorWith(
  {
    measure: { kind: 'count', log: 'rounds', where: { result: '不合格' }, events: 'unwanted', among: {} },
    targets: [targetOf('<=', 3, '次')],
  },
  'a.b.failed',
);

/** The rows of the tiny contract’s September without the rounds of 15 and 22 September at W01. */
const texts = {
  ...september,
  'data/2026-09/delivery.csv': present(september['data/2026-09/delivery.csv']).replace('巡查,6', '巡查,4'),
  'data/2026-09/rounds.csv': `${roundsHeader}
2026-09-02,W01,大堂,10,10,合格,
2026-09-05,W02,大堂,8,8,合格,
2026-09-08,W01,大堂,10,9,不合格,地面有水
2026-09-30,W01,地库,4,4,合格,
`,
};

function unknownOf(indicators: readonly (typeof made)[]) {
  const { value: ledger } = ledgerOf(texts);
  const [part] = evidenceOf(new Assessment(ledger, indicators, { start: '2026-09-01', smallSample: 10 }), failed, month).parts;
  return { counted: part?.result.unknown, slots: part?.unknown.map(({ occurrence }) => occurrence?.id) };
}

it('of which no row speaks may each have been any row that a measure of the schedule asks for, whichever is read last', () => {
  const both = unknownOf([passed, made, failed]);
  expect(both).toEqual({ counted: 2, slots: ['JH-001/2026-09-14', 'JH-001/2026-09-21'] });
  expect(unknownOf([made, passed, failed])).toEqual(both);
  expect(unknownOf([failed, made])).toEqual(both);
  // Where the row that passed is all that anybody asks for, nobody misses one that failed.
  expect(unknownOf([failed, passed])).toEqual({ counted: 0, slots: [] });
});
