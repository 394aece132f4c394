import { rmSync } from 'node:fs';
import { workOf } from '../src/disk/root.ts';

/** The option by which nothing is used that an earlier build kept. */
export const cleanOption = { clean: { type: 'boolean', default: false } } as const;

/** Forgets what builds of the contract at `root` kept for the next one. */
export const forget = (root: string): void => rmSync(workOf(root), { recursive: true, force: true });
