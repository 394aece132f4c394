import type { Outcome } from '../core/problem/problem.ts';
import { type Definitions, type Project, readProject } from '../core/project/project.ts';
import { contentFiles, dataFiles } from './files.ts';

/** Reads and checks a project's content and data from its folder. */
export function loadProject(root: string, definitions: Definitions): Outcome<Project | null> {
  return readProject(contentFiles(root), dataFiles(root), definitions);
}
