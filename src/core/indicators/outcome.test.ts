import { describe, expect, it } from 'vitest';
import { measureSchema } from '../measures/measure.ts';
import type { Total } from '../measures/sinks.ts';
import type { Tally } from '../measures/tally.ts';
import { targetSchema } from './indicator.ts';
import { outcomeOf } from './outcome.ts';

const target = (operator: string, value: number, unit = '%') =>
  targetSchema.parse({ from: '2026-01-01', operator, value, unit, basis: 'plan' });
const share = measureSchema.parse({ kind: 'share', log: 'rounds', pass: { result: '合格' } });
const weights = measureSchema.parse({ kind: 'sum-share', log: 'rounds', numerator: 'a', denominator: 'b', faultless: 'all' });
const mean = measureSchema.parse({ kind: 'mean', log: 'requests', of: { from: 'a', to: 'b' } });
const count = (events: string) => measureSchema.parse({ kind: 'count', log: 'incidents', events });
const total = (tally: Tally, unknown: number, seen = 0): Total => ({ tally, excluded: 0, unknown, underWay: 0, seen });
const ratio = (numerator: number, denominator: number): Tally => ({ kind: 'ratio', numerator, denominator });
const events = (number: number): Tally => ({ kind: 'count', events: number });

describe('the outcome of a share', () => {
  it.each([
    [19, 20, 0, '>=', 95, 'kept'],
    [18, 20, 0, '>=', 95, 'broken'],
    [0, 0, 0, '>=', 95, 'nothing'],
    // 19 of 20 keep 95 %, 19 of 21 do not: the row that is not there decides.
    [19, 20, 1, '>=', 95, 'open'],
    // 99 of 101 are 98 %.
    [99, 100, 1, '>=', 98, 'kept'],
    [18, 20, 1, '>=', 95, 'broken'],
    [0, 0, 1, '>=', 95, 'open'],
    // Of what should be rare the unknown counts as happened: 1 of 100 keeps 1 %, 2 of 101 do not.
    [1, 100, 1, '<=', 1, 'open'],
    [0, 100, 1, '<=', 1, 'kept'],
  ] as const)('%s of %s with %s unknown, %s %s: %s', (numerator, denominator, unknown, operator, value, outcome) => {
    expect(outcomeOf(total(ratio(numerator, denominator), unknown), target(operator, value), share)).toBe(outcome);
  });

  it('is open where rows weigh: what a missing one weighs is not known', () => {
    expect(outcomeOf(total(ratio(1000, 1000), 1), target('>=', 90), weights)).toBe('open');
    expect(outcomeOf(total(ratio(800, 1000), 1), target('>=', 90), weights)).toBe('broken');
  });
});

describe('the outcome of a mean', () => {
  it.each([
    [90, 3, 0, 'kept'],
    [93, 3, 0, 'broken'],
    [90, 3, 1, 'open'],
    [93, 3, 1, 'broken'],
    [0, 0, 1, 'open'],
  ] as const)('%s minutes over %s with %s unknown against 30: %s', (sum, cases, unknown, outcome) => {
    expect(
      outcomeOf(total({ kind: 'mean', sum, count: cases, squares: sum * sum }, unknown), target('<=', 30, 'min'), mean),
    ).toBe(outcome);
  });
});

describe('the outcome of a count', () => {
  it.each([
    ['unwanted', 0, 0, 5, '<=', 0, 'kept'],
    ['unwanted', 1, 0, 5, '<=', 0, 'broken'],
    ['unwanted', 0, 1, 5, '<=', 0, 'open'],
    ['unwanted', 0, 1, 5, '<=', 1, 'kept'],
    ['unwanted', 0, 1, 0, '<=', 0, 'open'],
    ['unwanted', 0, 0, 0, '<=', 0, 'nothing'],
    ['unwanted', 1, 0, 0, '<=', 0, 'broken'],
    ['wanted', 0, 0, 0, '>=', 1, 'broken'],
    ['wanted', 1, 0, 1, '>=', 1, 'kept'],
  ] as const)('%s: %s events, %s unknown, %s seen, %s %s: %s', (kind, number, unknown, seen, operator, value, outcome) => {
    expect(outcomeOf(total(events(number), unknown, seen), target(operator, value, '起'), count(kind))).toBe(outcome);
  });
});
