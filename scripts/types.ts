import { run } from './run.ts';

// Checks types everywhere: Astro first writes down those of the collections, on which the rest stands.
await run('astro', ['sync']);
await run('tsc', ['--noEmit']);
await run('astro', ['check']);
