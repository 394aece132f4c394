import type { Outcome } from '../core/problem/problem.ts';
import type { ContentReaders, Project } from '../core/project/project.ts';
import { loadProject } from '../disk/project.ts';
import { contractRoot } from '../disk/root.ts';

/** A contract's content and data as they were read, with what was found. */
export type Read = Outcome<Project | null>;

declare global {
  /** What the command that builds has read: Astro runs pages from a bundle of its own and has no other way to hand them a value. */
  var contractRead: Read | undefined;
}

/** The contract as the command that builds has read it; read here where nobody did. */
export const projectRead = (readers: ContentReaders): Read => globalThis.contractRead ?? loadProject(contractRoot(), readers);
