import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contractRoot } from '../src/disk/root.ts';
import { misused } from './arguments.ts';
import { run } from './run.ts';

/** Sees to it that a folder holds the built site: builds it where `npm run build` would, and knows of no other way. */
export async function ensureBuilt(folder: string): Promise<void> {
  if (existsSync(join(folder, 'index.html'))) return;
  if (resolve(folder) !== join(contractRoot(), 'dist')) misused(`${folder} 里没有构建好的网站`);
  await run('node', ['scripts/build.ts']);
}
