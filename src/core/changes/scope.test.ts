import { describe, expect, it } from 'vitest';
import { differing, neededFor } from './scope.ts';

const base = {
  'content/plan/cleaning.mdx': 'a',
  'content/indicators/cleaning.overall.pass.mdx': 'b',
  'data/registers/areas.csv': 'c',
  'data/2024-12/checks.csv': 'd',
  'data/2025-03/checks.csv': 'e',
  'data/2025-09/checks.csv': 'f',
  'data/2026-01/checks.csv': 'g',
  'data/2026-02/checks.csv': 'h',
};
const marks = (more: Readonly<Record<string, string>> = {}) => new Map(Object.entries({ ...base, ...more }));
const needed = (more: Readonly<Record<string, string>>) =>
  [...marks().keys()].filter(neededFor(marks(), marks(more))).map((file) => file.split('/')[1]);

describe('neededFor', () => {
  it('keeps the whole year of a month that differs, and the latest month', () => {
    expect(needed({ 'data/2025-03/checks.csv': 'x' })).toEqual([
      'plan',
      'indicators',
      'registers',
      '2025-03',
      '2025-09',
      '2026-02',
    ]);
  });

  it('needs no more than the latest month when only documents differ', () => {
    expect(needed({ 'content/plan/cleaning.mdx': 'x' })).toEqual(['plan', 'indicators', 'registers', '2026-02']);
  });

  it.each(['content/indicators/cleaning.overall.pass.mdx', 'data/registers/areas.csv', 'content/contract.mdx'])(
    'needs everything when %s differs',
    (file) => {
      expect(needed({ [file]: 'x' }).length).toBe(Object.keys(base).length);
    },
  );

  it('knows what was added and removed', () => {
    const fewer = new Map([...marks()].slice(1));
    expect(differing(marks(), fewer)).toEqual(['content/plan/cleaning.mdx']);
    expect(differing(fewer, marks())).toEqual(['content/plan/cleaning.mdx']);
  });
});
