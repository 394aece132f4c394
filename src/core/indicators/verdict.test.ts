import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, merit, type Verdict, verdicts } from './verdict.ts';

describe('allOf', () => {
  it.each<[Verdict[], Verdict]>([
    [['met', 'met'], 'met'],
    [['met', 'missed'], 'missed'],
    [['missed', 'no-data'], 'missed'],
    [['missed', 'incomplete'], 'missed'],
    [['met', 'incomplete'], 'incomplete'],
    [['met', 'no-data'], 'no-data'],
    [['no-data', 'no-data'], 'no-data'],
    [['no-data', 'not-applicable'], 'no-data'],
    [['incomplete', 'no-data'], 'no-data'],
    [['met', 'not-applicable'], 'met'],
    [['not-applicable', 'not-applicable'], 'not-applicable'],
    [['missed', 'under-way'], 'under-way'],
    [['not-applicable', 'under-way', 'met'], 'under-way'],
    [[], 'not-applicable'],
  ])('%j is %s', (parts, whole) => {
    expect(allOf(parts)).toBe(whole);
  });

  const parts = fc.array(fc.constantFrom(...verdicts), { minLength: 1, maxLength: 5 });

  it('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(
        parts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, other]) => {
          expect(allOf(other)).toBe(allOf(list));
        },
      ),
    );
  });

  it('is met only when every part is met or does not apply', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const kept = list.every((each) => each === 'met' || each === 'not-applicable') && list.includes('met');
        expect(allOf(list) === 'met').toBe(kept);
      }),
    );
  });

  it('says no data as soon as a part has none, none is missed and none under way, and never that it does not apply where something is unknown', () => {
    fc.assert(
      fc.property(parts, (list) => {
        expect(allOf(list) === 'no-data').toBe(
          list.includes('no-data') && !list.includes('missed') && !list.includes('under-way'),
        );
        expect(allOf(list) === 'not-applicable').toBe(list.every((each) => each === 'not-applicable'));
      }),
    );
  });

  it('never improves when a part gets worse or unknown', () => {
    const worse: Verdict[] = ['missed', 'incomplete', 'no-data', 'under-way'];
    fc.assert(
      fc.property(parts, fc.nat(), fc.constantFrom(...worse), (list, at, verdict) => {
        const changed = list.with(at % list.length, verdict);
        expect(merit[allOf(changed)]).toBeLessThanOrEqual(merit[allOf(list)]);
      }),
    );
  });
});

describe('merit', () => {
  it('ranks missing data, and a month said not to be over, no better than a miss', () => {
    expect(merit).toEqual({ met: 2, 'not-applicable': 1, missed: 0, incomplete: 0, 'no-data': 0, 'under-way': 0 });
  });
});
