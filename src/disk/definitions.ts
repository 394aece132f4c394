import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from '../core/logs/log.ts';
import type { Definitions } from '../core/project/project.ts';
import type { Register } from '../core/registers/register.ts';

/** The default exports of a folder's `*.<ending>.ts` files: adding a definition is adding a file. */
async function defaultsOf<T>(root: string, folder: string, ending: string): Promise<T[]> {
  const names = readdirSync(join(root, folder))
    .filter((name) => name.endsWith(`.${ending}.ts`))
    .sort();
  const modules = await Promise.all(
    names.map((name): Promise<{ default: T }> => import(/* @vite-ignore */ pathToFileURL(join(root, folder, name)).href)),
  );
  return modules.map((module) => module.default);
}

/** The logs and registers that a checkout defines, for commands that run outside a bundler. */
export async function definitionsOn(root: string): Promise<Definitions> {
  return {
    logs: await defaultsOf<Log>(root, 'src/core/logs', 'log'),
    registers: await defaultsOf<Register>(root, 'src/core/registers', 'register'),
  };
}
