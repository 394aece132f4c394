import { describe, expect, it } from 'vitest';
import { Assessment } from '../indicators/assessment.ts';
import { measureSchema } from '../measures/measure.ts';
import { logNamed } from '../testing/definitions.ts';
import { indicatorWith, ledgerOf, present, roundsHeader, slipHeader, targetOf } from '../testing/ledger.ts';
import { failingField, failuresOf } from './failures.ts';

const checks = logNamed('checks');
const requests = logNamed('requests');

const month = (id: string, rows: readonly string[]): [string, string][] => [
  [`data/${id}/delivery.csv`, `${slipHeader}\n巡查,${rows.length},${id}-28,GL-01\n`],
  [`data/${id}/rounds.csv`, `${[roundsHeader, ...rows].join('\n')}\n`],
];
const texts = Object.fromEntries([
  ...month('2026-08', ['2026-08-04,W01,大堂,10,7,不合格,地面有水', '2026-08-11,W01,大堂,10,10,合格,']),
  ...month('2026-09', ['2026-09-08,W01,大堂,10,9,不合格,地面有水', '2026-09-15,W02,大堂,8,6,不合格,墙角有灰']),
]);

function failures(measure: object) {
  const indicator = indicatorWith({ measure, targets: [targetOf('>=', 100)] });
  const assessment = new Assessment(ledgerOf(texts).value, [indicator], { start: '2026-08-01', smallSample: 10 });
  return failuresOf(assessment, present(indicator.parts[0]), ['2026-08', '2026-09']);
}
const told = (found: ReturnType<typeof failures>) => found?.groups.map(({ value, count }) => [value, count]);

describe('failures by what their rows say', () => {
  it('groups by the column that the measure names as its reason, and keeps the months', () => {
    const found = failures({ kind: 'share', log: 'rounds', pass: { result: '合格' }, because: 'note' });
    expect(found).toMatchObject({ unit: '条', total: 3, column: { name: '备注' } });
    expect(told(found)).toEqual([
      ['地面有水', 2],
      ['墙角有灰', 1],
    ]);
    expect([...present(found?.groups[0]).months]).toEqual([
      ['2026-08', 1],
      ['2026-09', 1],
    ]);
  });

  it('counts the faulty things of rows that count things', () => {
    const found = failures({ kind: 'sum-share', log: 'rounds', numerator: 'passed', denominator: 'checked', faultless: 'all' });
    expect(found).toMatchObject({ unit: '处', total: 6, column: { name: '结果' } });
    const infested = failures({
      kind: 'sum-share',
      log: 'rounds',
      numerator: 'passed',
      denominator: 'checked',
      faultless: 'none',
    });
    expect(infested?.total).toBe(32);
  });

  it('falls back on the place when no other column tells rows apart', () => {
    expect(told(failures({ kind: 'share', log: 'rounds', pass: { result: '合格' } }))).toEqual([
      ['W01', 2],
      ['W02', 1],
    ]);
  });

  it('passes over columns that the measure fixes, and over staff', () => {
    const within = { kind: 'within', log: 'requests', from: 'reported', to: 'responded', limits: [{ max: 2, unit: 'h' }] };
    expect(failingField(measureSchema.parse(within), requests)).toBe('service');
    const fixed = measureSchema.parse({ ...within, where: { service: 'cleaning', priority: '一般' } });
    expect(failingField(fixed, requests)).toBe('outcome');
    const share = { kind: 'share', log: 'checks', where: { service: 'cleaning', item: '地面' }, pass: { result: '合格' } };
    expect(failingField(measureSchema.parse(share), checks)).toBe('method');
  });

  it('tells things that were due without a row apart', () => {
    const found = failures({ kind: 'coverage', log: 'rounds', match: { location: 'location', item: 'item' }, because: 'note' });
    const missing = found?.groups.filter(({ unrecorded }) => unrecorded);
    expect(missing).toHaveLength(1);
    expect(missing?.[0]?.value).toBeNull();
  });
});
