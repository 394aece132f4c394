import { linkProblems } from '../core/documents/stray.ts';
import type { Outcome } from '../core/problem/problem.ts';
import { type ContentReaders, contentReaders, type Project, readProject } from '../core/project/project.ts';
import { contentFiles, dataFiles, linksBelow } from './files.ts';

/**
 * Reads and checks a project's content and data from its folder, and that no link stands among them or the static files. `readers`
 * are for whoever reads the same folder again and again.
 */
export function loadProject(root: string, readers: ContentReaders = contentReaders()): Outcome<Project | null> {
  const { value, problems } = readProject(contentFiles(root), dataFiles(root), null, readers);
  const links = linksBelow(root, ['content', 'data', 'public']);
  return { value, problems: [...linkProblems(links), ...problems] };
}
