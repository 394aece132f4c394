import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputOf, ledgerOf, september } from '../testing/ledger.ts';
import { checkMeasure, judge, type Measure, measureSchema, tallyKind, tallyOf } from './measure.ts';
import { add, zero } from './tally.ts';

const { value: ledger } = ledgerOf(september);

const measures: readonly Measure[] = [
  { kind: 'share', log: 'rounds', pass: { result: '合格' } },
  { kind: 'within', log: 'requests', from: 'reported', to: 'responded', limits: [{ max: 30, unit: 'min' }] },
  { kind: 'coverage', log: 'rounds', match: { location: 'location', item: 'item' } },
  { kind: 'count', log: 'requests', events: 'unwanted' },
  { kind: 'sum-share', log: 'rounds', numerator: 'passed', denominator: 'checked', faultless: 'all' },
  { kind: 'mean', log: 'requests', of: { from: 'reported', to: 'responded' } },
].map((each) => measureSchema.parse(each));
const rowMeasures = measures.filter(({ kind }) => kind !== 'coverage');

describe('every kind of measure', () => {
  it('judges September as worked by hand', () => {
    const tallies = measures.map((measure) => tallyOf(measure, judge(measure, inputOf(ledger, measure.log, '2026-09'))));
    expect(tallies).toEqual([
      { kind: 'ratio', numerator: 5, denominator: 6 },
      { kind: 'ratio', numerator: 2, denominator: 3 },
      { kind: 'ratio', numerator: 6, denominator: 6 },
      { kind: 'count', events: 3 },
      { kind: 'ratio', numerator: 51, denominator: 52 },
      { kind: 'mean', sum: 110, count: 3, squares: 4900 },
    ]);
  });

  it('yields one kind of tally', () => {
    expect(measures.map(tallyKind)).toEqual(['ratio', 'ratio', 'ratio', 'count', 'ratio', 'mean']);
  });

  it('fits its log', () => {
    for (const measure of measures) {
      expect(checkMeasure(measure, inputOf(ledger, measure.log, '2026-09').log, ledger.registers)).toEqual([]);
    }
  });

  it('is told from the others by its kind and refuses what it does not know', () => {
    expect(measureSchema.safeParse({ kind: 'median', log: 'rounds' }).success).toBe(false);
    expect(measureSchema.safeParse({ kind: 'share', log: 'rounds' }).success).toBe(false);
    expect(measureSchema.safeParse({ kind: 'share', log: 'rounds', pass: {}, formula: 'a/b' }).success).toBe(false);
    expect(
      measureSchema.safeParse({ kind: 'share', log: 'rounds', pass: {}, exclude: [{ where: {}, reason: '' }] }).success,
    ).toBe(false);
  });
});

describe('laws of measures', () => {
  it('tallies add up over any split of the rows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rowMeasures),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
        (measure, groups) => {
          const input = inputOf(ledger, measure.log, '2026-09');
          const part = (group: number) => {
            const records = input.records.filter((_, index) => groups[index] === group);
            return tallyOf(measure, judge(measure, { ...input, records }));
          };
          expect([0, 1, 2].map(part).reduce(add, zero(tallyKind(measure)))).toEqual(tallyOf(measure, judge(measure, input)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('tallies add up over locations: every judgement of a log with locations has one', () => {
    for (const measure of measures) {
      const judged = judge(measure, inputOf(ledger, measure.log, '2026-09'));
      const at = (location: string) =>
        tallyOf(
          measure,
          judged.filter((each) => each.location === location),
        );
      expect(add(at('W01'), at('W02'))).toEqual(tallyOf(measure, judged));
    }
  });

  it('the judgements of rows come in the order of the rows and do not depend on it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rowMeasures), fc.infiniteStream(fc.nat()), (measure, keys) => {
        const input = inputOf(ledger, measure.log, '2026-09');
        const order = new Map(input.records.map((record) => [record, keys.next().value ?? 0]));
        const records = [...input.records].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        const judged = judge(measure, { ...input, records });
        expect(judged.map(({ record }) => record)).toEqual(records);
        expect(tallyOf(measure, judged)).toEqual(tallyOf(measure, judge(measure, input)));
      }),
    );
  });
});
