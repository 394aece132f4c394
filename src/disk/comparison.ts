import type { Change } from '../core/changes/change.ts';
import { changesBetween } from '../core/changes/changes.ts';
import { neededFor } from '../core/changes/scope.ts';
import type { Definitions } from '../core/definitions/definitions.ts';
import { linkProblems } from '../core/documents/stray.ts';
import type { Problem } from '../core/problem/problem.ts';
import { readProject } from '../core/project/project.ts';
import type { Snapshot } from './history.ts';

/** What differs between two snapshots; `changes` is null when one of them has no contract or provenance to be judged by. */
export interface Comparison {
  readonly changes: readonly Change[] | null;
  /** What could not be read of each state, among the files that a comparison needs. */
  readonly problems: { readonly before: readonly Problem[]; readonly after: readonly Problem[] };
}

/** Whether the values that a report quotes exist is judged against every month, of which a comparison may leave some out. */
const isReadable = ({ file, code }: Problem): boolean =>
  !file.startsWith('content/reports/') || code.startsWith('document/') || code.startsWith('file/');

/** Reads both snapshots with the same definitions, which are today's, and compares them. */
export function compare(before: Snapshot, after: Snapshot, definitions: Definitions): Comparison {
  const needed = neededFor(before.marks, after.marks);
  const read = (snapshot: Snapshot) => {
    const { content, data } = snapshot.read(needed);
    const { value, problems } = readProject(content, data, definitions);
    return { value, problems: [...linkProblems(snapshot.links), ...problems].filter(isReadable) };
  };
  const [was, is] = [read(before), read(after)];
  const problems = { before: was.problems, after: is.problems };
  if (was.value === null || is.value === null) return { changes: null, problems };
  return {
    changes: changesBetween({ project: was.value, problems: was.problems }, { project: is.value, problems: is.problems }),
    problems,
  };
}
