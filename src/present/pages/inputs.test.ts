import { describe, expect, it } from 'vitest';
import { problem } from '../../core/problem/problem.ts';
import { present } from '../../core/testing/ledger.ts';
import { inputsOf } from '../testing/inputs.ts';
import { type Inputs, inputsFor } from './inputs.ts';

const whole: Inputs = {
  ...inputsOf('hospital'),
  problems: ['data/2026-09/meals.csv', 'data/2026-10/meals.csv', 'content/plan/scope.mdx'].map((file) =>
    problem('row/blank', { file, line: 2 }, '空行', ''),
  ),
};
const { project } = whole;
const given = inputsFor(whole, { through: '2026-09', content: ['indicators'] });

describe('what a page is given', () => {
  it('ends with the month that it declared', () => {
    expect(whole.project.assessment.months).toContain('2026-10');
    expect(given.project.assessment.months.at(-1)).toBe('2026-09');
    expect(given.project.ledger.months.map(({ month }) => month)).not.toContain('2026-10');
    expect([given.latest, given.handedTo]).toEqual(['2026-09', '2026-09']);
    expect(given.reports.knows('2026-10')).toBe(false);
    expect(given.problems.map(({ file }) => file)).toEqual(['data/2026-09/meals.csv']);
  });

  it('says the same of that month as the whole does', () => {
    const [indicator] = project.assessment.indicators;
    const period = { kind: 'month' as const, id: '2026-09', months: ['2026-09'] };
    expect(given.project.assessment.result(present(indicator), period)).toEqual(
      project.assessment.result(present(indicator), period),
    );
  });

  it('holds the content that it declared, and is refused any other', () => {
    expect(given.project.content.indicators).toBe(project.content.indicators);
    expect(given.project.content.contract).toBe(project.content.contract);
    for (const ask of [
      () => given.project.content.procedures,
      () => given.project.content.clauses,
      () => given.project.content.blanks,
      () => ({ ...given.project.content }),
      () => given.relations,
      () => given.standings,
    ])
      expect(ask).toThrow('did not declare');
  });
});
