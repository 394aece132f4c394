import type { Change } from '../core/changes/change.ts';
import { changesBetween } from '../core/changes/changes.ts';
import { neededFor } from '../core/changes/scope.ts';
import type { Definitions } from '../core/definitions/definitions.ts';
import type { ContentFiles } from '../core/documents/library.ts';
import { linkProblems } from '../core/documents/stray.ts';
import type { Problem } from '../core/problem/problem.ts';
import { type ContentReading, readContent, readState } from '../core/project/project.ts';
import type { Snapshot } from './history.ts';

/** What differs between two snapshots; `changes` is null when one of them has no contract or provenance to be judged by. */
export interface Comparison {
  readonly changes: readonly Change[] | null;
  /** What could not be read of each state, among the files that a comparison needs. */
  readonly problems: { readonly before: readonly Problem[]; readonly after: readonly Problem[] };
}

/** Contents as they were read: states that follow each other mostly have the same one. */
export class Contents {
  private readonly known = new Map<string, ContentReading>();

  of({ marks }: Snapshot, files: ContentFiles): ContentReading {
    const key = JSON.stringify([...marks].filter(([file]) => file.startsWith('content/')));
    const read = this.known.get(key) ?? readContent(files);
    this.known.set(key, read);
    return read;
  }
}

/** What a report names may be a month that a comparison leaves out. */
const isReadable = ({ file, code }: Problem): boolean =>
  !file.startsWith('content/reports/') || code.startsWith('document/') || code.startsWith('file/');

/** Reads both snapshots with the same definitions, which are today's, and compares them. */
export function compare(
  before: Snapshot,
  after: Snapshot,
  definitions: Definitions,
  contents: Contents = new Contents(),
): Comparison {
  const needed = neededFor(before.marks, after.marks);
  const read = (snapshot: Snapshot) => {
    const files = snapshot.read(needed);
    const { value, problems } = readState(files, definitions, contents.of(snapshot, files.content));
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
