import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../calendar/period.ts';
import { indicatorWith, targetOf } from '../testing/ledger.ts';
import { type Basis, basisOf, missedBy } from './basis.ts';
import { partSchema, targetSchema } from './indicator.ts';
import type { PartResult, Result } from './result.ts';
import { allOf, type Verdict } from './verdict.ts';

const period = monthPeriod('2026-09');

/** A part with a verdict against a target of some basis; null where none is in force. */
function part(verdict: Verdict, basis: Basis | null): PartResult {
  const own = targetSchema.parse(targetOf('>=', 95, '%', { basis: basis ?? 'plan' }));
  const measure = { kind: 'share', log: 'checks', pass: { result: '合格' } };
  return {
    part: partSchema.parse({ name: '检查', measure, targets: [own] }),
    target: basis === null ? null : own,
    judged: period,
    tally: { kind: 'ratio', numerator: 9, denominator: 10 },
    excluded: 0,
    unknown: 0,
    underWay: 0,
    seen: 0,
    verdict,
    reasons: [],
    data: [],
    small: false,
    severally: false,
  };
}

function result(...parts: readonly (readonly [Verdict, Basis | null])[]): Result {
  const own = parts.map(([verdict, basis]) => part(verdict, basis));
  const verdict = allOf(own.map((each) => each.verdict));
  return { indicator: indicatorWith({ unmeasured: '试验' }), period, location: null, verdict, parts: own };
}

describe('the basis of a verdict', () => {
  it.each<[string, Result, Basis | null]>([
    ['is that of its only target', result(['met', 'implied']), 'implied'],
    ['is that of the part that missed, whatever the others rest on', result(['met', 'proposed'], ['missed', 'plan']), 'plan'],
    ['is that of the part that missed, though another is firmer', result(['met', 'plan'], ['missed', 'proposed']), 'proposed'],
    ['is the firmest of several that missed', result(['missed', 'proposed'], ['missed', 'implied']), 'implied'],
    ['is the weakest where all are met', result(['met', 'plan'], ['met', 'proposed'], ['met', 'implied']), 'proposed'],
    ['is the weakest where nothing was decided', result(['incomplete', 'plan'], ['met', 'implied']), 'implied'],
    ['is none before the first target', result(['not-applicable', null]), null],
    ['is that of the parts that have one', result(['not-applicable', null], ['met', 'plan']), 'plan'],
    ['is none without a measure', result(), null],
  ])('%s', (_, judged, basis) => {
    expect(basisOf(judged)).toBe(basis);
  });
});

describe('misses by basis', () => {
  it('count what missed, each once, and nothing else', () => {
    const results = [
      result(['missed', 'plan']),
      result(['missed', 'implied']),
      result(['missed', 'implied'], ['missed', 'proposed']),
      result(['met', 'proposed']),
      result(['incomplete', 'plan']),
      result(['no-data', 'plan']),
    ];
    expect(missedBy(results)).toEqual({ plan: 1, implied: 2, proposed: 0 });
    expect(missedBy([])).toEqual({ plan: 0, implied: 0, proposed: 0 });
  });
});
