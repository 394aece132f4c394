import type { Definitions } from '../core/definitions/definitions.ts';
import { definitionsOf, readDefinitions } from '../core/project/definitions.ts';
import { contentFiles } from './files.ts';

/** The logs and registers that a project's content defines. */
export const definitionsOn = (root: string): Definitions => definitionsOf(readDefinitions(contentFiles(root)).value);
