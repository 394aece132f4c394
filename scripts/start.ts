import { run } from './run.ts';

// Builds the site from the content and data in the repository and serves it.
await run('node', ['scripts/build.ts']);
await run('astro', ['preview', ...process.argv.slice(2)]);
