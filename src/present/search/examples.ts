import type { Content } from '../../core/project/project.ts';

/** What one may type into the search box, everyday words first: the contract's own examples, else some of what its documents hold. */
export function searchExamples({ synonyms, procedures, clauses }: Content): readonly string[] {
  const own = synonyms?.data.examples ?? [];
  if (own.length > 0) return own;
  const sayings = procedures.flatMap(({ data }) => data.keywords).slice(0, 3);
  const ids = [[...clauses.keys()][0], procedures[0]?.id].filter((id) => id !== undefined);
  return [...sayings, ...ids];
}
