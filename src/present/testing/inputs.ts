import type { Problem } from '../../core/problem/problem.ts';
import type { Project } from '../../core/project/project.ts';
import { present } from '../../core/testing/ledger.ts';
import { loadProject } from '../../disk/project.ts';
import { type Inputs, wholeInputs } from '../pages/inputs.ts';

/** What every page of a project may be given; an address is the kind of what lies there. */
export const inputsFrom = (project: Project | null, problems: readonly Problem[]): Inputs =>
  present(wholeInputs(present(project), problems, ({ kind }) => kind));

/** The same of a contract under tests/contracts. */
export function inputsOf(contract: string): Inputs {
  const { value, problems } = loadProject(`tests/contracts/${contract}`);
  return inputsFrom(value, problems);
}
