import { run } from './run.ts';

// Checks types everywhere. Astro writes down those of the collections, and then checks pages and every file of TypeScript alike.
await run('astro', ['check']);
