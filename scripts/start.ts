import { run } from './run.ts';

// Builds the site from the content and data in the repository and serves it.
run('node', ['scripts/build.ts']);
run('astro', ['preview', ...process.argv.slice(2)]);
