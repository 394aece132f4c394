import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { KeptBundle } from '../src/disk/kept-bundle.ts';
import { contractRoot, workOf } from '../src/disk/root.ts';
import { bundling } from '../src/site/bundling.ts';

// Bundles the program that makes the pages of a contract, and makes none. A process of its own, because what a bundler holds is
// only given back when it ends. The command that asks for it has read the contract and found no error: it is not read again.
globalThis.contractRead = { value: null, problems: [] };
const work = resolve(workOf(contractRoot()));
// In the engine's own folder: Astro runs a part of the program from where it puts it, takes a folder beside the engine whose name
// begins alike for a part of the engine, and would not find packages there.
const outDir = join(work, 'bundling');
const bundle = new KeptBundle(join(work, 'bundle'));
await build({ outDir, logLevel: 'warn', integrations: [bundling(bundle)] });
rmSync(outDir, { recursive: true });
