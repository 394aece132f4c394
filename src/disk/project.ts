import { linkProblems } from '../core/documents/stray.ts';
import type { Outcome } from '../core/problem/problem.ts';
import { type Definitions, type Project, readProject } from '../core/project/project.ts';
import { contentFiles, dataFiles, linksBelow } from './files.ts';

/** Reads and checks a project's content and data from its folder, and that no link stands among them or the static files. */
export function loadProject(root: string, definitions: Definitions): Outcome<Project | null> {
  const { value, problems } = readProject(contentFiles(root), dataFiles(root), definitions);
  const links = linksBelow(root, ['content', 'data', 'public']);
  return { value, problems: [...linkProblems(links), ...problems] };
}
