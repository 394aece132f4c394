import { linkProblems } from '../core/documents/stray.ts';
import type { Outcome } from '../core/problem/problem.ts';
import { type Project, readProject } from '../core/project/project.ts';
import { contentFiles, dataFiles, linksBelow } from './files.ts';

/** Reads and checks a project's content and data from its folder, and that no link stands among them or the static files. */
export function loadProject(root: string): Outcome<Project | null> {
  const { value, problems } = readProject(contentFiles(root), dataFiles(root));
  const links = linksBelow(root, ['content', 'data', 'public']);
  return { value, problems: [...linkProblems(links), ...problems] };
}
