import { describe, expect, it } from 'vitest';
import { contentWith } from '../testing/content.ts';
import { ledgerOf, placedIn } from '../testing/ledger.ts';
import { checkMeasures } from './measures.ts';
import { readContent } from './project.ts';

const { value: ledger } = ledgerOf({});
const pass = 'content/indicators/cleaning.overall.pass.mdx';
const both = 'content/indicators/cleaning.overall.both.mdx';

function faults(...changes: (readonly [string, string, string])[]) {
  const content = readContent(contentWith(...changes));
  expect(content.problems).toEqual([]);
  return placedIn(checkMeasures(content.value.indicators, ledger));
}

describe('checkMeasures', () => {
  it('finds nothing in sound measures', () => {
    expect(faults()).toEqual([]);
  });

  it('finds a log that is not there, and says no more about that measure', () => {
    expect(faults([pass, 'log: rounds', 'log: round'], [pass, 'result: 合格', 'outcome: 好'])).toEqual([
      ['reference/unknown', pass, 18, 8],
    ]);
  });

  it('finds columns and values that the log does not have, each at its place', () => {
    expect(
      faults(
        [pass, 'location: W01', 'location: W07'],
        [pass, 'result: 合格', 'outcome: 合格'],
        [pass, 'because: note', 'because: checked'],
      ),
    ).toEqual([
      ['measure/value', pass, 19, 22],
      ['measure/column', pass, 20, 20],
      ['measure/column', pass, 21, 12],
    ]);
  });

  it('finds them in a part of all-of', () => {
    expect(
      faults(
        [both, 'match: { location: location, item: item }', 'match: { location: location, item: task }'],
        [both, '紧急 }', '特急 }'],
      ),
    ).toEqual([
      ['measure/column', both, 23, 44],
      ['measure/value', both, 30, 28],
    ]);
  });

  it('finds the log of a part that is not there', () => {
    expect(faults([both, 'log: requests', 'log: demands'])).toEqual([['reference/unknown', both, 29, 14]]);
  });
});

describe('measures that are added up', () => {
  const measure = '  kind: share\n  log: rounds\n  where: { location: W01 }\n  pass: { result: 合格 }\n  because: note\n';
  const sumOf = (...of: string[]) =>
    faults([pass, measure, `  kind: sum\n  of:\n${of.map((each) => `    - { ${each} }\n`).join('')}`]);

  it('are sound with both sides of a ratio', () => {
    expect(sumOf('kind: side, log: requests, as: numerator', 'kind: side, log: rounds, as: denominator')).toEqual([]);
    expect(sumOf('kind: share, log: rounds, pass: { result: 合格 }', 'kind: side, log: requests, as: denominator')).toEqual([]);
  });

  it('name each its own log and columns', () => {
    expect(sumOf('kind: side, log: demands, as: numerator', 'kind: side, log: rounds, as: denominator, each: device')).toEqual([
      ['reference/unknown', pass, 19, 26],
      ['measure/column', pass, 20, 57],
    ]);
  });

  it('are at fault with one side only, or of different kinds', () => {
    const one = ['kind: side, log: requests, as: numerator', 'kind: side, log: rounds, as: numerator'];
    expect(sumOf(...one)).toEqual([['measure/value', pass, 19, 5]]);
    expect(sumOf('kind: count, log: requests, events: wanted', 'kind: share, log: rounds, pass: { result: 合格 }')).toEqual([
      // The target's unit does not fit the count either.
      ['measure/value', pass, 22, 60],
      ['measure/value', pass, 19, 5],
    ]);
  });
});
