import type { Problem } from '../src/core/problem/problem.ts';
import type { Project } from '../src/core/project/project.ts';
import { present } from '../src/core/testing/ledger.ts';
import { loadProject } from '../src/disk/project.ts';
import type { Inputs } from '../src/present/pages/inputs.ts';
import { inputsFrom } from '../src/present/testing/inputs.ts';

const read = loadProject('.');

/** The contract beside the engine, read once for all tests that share a process: reading it takes longer than most of them. */
export const sample: Project = present(read.value);

/** What its reading found. */
export const sampleProblems: readonly Problem[] = read.problems;

/** What its pages may be given. */
export const sampleInputs: Inputs = inputsFrom(sample, sampleProblems);
