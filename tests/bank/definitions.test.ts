import { expect, it } from 'vitest';
import { bank } from './definitions.ts';

it('tells the rules of every log in words, each once, with columns that the log has', () => {
  for (const { id, rules, columns } of bank.logs) {
    const told = rules.map(({ words }) => words).filter((words) => words !== '');
    for (const words of told) expect(words, id).toMatch(/\p{Script=Han}.*。$/u);
    expect(new Set(told).size, id).toBe(told.length);
    for (const field of rules.flatMap((rule) => rule.columns)) expect(Object.keys(columns), id).toContain(field);
  }
});
